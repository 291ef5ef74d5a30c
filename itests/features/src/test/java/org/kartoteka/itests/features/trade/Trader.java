package org.kartoteka.itests.features.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.kartoteka.itests.harness.Api;

/**
 * A client of the HTTP API who sells for a salesperson to customers of their own: by our contracts
 * and sales, and by a system outside that tells of its invoices. What is done follows from the
 * number alone, so that two traders of one number do the same in two houses.
 */
final class Trader {

  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final String OUTSIDE = "erp";

  private final String house;
  private final int number;
  private final Random random;
  private final String salesperson;
  private final String contractType;
  private final List<String> parties;
  private final List<Contract> contracts = new ArrayList<>();
  private final List<Invoice> invoices = new ArrayList<>();
  private final List<Payment> payments = new ArrayList<>();
  private final List<Invoice> told = new ArrayList<>();
  private final Map<String, String> labels = new HashMap<>();
  private Api api;

  private record Contract(String id, String party, String line, LocalDate startsOn) {}

  /** An invoice of which something may still be open. */
  private static final class Invoice {
    final String id;
    final String party;
    final LocalDate issuedOn;
    BigDecimal open;
    boolean corrected;

    Invoice(String id, String party, LocalDate issuedOn, BigDecimal open) {
      this.id = id;
      this.party = party;
      this.issuedOn = issuedOn;
      this.open = open;
    }
  }

  private record Payment(String id, LocalDate receivedOn, BigDecimal amount) {}

  /**
   * A trader of a house.
   *
   * @param number which one; also the seed
   */
  Trader(String house, int number, String salesperson, String contractType, List<String> parties) {
    this.house = house;
    this.number = number;
    this.random = new Random(number);
    this.salesperson = salesperson;
    this.contractType = contractType;
    this.parties = parties;
  }

  /** How the documents are called in every house, by source and key. */
  Map<String, String> labels() {
    return labels;
  }

  /** Signs so many contracts, posts so many invoices, and does what else comes with them. */
  void trade(Api through, int newContracts, int newInvoices) {
    api = through;
    int signed = 0;
    for (int i = 0; i < newInvoices; i++) {
      while (signed < newContracts && signed * newInvoices <= i * newContracts) {
        sign();
        signed++;
      }
      invoice();
      besides();
    }
  }

  private void besides() {
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> pay();
      case 3 -> giveBack();
      case 4 -> correct();
      case 5 -> annex();
      case 6 -> {
        if (random.nextInt(3) == 0) {
          terminate();
        }
      }
      default -> tellOutside();
    }
  }

  private void sign() {
    String label = label("C");
    LocalDate startsOn = FIRST.plusDays(random.nextInt(90));
    Map<String, Object> contract = new LinkedHashMap<>();
    contract.put("partyId", party());
    contract.put("typeId", contractType);
    contract.put("number", house + label);
    contract.put("startsOn", startsOn.toString());
    contract.put("currency", "PLN");
    contract.put("salespersonId", salesperson);
    contract.put("lines", List.of(line(null, price())));
    JsonNode made = api.post("contracts", contract).expect(201).json();
    String id = made.path("id").asText();
    api.act("contracts/" + id + "/signature", Map.of("signedOn", startsOn.toString())).expect(200);
    labels.put("contracts/" + id, label);
    contracts.add(
        new Contract(
            id,
            made.path("partyId").asText(),
            made.path("lines").path(0).path("key").asText(),
            startsOn));
  }

  /** An annex of any day: also before the day of another. */
  private void annex() {
    if (contracts.isEmpty()) {
      return;
    }
    Contract contract = any(contracts);
    LocalDate effectiveOn = contract.startsOn().plusDays(random.nextInt(200));
    api.act(
            "contracts/" + contract.id() + "/annexes",
            Map.of(
                "signedOn",
                contract.startsOn().plusDays(random.nextInt(60)).toString(),
                "effectiveOn",
                effectiveOn.toString(),
                "salespersonId",
                salesperson,
                "lines",
                List.of(line(contract.line(), price()))))
        .expect(201);
  }

  private void terminate() {
    if (contracts.isEmpty()) {
      return;
    }
    Contract contract = contracts.remove(random.nextInt(contracts.size()));
    LocalDate endsOn = contract.startsOn().plusDays(200 + random.nextInt(300));
    api.act(
            "contracts/" + contract.id() + "/termination",
            Map.of(
                "declaredOn",
                endsOn.minusDays(30).toString(),
                "endsOn",
                endsOn.toString(),
                "reason",
                TradingHouse.REASON))
        .expect(200);
  }

  private void invoice() {
    LocalDate issuedOn = FIRST.plusDays(random.nextInt(200));
    String label = label("F");
    JsonNode draft =
        api.post(
                "sales/documents",
                Map.of(
                    "partyId",
                    party(),
                    "issuedOn",
                    issuedOn.toString(),
                    "currency",
                    "PLN",
                    "salespersonId",
                    salesperson,
                    "lines",
                    List.of(sold("Sensor", price()), sold("Work", price()))))
            .expect(201)
            .json();
    String id = draft.path("id").asText();
    JsonNode posted = api.act("sales/documents/" + id + "/post", "").expect(200).json();
    labels.put("sales/" + id, label);
    invoices.add(
        new Invoice(
            id,
            posted.path("partyId").asText(),
            issuedOn,
            new BigDecimal(posted.path("gross").asText())));
  }

  private void correct() {
    Invoice invoice = any(invoices);
    if (invoice.corrected) {
      return;
    }
    invoice.corrected = true;
    String path = "sales/documents/" + invoice.id;
    api.act(
            path + "/corrections",
            Map.of(
                "issuedOn",
                invoice.issuedOn.plusDays(random.nextInt(20)).toString(),
                "reason",
                "Agreed otherwise",
                "lines",
                List.of(Map.of("position", 1, "unitPrice", new BigDecimal("1.50")))))
        .expect(200);
    JsonNode now = api.get(path).expect(200).json();
    invoice.open =
        new BigDecimal(now.path("gross").asText())
            .subtract(new BigDecimal(now.path("settled").asText()));
  }

  private void pay() {
    Invoice invoice = any(invoices);
    BigDecimal amount =
        random.nextInt(3) == 0
            ? invoice.open
            : invoice.open.divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN);
    if (amount.signum() <= 0) {
      return;
    }
    LocalDate receivedOn = invoice.issuedOn.plusDays(random.nextInt(40));
    String id =
        api.post(
                "sales/payments",
                Map.of(
                    "partyId",
                    invoice.party,
                    "receivedOn",
                    receivedOn.toString(),
                    "amount",
                    Map.of("amount", amount, "currency", "PLN"),
                    "allocations",
                    List.of(Map.of("documentId", invoice.id, "amount", amount))))
            .expect(201)
            .id();
    invoice.open = invoice.open.subtract(amount);
    payments.add(new Payment(id, receivedOn, amount));
  }

  private void giveBack() {
    if (payments.isEmpty()) {
      return;
    }
    Payment payment = payments.remove(random.nextInt(payments.size()));
    api.act(
            "sales/payments/" + payment.id() + "/returns",
            Map.of(
                "returnedOn",
                payment.receivedOn().plusDays(random.nextInt(20)).toString(),
                "amount",
                payment.amount(),
                "reason",
                "Bounced"))
        .expect(200);
  }

  /** A system outside invoices one of our contracts, or is paid for such an invoice. */
  private void tellOutside() {
    if (!told.isEmpty() && random.nextInt(3) == 0) {
      tellPayment(told.remove(random.nextInt(told.size())));
    } else if (!contracts.isEmpty()) {
      tellInvoice(any(contracts));
    }
  }

  private void tellInvoice(Contract contract) {
    String label = label("E");
    String key = house + label;
    LocalDate issuedOn = contract.startsOn().plusDays(random.nextInt(150));
    BigDecimal net = price();
    api.post(
            "trade-events/invoices",
            Map.of(
                "document",
                outside(key),
                "party",
                contract.party(),
                "issuedOn",
                issuedOn.toString(),
                "currency",
                "PLN",
                "salesperson",
                salesperson,
                "lines",
                List.of(
                    Map.of(
                        "position",
                        1,
                        "name",
                        "Monitoring",
                        "quantity",
                        1,
                        "net",
                        net,
                        "tax",
                        BigDecimal.ZERO,
                        "contract",
                        Map.of("source", "contracts", "key", contract.id()),
                        "contractLine",
                        contract.line(),
                        "from",
                        issuedOn.toString()))))
        .expect(200);
    labels.put(OUTSIDE + "/" + key, label);
    told.add(new Invoice(key, contract.party(), issuedOn, net));
  }

  private void tellPayment(Invoice invoice) {
    api.post(
            "trade-events/payments",
            Map.of(
                "document",
                outside("paid " + invoice.id),
                "party",
                invoice.party,
                "receivedOn",
                invoice.issuedOn.plusDays(random.nextInt(40)).toString(),
                "amount",
                invoice.open,
                "currency",
                "PLN",
                "allocations",
                List.of(Map.of("document", outside(invoice.id), "amount", invoice.open))))
        .expect(200);
  }

  private static Map<String, Object> outside(String key) {
    return Map.of("source", OUTSIDE, "key", key, "number", key);
  }

  private static Map<String, Object> line(String key, BigDecimal price) {
    Map<String, Object> line = new LinkedHashMap<>();
    if (key != null) {
      line.put("key", key);
    }
    line.put("name", "Monitoring");
    line.put("quantity", 1);
    line.put("unitPrice", price);
    line.put("everyMonths", 1);
    return line;
  }

  private static Map<String, Object> sold(String name, BigDecimal price) {
    return Map.of(
        "name", name, "quantity", 1, "unitPrice", price, "taxCode", TradingHouse.TAX_CODE);
  }

  private String label(String kind) {
    return number + kind + labels.size();
  }

  private String party() {
    return any(parties);
  }

  private BigDecimal price() {
    return BigDecimal.valueOf(1_000 + random.nextInt(200_000), 2);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
