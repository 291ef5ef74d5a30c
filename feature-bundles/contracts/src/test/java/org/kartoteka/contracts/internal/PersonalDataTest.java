package org.kartoteka.contracts.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kartoteka.contracts.ContractData;
import org.kartoteka.contracts.ContractQuery;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.LineData;
import org.kartoteka.contracts.OriginalData;
import org.kartoteka.contracts.OriginalQuery;
import org.kartoteka.contracts.OriginalView;
import org.kartoteka.contracts.Originals;
import org.kartoteka.contracts.TerminateContract;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.internal.privacy.DataHolders;
import org.kartoteka.core.internal.privacy.DeclaredPlaces;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.privacy.DataSubject;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.PersonalDatum;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What contracts hold of a private person, by the reader and eraser of the core. */
class PersonalDataTest {

  private static final LineData GUARD = LineData.monthly(null, "Guard", "100", null);

  private final House house = new House();
  private final DataHolders holders =
      new DataHolders(new DeclaredPlaces(withThisBundle(), house.unitOfWork, house.clock));
  private final PartyId jan = house.customer("Jan Kowalski");
  private final PartyId other = house.customer("Anna Nowak");

  @Test
  void a_person_learns_what_was_agreed_with_him_and_what_was_said_of_it() {
    ContractView contract = contract(jan, "Alarm of Jan Kowalski");
    contract(other, "Alarm of Anna Nowak");
    house.contracts.terminate(
        contract.id(),
        ExpectedRevision.any(),
        new TerminateContract(null, house.today(), "price", "Jan Kowalski moves"));
    house.contracts.withdrawTermination(
        contract.id(), ExpectedRevision.any(), "Jan Kowalski stays");

    List<PersonalDatum> data = house.unitOfWork.call(() -> holders.describe(subject()));

    assertEquals(1, data.size());
    assertEquals(Contracts.TYPE, data.get(0).kind());
    assertEquals(Long.toString(contract.id().value()), data.get(0).record());
    Map<String, Object> values = data.get(0).values();
    assertEquals(contract.number(), values.get("number"));
    assertEquals("Alarm of Jan Kowalski", values.get("subject"));
    assertEquals("2026-01-01", values.get("signed_on"));
    assertEquals("Call Jan Kowalski", values.get("note"));
    assertEquals("Jan Kowalski stays", values.get("withdrawal_reason"));
  }

  @Test
  void an_erasure_leaves_the_contract_without_the_person_and_others_as_they_are() {
    ContractView contract = contract(jan, "Alarm of Jan Kowalski");
    ContractView foreign = contract(other, "Alarm of Anna Nowak");
    house.contracts.terminate(
        contract.id(),
        ExpectedRevision.any(),
        new TerminateContract(null, house.today(), "price", "Jan Kowalski moves"));

    List<ErasedData> erased = house.unitOfWork.call(() -> holders.erase(subject()));

    assertEquals(List.of(ErasedData.all(Contracts.TYPE, 1)), erased);
    assertFalse(everything().contains("Kowalski"));
    assertTrue(everything().contains("Alarm of Anna Nowak"));
    ContractView after = house.contracts.get(contract.id());
    assertEquals("former customer 1", after.partyName());
    assertEquals(contract.number(), after.number());
    assertEquals(contract.lines(), after.lines());
    assertEquals(0, house.contracts.count(ContractQuery.words("kowalski"), 10));
    assertEquals(foreign.data(), house.contracts.get(foreign.id()).data());
  }

  @Test
  void words_on_annexes_and_papers_are_told_and_erased_too() {
    holders.bindHolder(new PapersOfPersons(house.unitOfWork));
    for (PartyId party : List.of(jan, other)) {
      ContractView contract = contract(party, "Alarm of " + party.value());
      OriginalView paper =
          house.originals.page(OriginalQuery.of(contract.id()), PageRequest.first()).items().get(0);
      house.originals.track(
          paper.id(),
          ExpectedRevision.any(),
          new OriginalData("Kowalski " + party.value(), house.today(), null, null));
    }

    List<PersonalDatum> told = house.unitOfWork.call(() -> holders.describe(subject()));
    List<ErasedData> erased = house.unitOfWork.call(() -> holders.erase(subject()));

    assertEquals(
        List.of(Map.of("holder", "Kowalski " + jan.value())),
        told.stream()
            .filter(datum -> datum.kind().equals(Originals.TYPE))
            .map(
                datum -> {
                  Map<String, Object> values = new HashMap<>(datum.values());
                  values.remove("asked_by");
                  return values;
                })
            .toList());
    assertTrue(erased.contains(ErasedData.all(Originals.TYPE, 1)));
    assertFalse(everything().contains("Kowalski " + jan.value()));
    assertTrue(everything().contains("Kowalski " + other.value()));
  }

  private ContractView contract(PartyId party, String subject) {
    ContractData data = house.data(party, "2026-01-01", null, GUARD);
    return house.signed(
        new ContractData(
            data.partyId(),
            data.typeId(),
            null,
            subject,
            data.startsOn(),
            null,
            null,
            null,
            data.currency(),
            data.packageType(),
            data.salespersonId(),
            null,
            null,
            "Call Jan Kowalski".replace("Jan Kowalski", subject.substring("Alarm of ".length())),
            data.lines()),
        "2026-01-01");
  }

  private DataSubject subject() {
    return new DataSubject(
        List.of(RecordRef.of(PartyRegister.TYPE, jan, "Jan Kowalski")),
        List.of(),
        List.of("Jan Kowalski"),
        List.of(),
        "former customer 1");
  }

  /** All rows of this bundle as texts. */
  private String everything() {
    return house.unitOfWork.call(
        () ->
            String.join(
                "\n",
                Sql.of(
                        house.unitOfWork,
                        "select c::text from contracts.contract c union all"
                            + " select a::text from contracts.contract_act a union all"
                            + " select l::text from contracts.contract_line l union all"
                            + " select o::text from contracts.original o")
                    .list(row -> row.getString(1))));
  }

  /** A framework with this bundle alone in it. */
  private static BundleContext withThisBundle() {
    Hashtable<String, String> headers = new Hashtable<>();
    headers.put("Kartoteka-Schema", "contracts;requires=core");
    Bundle bundle =
        made(
            Bundle.class,
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getHeaders" -> headers;
                  case "findEntries" ->
                      Collections.enumeration(List.of(resource(arguments[0] + "/" + arguments[1])));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
    return made(BundleContext.class, (self, method, arguments) -> new Bundle[] {bundle});
  }

  private static URL resource(String path) {
    return Contracts.class.getClassLoader().getResource(path);
  }

  private static <T> T made(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
