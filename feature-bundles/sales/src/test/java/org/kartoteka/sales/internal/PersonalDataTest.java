package org.kartoteka.sales.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URL;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.internal.privacy.DataHolders;
import org.kartoteka.core.internal.privacy.DeclaredPlaces;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.privacy.DataSubject;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.PersonalDatum;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.InvoiceData;
import org.kartoteka.sales.PaymentData;
import org.kartoteka.sales.PaymentShare;
import org.kartoteka.sales.PaymentView;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What this room declares of personal data, as the core hands it out and erases it. */
class PersonalDataTest {

  private final House house = new House();
  private final DataHolders holders =
      new DataHolders(new DeclaredPlaces(bundles(), house.unitOfWork, house.clock));
  private final PartyId person = house.customer("Jan Kowalski");
  private final PartyId other = house.customer("Nowak");
  private DocumentView posted;
  private DocumentView draft;
  private PaymentView payment;

  @BeforeEach
  void documents() {
    posted = invoice(person, "Leave it with Jan Kowalski's neighbour");
    posted = house.documents.post(posted.id(), ExpectedRevision.any());
    draft = invoice(person, "Call Jan Kowalski first");
    payment = payment(person, "Jan Kowalski, for March");
    invoice(other, "Stays");
    payment(other, "Stays");
  }

  @Test
  void a_person_gets_all_invoices_and_payments() {
    List<PersonalDatum> data = house.unitOfWork.call(() -> holders.describe(subject()));

    assertEquals(
        List.of(
            "sales.document " + posted.id().value(),
            "sales.document " + draft.id().value(),
            "sales.payment " + payment.id().value()),
        data.stream().map(datum -> datum.kind() + " " + datum.record()).sorted().toList());
    Map<String, Object> invoice =
        data.stream()
            .filter(datum -> datum.record().equals(Long.toString(posted.id().value())))
            .findFirst()
            .orElseThrow()
            .values();
    assertEquals("Jan Kowalski", invoice.get("party_name"));
    assertEquals(posted.number(), invoice.get("number"));
    assertEquals("Leave it with Jan Kowalski's neighbour", invoice.get("note"));
  }

  @Test
  void what_accounting_law_protects_is_kept_and_the_report_says_why() {
    List<ErasedData> report = house.unitOfWork.call(() -> holders.erase(subject()));

    assertEquals(
        List.of(ErasedData.all("sales.document", 1), kept(1), ErasedData.all("sales.payment", 1)),
        report);
    DocumentView invoice = house.documents.get(posted.id());
    assertEquals("Leave it with Jan Kowalski's neighbour", invoice.note());
    assertEquals(posted.number(), invoice.number());
    assertEquals(posted.gross(), invoice.gross());
    assertEquals(
        1,
        house.number(
            "select count(*) from sales.document where party_name = 'Jan Kowalski'"
                + " and state = 'POSTED' and search_text = ''"));
  }

  @Test
  void an_invoice_names_the_person_as_long_as_the_retention_rule_says_and_the_report_until_when() {
    DocumentView over = settled("2020-12-31");
    DocumentView lasting = settled("2021-01-01");
    DocumentView late = settled("2022-06-30");
    DocumentView unpaid =
        house.documents.post(invoice(person, "Unpaid", "2020-12-31").id(), ExpectedRevision.any());
    rule(60);

    List<ErasedData> report = house.unitOfWork.call(() -> holders.erase(subject()));

    assertEquals(
        List.of(
            ErasedData.all("sales.document", 2),
            kept(1).until(LocalDate.of(2026, 12, 31)),
            kept(1).until(LocalDate.of(2027, 12, 31)),
            kept(2)),
        report.subList(0, 4));
    DocumentView erased = house.documents.get(over.id());
    assertEquals("Erased person 1", erased.partyName());
    assertNull(erased.note());
    assertEquals(over.number(), erased.number());
    assertEquals(over.gross(), erased.gross());
    for (DocumentView kept : List.of(lasting, late, unpaid)) {
      assertEquals("Jan Kowalski", house.documents.get(kept.id()).partyName());
    }
  }

  @Test
  void the_reason_of_a_correction_is_kept_and_goes_with_the_invoice() {
    DocumentView over = settled("2020-12-31");
    DocumentView lasting = settled("2021-01-01");
    house.database.execute("update sales.document set reason = 'Jan Kowalski was wrong'");
    rule(60);

    house.unitOfWork.run(() -> holders.erase(subject()));

    assertNull(house.documents.get(over.id()).reason());
    assertNull(house.documents.get(draft.id()).reason());
    assertEquals("Jan Kowalski was wrong", house.documents.get(lasting.id()).reason());
  }

  @Test
  void drafts_and_payments_name_the_person_no_longer_and_others_stay_as_they_are() {
    house.unitOfWork.run(() -> holders.erase(subject()));

    assertEquals(
        1,
        house.number(
            "select count(*) from sales.document where party_name = 'Erased person 1'"
                + " and note is null and search_text = '' and state = 'DRAFT'"));
    assertEquals(null, house.payments.get(payment.id()).reference());
    assertEquals(new BigDecimal("7"), house.payments.get(payment.id()).amount().amount());
    assertEquals(1, house.number("select count(*) from sales.document where note = 'Stays'"));
    assertEquals(1, house.number("select count(*) from sales.payment where reference = 'Stays'"));
  }

  private static ErasedData kept(long rows) {
    return ErasedData.kept("sales.document", rows, "accounting", "sales.document");
  }

  private void rule(int months) {
    house.database.execute(
        "insert into core.retention_rule (kind, feature, months, changed_at, changed_by) values"
            + " ('sales.document', 'sales', "
            + months
            + ", now(), 'tester')");
  }

  private DocumentView settled(String issued) {
    DocumentView invoice =
        house.documents.post(
            invoice(person, "For Jan Kowalski", issued).id(), ExpectedRevision.any());
    house.payments.receive(
        new PaymentData(
            person,
            LocalDate.parse(issued),
            new Money(invoice.gross(), House.PLN),
            null,
            null,
            null,
            List.of(PaymentShare.of(invoice.id(), invoice.gross()))));
    return invoice;
  }

  private DocumentView invoice(PartyId party, String note) {
    return invoice(party, note, null);
  }

  private DocumentView invoice(PartyId party, String note, String issued) {
    return house.documents.draft(
        new InvoiceData(
            party,
            issued == null ? null : LocalDate.parse(issued),
            null,
            null,
            null,
            null,
            note,
            List.of(House.line("x", "1", "100"))));
  }

  private PaymentView payment(PartyId party, String reference) {
    return house.payments.receive(
        new PaymentData(
            party,
            House.TODAY,
            new Money(new BigDecimal("7"), House.PLN),
            null,
            reference,
            null,
            List.of()));
  }

  private DataSubject subject() {
    return new DataSubject(
        List.of(RecordRef.of(PartyRegister.TYPE, person, "Jan Kowalski")),
        List.of(),
        List.of("Jan Kowalski"),
        List.of(),
        "Erased person 1");
  }

  /** This bundle, installed in a framework. */
  private static BundleContext bundles() {
    Dictionary<String, String> headers = new Hashtable<>(Map.of("Kartoteka-Schema", "sales"));
    URL declaration =
        PersonalDataTest.class.getClassLoader().getResource("db/sales/personal-data.json");
    Bundle sales =
        proxy(
            Bundle.class,
            Map.of(
                "getHeaders",
                headers,
                "findEntries",
                Collections.enumeration(List.of(declaration))));
    return proxy(BundleContext.class, Map.of("getBundles", new Bundle[] {sales}));
  }

  private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            PersonalDataTest.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answers.get(method.getName())));
  }
}
