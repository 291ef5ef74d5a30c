package org.kartoteka.contracts.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.contracts.Annexes;
import org.kartoteka.contracts.Originals;
import org.kartoteka.contracts.Tariffs;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.privacy.DataSubject;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.PersonalDataHolder;
import org.kartoteka.platform.api.privacy.PersonalDatum;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What people wrote about a private person's annexes, tariffs and papers; they know their party by
 * the contract only, so that the declaration of tables cannot name them.
 */
@Component
public final class PapersOfPersons implements PersonalDataHolder {

  /** Columns with free words, by table and kind. */
  private record Words(String kind, String table, List<String> columns) {}

  private static final List<Words> WORDS =
      List.of(
          new Words(Annexes.TYPE, "annex", List.of("subject")),
          new Words(Tariffs.TYPE, "appendix", List.of("note")),
          new Words(Originals.TYPE, "original", List.of("holder", "asked_by", "place")));

  private final UnitOfWork unitOfWork;

  @Activate
  public PapersOfPersons(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public String feature() {
    return ContractPermissions.FEATURE;
  }

  @Override
  public List<PersonalDatum> describe(DataSubject subject) {
    List<PersonalDatum> data = new ArrayList<>();
    for (Words words : WORDS) {
      Sql.of(
              unitOfWork,
              "select t.* from contracts." + words.table() + " t" + where(words) + " order by t.id",
              subject.ids(PartyRegister.TYPE))
          .list(
              row -> {
                Map<String, Object> values = new LinkedHashMap<>();
                for (String column : words.columns()) {
                  if (row.getString(column) != null) {
                    values.put(column, row.getString(column));
                  }
                }
                return data.add(new PersonalDatum(words.kind(), row.getString("id"), values));
              });
    }
    return data;
  }

  @Override
  public List<ErasedData> erase(DataSubject subject) {
    return WORDS.stream()
        .map(
            words ->
                ErasedData.all(
                    words.kind(),
                    Sql.of(
                            unitOfWork,
                            "update contracts."
                                + words.table()
                                + " t set "
                                + String.join(" = null, ", words.columns())
                                + " = null"
                                + where(words),
                            subject.ids(PartyRegister.TYPE))
                        .update()))
        .toList();
  }

  /** Rows of the person's contracts in which something is said. */
  private static String where(Words words) {
    return " where coalesce(t."
        + String.join(", t.", words.columns())
        + ") is not null and t.contract_id in"
        + " (select c.id from contracts.contract c where c.party_id = any(?::bigint[]))";
  }
}
