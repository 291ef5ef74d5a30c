package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.kartoteka.core.api.custom.CustomFields;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.internal.data.CorePermissions;
import org.kartoteka.core.internal.party.PartyRecords;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.exchange.ExportField;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.exchange.RecordExporter;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands out parties with all that a card says; its files can be imported again. */
@Component
public final class PartyExporter implements RecordExporter {

  private static final Set<String> IMPORTED_ONLY =
      Set.of(RowStatus.NAME, RowStatus.REASON, RowNote.NAME);

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final CurrentUser user;
  private final PartyRegister register;
  private final PartyRecords records;
  private final CustomFields custom;
  private final UserNames users;

  @Activate
  public PartyExporter(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference CurrentUser user,
      @Reference PartyRegister register,
      @Reference PartyRecords records,
      @Reference CustomFields custom,
      @Reference UserNames users) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.user = user;
    this.register = register;
    this.records = records;
    this.custom = custom;
    this.users = users;
  }

  @Override
  public String type() {
    return PartyRegister.TYPE;
  }

  @Override
  public String permission() {
    return CorePermissions.EXPORT;
  }

  @Override
  public Set<FileFormat> formats() {
    return EnumSet.allOf(FileFormat.class);
  }

  @Override
  public List<ExportField> fields() {
    List<ExportField> fields = new ArrayList<>();
    PartyFields.ALL.stream()
        .filter(field -> !field.name().startsWith("contact"))
        .filter(field -> !IMPORTED_ONLY.contains(field.name()))
        .forEach(
            field ->
                fields.add(
                    field.name().equals("kind")
                        ? ExportField.coded("kind", "party.kind")
                        : ExportField.of(field.name())));
    fields.addAll(CustomColumns.exported(custom, type(), user.require().locale()));
    fields.add(ExportField.coded("status", "party.status"));
    ExportedOnly.ABOUT_THE_CARD.forEach(field -> fields.add(ExportField.of(field)));
    return fields;
  }

  @Override
  public void check(ExportQuery query) {
    access.require(CorePermissions.PARTY_READ);
    PartyQuery.of(query.filter());
    register.page(PartyQuery.of(query.filter()), new PageRequest(1, null, query.sort()));
    Pieces.ids(query);
  }

  @Override
  public void rows(ExportQuery query, List<String> fields, RowSink sink) {
    access.require(CorePermissions.PARTY_READ);
    Function<UserId, String> names = users.names();
    if (!query.ids().isEmpty()) {
      Pieces.of(Pieces.ids(query))
          .forEach(piece -> write(piece.stream().map(PartyId::new).toList(), names, fields, sink));
      return;
    }
    PartyQuery wanted = PartyQuery.of(query.filter());
    PageRequest request = new PageRequest(Pieces.SIZE, null, query.sort());
    while (request != null) {
      Page<PartySummary> page = register.page(wanted, request);
      write(page.items().stream().map(PartySummary::id).toList(), names, fields, sink);
      request =
          page.next() == null ? null : new PageRequest(Pieces.SIZE, page.next(), query.sort());
    }
  }

  private void write(
      List<PartyId> ids, Function<UserId, String> names, List<String> fields, RowSink sink) {
    List<Map<String, String>> rows =
        unitOfWork.call(
            () -> {
              Map<PartyId, Card> cards = records.findAll(ids, RecordAction.EXPORT);
              return ids.stream()
                  .map(cards::get)
                  .filter(card -> card != null)
                  .map(card -> cells(card.view(), names))
                  .toList();
            });
    rows.forEach(row -> sink.row(fields.stream().map(row::get).toList()));
  }

  private static Map<String, String> cells(PartyView view, Function<UserId, String> names) {
    Map<String, String> cells = PartyCells.of(view.data(), names);
    cells.put("recordId", Long.toString(view.id().value()));
    cells.put("status", view.status().name());
    cells.put("createdAt", ExportedOnly.time(view.createdAt()));
    cells.put("createdBy", view.createdBy());
    cells.put("changedAt", ExportedOnly.time(view.changedAt()));
    cells.put("changedBy", view.changedBy());
    return cells;
  }
}
