package org.kartoteka.contracts.internal.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.LineData;
import org.kartoteka.contracts.internal.House;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.privacy.DueRecord;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;

/** Contracts that were over long ago are due, and go whole when somebody decides so. */
class RetentionTest {

  private static final Instant NEW_YEAR = Instant.parse("2020-01-01T00:00:00Z");
  private static final LineData GUARD = LineData.monthly(null, "Guard", "100", null);
  private static final List<String> TABLES =
      List.of("contract", "contract_line", "annex", "original", "movement", "contract_act");

  private final House house = new House();
  private final List<RecordRef> forgotten = new ArrayList<>();
  private final EndedContracts ended =
      new EndedContracts(
          house.unitOfWork,
          house.attachments,
          records -> {
            forgotten.addAll(records);
            return List.of();
          });
  private final PartyId customer = house.customer("Customer");

  @Test
  void a_contract_is_due_after_its_last_day_unless_it_goes_on() {
    ContractView old = contract("2015-01-01", "2019-12-30");
    contract("2015-01-01", "2019-12-31");
    contract("2015-01-01", null);

    List<DueRecord> due = house.unitOfWork.call(() -> ended.due(NEW_YEAR, null, 10));

    assertEquals(
        List.of(
            new DueRecord(
                old.id().value(), customer.value(), Instant.parse("2019-12-31T00:00:00Z"))),
        due);
    assertEquals(
        Map.of(old.id().value(), old.number()),
        house.unitOfWork.call(() -> ended.labels(List.of(old.id().value()))));
  }

  @Test
  void an_erased_contract_is_gone_with_papers_scans_and_history_and_others_stay() {
    ContractView old = contract("2015-01-01", "2019-12-30");
    ContractView other = contract("2015-01-01", null);
    house.annexes.annex(old.id(), ExpectedRevision.any(), house.annex(old, "2016-01-01", GUARD));
    ContractView left = terminated(contract("2015-01-01", null));
    house.scans.add(old.id(), "a.pdf", new ByteArrayInputStream(new byte[] {1}));
    house.scans.add(other.id(), "b.pdf", new ByteArrayInputStream(new byte[] {1}));

    List<ErasedData> erased = erase(old.id());
    erase(left.id());

    assertTrue(erased.contains(ErasedData.all(Contracts.TYPE, 1)));
    assertTrue(erased.contains(ErasedData.all("contracts.annex", 1)));
    assertTrue(erased.contains(ErasedData.all("attachment", 1)));
    assertThrows(NotFound.class, () -> house.contracts.get(old.id()));
    assertEquals(other.data(), house.contracts.get(other.id()).data());
    assertEquals(1, house.scans.of(other.id()).size());
    assertTrue(
        forgotten.contains(new RecordRef(Contracts.TYPE, Long.toString(old.id().value()), "")));
    assertTrue(forgotten.stream().anyMatch(record -> record.type().equals("contracts.original")));
    for (String table : TABLES) {
      String key = table.equals("contract") ? "id" : "contract_id";
      assertEquals(
          0,
          house.unitOfWork.call(
              () ->
                  Sql.of(
                          house.unitOfWork,
                          "select count(*) from contracts."
                              + table
                              + " where "
                              + key
                              + " in (?, ?)",
                          old.id(),
                          left.id())
                      .number()),
          table);
    }
  }

  private List<ErasedData> erase(ContractId id) {
    return house.unitOfWork.call(() -> ended.erase(id.value(), "too old"));
  }

  private ContractView terminated(ContractView contract) {
    house.terminate(contract, "2019-01-01", "2019-06-30");
    return house.contracts.withdrawTermination(contract.id(), ExpectedRevision.any(), "stays");
  }

  private ContractView contract(String from, String to) {
    return house.signed(house.data(customer, from, to, GUARD), from);
  }
}
