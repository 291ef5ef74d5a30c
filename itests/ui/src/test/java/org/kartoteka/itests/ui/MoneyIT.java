package org.kartoteka.itests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Product;
import org.kartoteka.itests.harness.Waiting;

/** A month of money: from the contract by way of the invoice to the seller's statement. */
@OnProduct
class MoneyIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("M/d/yyyy");
  private static final String CUSTOMER = "Money Customer Ltd";
  private static final String SELLER = "Selma Seller";
  private static final int HALF = 30;

  private final Product product;
  private final Api api;

  /** A month of thirty days, so that the annex changes its price for one half of it. */
  private final YearMonth month = thirtyDays();

  MoneyIT(Product product) {
    this.product = product;
    this.api = product.api();
  }

  @Test
  void a_contract_an_annex_a_run_and_a_payment_end_in_a_statement(Browser.Windows windows)
      throws IOException {
    String customer = customer();
    String seller = seller();
    Window window = windows.open(product.address()).signIn();

    contract(window);
    annex(window);
    run(window);
    post(window, customer);
    pay(window);
    grant(window, seller);
    byte[] paper = settle(window, seller);

    assertTrue(new String(paper, StandardCharsets.ISO_8859_1).startsWith("%PDF"));
    assertEquals(List.of(), window.troubles());
  }

  private void contract(Window window) {
    window.go("contracts").click("#contract-new");
    choose(window, "#contract-form-partyId", CUSTOMER);
    choose(window, "#contract-form-typeId", "Money monitoring");
    choose(window, "#contract-form-salespersonId", SELLER);
    window
        .fill("#contract-form-number", "MONEY/1")
        .fill("#contract-form-startsOn", TYPED.format(month.atDay(1)))
        .fill("#contract-form-endsOn", TYPED.format(month.atEndOfMonth()))
        .click("#contract-lines-add")
        .fill("#contract-lines-0-name", "Monitoring")
        .fill("#contract-lines-0-unitPrice", "100")
        .click("#contract-form-save");
    window.at("#contract-terms", "100.00").first().waitFor();
    window.click("#contract-sign").click("#sign-form-save");
    window.at("#contract-annex").waitFor();
  }

  private void annex(Window window) {
    window.click("#contract-annex");
    window
        .fill("#annex-form-effectiveOn", TYPED.format(month.atDay(HALF / 2 + 1)))
        .fill("#annex-lines-0-unitPrice", "160")
        .click("#annex-form-save");
    window.at("#contract-annexes", "160.00").first().waitFor();
  }

  /** Fifteen days at 100 and fifteen at 160 are 130; the page follows the run to its end. */
  private void run(Window window) {
    window.go("sales/runs").fill("#run-day", TYPED.format(month.atEndOfMonth()));
    window.at("#run-due vaadin-grid-cell-content", CUSTOMER).waitFor();
    window.at("#run-due vaadin-grid-cell-content", "130.00").waitFor();
    window.click("#run-start");
    window.at("#run-list vaadin-grid-cell-content", "Done").first().waitFor();
  }

  private void post(Window window, String customer) {
    Waiting.until(
        "the draft of the run",
        SOON,
        () -> api.get("sales/documents?partyId=" + customer).json().path("items").size() == 1);
    window.go("sales?party=" + customer);
    window.at("vaadin-grid-cell-content", "159.90").first().click();
    window.click("#document-post");
    window.at("vaadin-grid-cell-content", "Posted").first().waitFor();
  }

  private void pay(Window window) {
    window.go("sales/payments").click("#payment-new");
    choose(window, "#payment-form-partyId", CUSTOMER);
    window
        .fill("#payment-form-receivedOn", TYPED.format(LocalDate.now()))
        .fill("#payment-form-amount", "159.90")
        .click("#payment-form-save");
    window.at("vaadin-grid-cell-content", CUSTOMER).first().waitFor();
  }

  /** Half a month's subscription for the signature and the annex, a tenth of what was paid. */
  private void grant(Window window, String seller) {
    Waiting.until(
        "the commissions",
        SOON,
        () -> api.get("commissions/accruals?personId=" + seller).json().path("items").size() == 3);
    window.go("commissions?person=" + seller);
    for (String amount : List.of("50.00", "30.00", "13.00")) {
      window.at("vaadin-grid-cell-content", amount).first().waitFor();
    }
    window.at("vaadin-grid-cell-content", "13.00").first().click();
    window.at("#accrual-explanation", "Paid 159.90 of 159.90: 100 %").waitFor();
    window.click("#commissions-grant-all").click("#commissions-grant-dialog-yes");
    window.at("vaadin-grid-cell-content", "Granted").first().waitFor();
  }

  private byte[] settle(Window window, String seller) throws IOException {
    window.go("commissions/statements?person=" + seller).click("#statements-settle");
    choose(window, "#settle-form-persons", SELLER);
    window.fill("#settle-form-day", TYPED.format(LocalDate.now())).click("#settle-form-save");
    window.at("vaadin-grid-cell-content", "93.00").first().click();
    Download paper = window.page().waitForDownload(() -> window.click("#statement-pdf"));
    try (InputStream file = paper.createReadStream()) {
      return file.readAllBytes();
    }
  }

  private String customer() {
    api.put("sales/tax-rates", Map.of("code", "23", "validFrom", "2020-01-01", "percent", 23));
    api.post("contracts/types", Map.of("code", "money-monitoring", "name", "Money monitoring"))
        .expect(201);
    return api.post(
            "parties",
            Map.of("kind", "ORGANISATION", "name", CUSTOMER, "currency", "PLN", "status", "ACTIVE"))
        .expect(201)
        .id();
  }

  private String seller() {
    String seller =
        api.post(
                "users",
                Map.of(
                    "name",
                    "selma",
                    "fullName",
                    SELLER,
                    "language",
                    "en",
                    "roles",
                    List.of("SALESPERSON"),
                    "password",
                    Product.PASSWORD))
            .expect(201)
            .id();
    String plan = api.post("commissions/plans", Map.of("name", "Money")).expect(201).id();
    api.post(
            "commissions/plans/" + plan + "/versions",
            Map.of(
                "validFrom",
                month.minusYears(1).atDay(1).toString(),
                "terms",
                Map.of(
                    "rules",
                    List.of(
                        rule("signed", "SIGNATURE", "SUBSCRIPTION", 50),
                        rule("paid", "PAYMENT", "NET", 10)))))
        .expect(200);
    api.post(
            "commissions/plans/" + plan + "/assignments",
            Map.of(
                "assignee",
                "PERSON",
                "subject",
                seller,
                "validFrom",
                month.minusYears(1).atDay(1).toString()))
        .expect(200);
    return seller;
  }

  private static Map<String, Object> rule(String key, String trigger, String base, int percent) {
    return Map.of(
        "key",
        key,
        "name",
        key,
        "trigger",
        trigger,
        "base",
        base,
        "rate",
        Map.of("kind", "PERCENT", "value", percent));
  }

  private static void choose(Window window, String picker, String name) {
    window.at(picker + " input").fill(name);
    window.at("vaadin-combo-box-item", name).first().click();
  }

  private static YearMonth thirtyDays() {
    YearMonth month = YearMonth.now();
    while (month.lengthOfMonth() != HALF) {
      month = month.minusMonths(1);
    }
    return month;
  }
}
