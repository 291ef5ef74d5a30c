package org.kartoteka.core.internal.trade;

import java.util.Optional;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.core.internal.data.Acts;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which documents systems outside have told of. */
@Component(service = ToldDocuments.class)
public class ToldDocuments {

  private final UnitOfWork unitOfWork;
  private final Acts acts;

  @Activate
  public ToldDocuments(@Reference UnitOfWork unitOfWork, @Reference Acts acts) {
    this.unitOfWork = unitOfWork;
    this.acts = acts;
  }

  /** Notes that something was told; false when something was told of it before. */
  boolean add(TradeKind kind, DocumentRef document, String key, PartyId party, String digest) {
    Act act = acts.now();
    return Sql.of(
                unitOfWork,
                """
                insert into core.trade_document
                  (source, kind, key, party_id, digest, told_at, told_by)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (source, kind, key) do nothing
                """,
                document.source(),
                kind,
                key,
                party,
                digest,
                act.at(),
                act.by())
            .update()
        > 0;
  }

  /** What was told of it, as a digest. */
  String digest(TradeKind kind, DocumentRef document, String key) {
    return Sql.of(
            unitOfWork,
            "select digest from core.trade_document where source = ? and kind = ? and key = ?",
            document.source(),
            kind,
            key)
        .first(row -> row.getString(1))
        .orElse("");
  }

  /** Whose document it is; empty when nobody has told of it. */
  Optional<PartyId> party(TradeKind kind, DocumentRef document) {
    return Sql.of(
            unitOfWork,
            "select party_id from core.trade_document where source = ? and kind = ? and key = ?",
            document.source(),
            kind,
            document.key())
        .first(row -> new PartyId(row.getLong(1)));
  }
}
