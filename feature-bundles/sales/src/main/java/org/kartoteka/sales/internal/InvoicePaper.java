package org.kartoteka.sales.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.print.PrintedBlock;
import org.kartoteka.platform.api.print.PrintedDocument;
import org.kartoteka.platform.api.print.PrintedFields;
import org.kartoteka.platform.api.print.PrintedFields.Field;
import org.kartoteka.platform.api.print.PrintedFields.Group;
import org.kartoteka.platform.api.print.PrintedTable;
import org.kartoteka.platform.api.print.PrintedTable.Column;
import org.kartoteka.platform.api.print.PrintedText;
import org.kartoteka.sales.DocumentKind;
import org.kartoteka.sales.DocumentState;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.LineView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Describes invoices and credit notes as they are printed, in the language of the party. */
@Component(service = InvoicePaper.class)
public final class InvoicePaper {

  private static final int MONEY = 2;

  private final PartyRegister parties;
  private final Messages messages;
  private final SalesSettings settings;

  @Activate
  public InvoicePaper(
      @Reference PartyRegister parties,
      @Reference Messages messages,
      @Reference SalesSettings settings) {
    this.parties = parties;
    this.messages = messages;
    this.settings = settings;
  }

  PrintedDocument of(DocumentView document) {
    PartyView party = parties.get(document.partyId());
    Words words = new Words(messages, language(party));
    List<PrintedBlock> blocks = new ArrayList<>();
    blocks.add(
        new PrintedFields(
            List.of(seller(words), buyer(document, party, words), days(document, words))));
    if (document.reason() != null) {
      blocks.add(PrintedText.of(words.of("reason") + ": " + document.reason()));
    }
    blocks.add(lines(document, words));
    blocks.add(taxes(document, words));
    blocks.add(new PrintedText(words.of("total") + ": " + amount(document, words), true));
    if (document.note() != null) {
      blocks.add(PrintedText.of(document.note()));
    }
    return new PrintedDocument(
        words.locale(), title(document, words), blocks, String.join(" · ", settings.seller()));
  }

  private record Words(Messages messages, Locale locale) {
    String of(String key, Object... arguments) {
      return messages.text(locale, "sales.paper." + key, arguments);
    }
  }

  private static Locale language(PartyView party) {
    return Messages.nearest(
        party.language() == null ? null : Locale.forLanguageTag(party.language()));
  }

  private static String title(DocumentView document, Words words) {
    if (document.state() == DocumentState.DRAFT) {
      return words.of("draft");
    }
    return document.kind() == DocumentKind.INVOICE
        ? words.of("invoice", document.number())
        : words.of("creditNote", document.number(), document.correctsNumber());
  }

  private Group seller(Words words) {
    return new Group(words.of("seller"), settings.seller().stream().map(Field::of).toList());
  }

  private static Group buyer(DocumentView document, PartyView party, Words words) {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of(document.partyName() == null ? party.name() : document.partyName()));
    party.addresses().stream()
        .sorted((one, other) -> Integer.compare(rank(one), rank(other)))
        .findFirst()
        .ifPresent(address -> address(address).forEach(line -> fields.add(Field.of(line))));
    party.identifiers().stream()
        .filter(identifier -> identifier.type().matches("PL_NIP|BG_EIK|RU_INN|EU_VAT"))
        .map(InvoicePaper::written)
        .forEach(fields::add);
    return new Group(words.of("buyer"), fields);
  }

  private static int rank(Address address) {
    int rank = List.of("INVOICE", "SEAT", "HOME").indexOf(address.kind());
    return rank < 0 ? 9 : rank;
  }

  private static List<String> address(Address address) {
    String place =
        Stream.of(address.postalCode(), address.city())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return Stream.of(address.street(), place)
        .filter(line -> line != null && !line.isBlank())
        .toList();
  }

  private static Field written(Identifier identifier) {
    String type = identifier.type();
    return new Field(type.substring(type.indexOf('_') + 1), identifier.value());
  }

  private static Group days(DocumentView document, Words words) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field(words.of("issuedOn"), document.issuedOn()));
    if (document.soldOn() != null) {
      fields.add(new Field(words.of("soldOn"), document.soldOn()));
    }
    if (document.dueOn() != null) {
      fields.add(new Field(words.of("dueOn"), document.dueOn()));
    }
    fields.add(new Field(words.of("currency"), document.currency().getCurrencyCode()));
    return new Group("", fields);
  }

  private static PrintedTable lines(DocumentView document, Words words) {
    List<List<Object>> rows = new ArrayList<>();
    for (LineView line : document.lines()) {
      rows.add(
          Arrays.asList(
              Integer.toString(line.position()),
              named(line, words),
              line.quantity().stripTrailingZeros().scale() < 0
                  ? line.quantity().setScale(0)
                  : line.quantity().stripTrailingZeros(),
              line.unit(),
              price(line.unitPrice()),
              line.net(),
              line.taxCode()));
    }
    return new PrintedTable(
        "",
        List.of(
            Column.text(words.of("position"), 2),
            Column.text(words.of("name"), 14),
            Column.figures(words.of("quantity"), 5),
            Column.text(words.of("unit"), 4),
            Column.figures(words.of("unitPrice"), 6),
            Column.figures(words.of("net"), 6),
            Column.text(words.of("taxCode"), 3)),
        rows,
        List.of());
  }

  /** At least as many decimals as money has; more where the price needs them. */
  private static BigDecimal price(BigDecimal price) {
    BigDecimal plain = price.stripTrailingZeros();
    return plain.scale() < MONEY ? plain.setScale(MONEY) : plain;
  }

  private static String named(LineView line, Words words) {
    return line.from() == null
        ? line.name()
        : line.name() + "\n" + words.of("period", line.from(), line.until());
  }

  private static PrintedTable taxes(DocumentView document, Words words) {
    Map<String, BigDecimal[]> sums = new LinkedHashMap<>();
    for (LineView line : document.lines()) {
      BigDecimal[] sum =
          sums.computeIfAbsent(
              line.taxCode() + " (" + line.taxPercent().stripTrailingZeros().toPlainString() + "%)",
              key -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
      sum[0] = sum[0].add(line.net());
      sum[1] = sum[1].add(line.tax());
    }
    List<List<Object>> rows = new ArrayList<>();
    sums.forEach((rate, sum) -> rows.add(List.of(rate, sum[0], sum[1], sum[0].add(sum[1]))));
    return new PrintedTable(
        words.of("taxes"),
        List.of(
            Column.text(words.of("taxCode"), 2),
            Column.figures(words.of("net"), 2),
            Column.figures(words.of("tax"), 2),
            Column.figures(words.of("gross"), 2)),
        rows,
        List.of(List.of(words.of("sum"), document.net(), document.tax(), document.gross())));
  }

  private static String amount(DocumentView document, Words words) {
    return words.of("amount", document.gross(), document.currency().getCurrencyCode());
  }
}
