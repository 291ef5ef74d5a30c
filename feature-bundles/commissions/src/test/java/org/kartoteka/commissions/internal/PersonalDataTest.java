package org.kartoteka.commissions.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.kartoteka.commissions.internal.House.ANNA;
import static org.kartoteka.commissions.internal.House.n;
import static org.kartoteka.commissions.internal.Trade.invoice;
import static org.kartoteka.commissions.internal.Trade.line;

import java.lang.reflect.Proxy;
import java.net.URL;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.commissions.AccrualQuery;
import org.kartoteka.commissions.AccrualState;
import org.kartoteka.commissions.AccrualView;
import org.kartoteka.commissions.Base;
import org.kartoteka.commissions.DecideAccruals;
import org.kartoteka.commissions.Rate;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.Trigger;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.internal.privacy.DataHolders;
import org.kartoteka.core.internal.privacy.DeclaredPlaces;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.privacy.DataSubject;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.PersonalDatum;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What the core finds and erases of a private person here, by the declaration alone. */
class PersonalDataTest {

  private final House house = new House();
  private final DataHolders holders =
      new DataHolders(new DeclaredPlaces(context(), house.unitOfWork, house.clock));
  private final PartyId feliksa = house.customer("Feliksa Ostrobramska");
  private final PartyId other = house.customer("Other");

  @BeforeEach
  void refused() {
    house.plan(ANNA, Rule.of("r", Trigger.POSTING, Base.NET, Rate.percent(n("10"))));
    house.happens(
        invoice(1, feliksa, ANNA, line(1, "100")), invoice(2, other, ANNA, line(1, "200")));
    house.accruals.refuse(DecideAccruals.all(AccrualQuery.all(), "Feliksa is her aunt"));
  }

  @Test
  void the_register_tells_of_commissions_on_her_sales_and_of_what_was_decided_on_them() {
    List<PersonalDatum> data = house.unitOfWork.call(() -> holders.describe(of(feliksa)));

    Map<String, PersonalDatum> byKind =
        data.stream().collect(Collectors.toMap(PersonalDatum::kind, one -> one));
    assertEquals(2, data.size());
    assertEquals("2026-03-02", byKind.get("commissions.accrual").values().get("earned_on"));
    assertEquals("Feliksa is her aunt", byKind.get("commissions.decision").values().get("reason"));
  }

  @Test
  void an_erasure_clears_the_reasons_of_her_and_leaves_the_amounts_and_the_reasons_of_others() {
    List<ErasedData> erased = house.unitOfWork.call(() -> holders.erase(of(feliksa)));

    assertEquals(List.of(ErasedData.all("commissions.decision", 1)), erased);
    AccrualView hers = row(feliksa);
    assertNull(hers.reason());
    assertEquals(AccrualState.REFUSED, hers.state());
    assertEquals(n("10.00"), hers.amount().amount());
    assertEquals("Feliksa is her aunt", row(other).reason());
  }

  @Test
  void what_was_decided_before_a_merge_is_found_with_the_survivor() {
    house.unitOfWork.run(() -> house.merge.merge(other, feliksa));

    house.unitOfWork.call(() -> holders.erase(of(other)));

    assertNull(
        house.accruals.page(AccrualQuery.all(), PageRequest.first()).items().get(0).reason());
    assertEquals(List.of(), house.unitOfWork.call(() -> holders.describe(of(feliksa))));
  }

  private AccrualView row(PartyId party) {
    return house
        .accruals
        .page(new AccrualQuery(null, null, party, null, null, null), PageRequest.first())
        .items()
        .get(0);
  }

  private static DataSubject of(PartyId party) {
    return new DataSubject(
        List.of(RecordRef.of(PartyRegister.TYPE, party, "")),
        List.of(),
        List.of("Feliksa Ostrobramska"),
        List.of(),
        "Erased person 1");
  }

  /** A house in which this bundle alone declares something. */
  private static BundleContext context() {
    Dictionary<String, String> headers = new Hashtable<>();
    headers.put("Kartoteka-Schema", "commissions;requires=core");
    Bundle bundle =
        proxy(
            Bundle.class,
            Map.of(
                "getHeaders",
                headers,
                "findEntries",
                List.of(resource("/db/commissions/personal-data.json"))));
    return proxy(BundleContext.class, Map.of("getBundles", new Bundle[] {bundle}));
  }

  private static URL resource(String path) {
    return PersonalDataTest.class.getResource(path);
  }

  private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object answer = answers.get(method.getName());
              return answer instanceof List<?> list ? Collections.enumeration(list) : answer;
            }));
  }
}
