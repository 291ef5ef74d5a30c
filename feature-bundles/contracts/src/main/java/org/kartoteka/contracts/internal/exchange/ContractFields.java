package org.kartoteka.contracts.internal.exchange;

import java.util.List;
import org.kartoteka.platform.api.exchange.ImportField;

/** The columns in which contracts are handed out and taken in. */
final class ContractFields {

  static final List<ImportField> ALL =
      List.of(
          field("number", false, "numer", "nr umowy", "номер", "contract number", "opportunity_id"),
          field("party", true, "podmiot", "klient", "клиент", "контрагент", "customer", "account"),
          field("type", false, "rodzaj", "typ", "вид", "contract type"),
          field("subject", false, "przedmiot", "предмет", "title"),
          field(
              "signedOn",
              false,
              "podpisano",
              "дата на подписване",
              "дата подписания",
              "signed",
              "close_date"),
          field("startsOn", false, "od", "początek", "от", "начало", "start", "start date"),
          field("endsOn", false, "do", "koniec", "до", "конец", "край", "end", "end date"),
          field("noticeMonths", false, "wypowiedzenie", "предизвестие", "notice"),
          field("renewalMonths", false, "przedłużenie", "подновяване", "продление", "renewal"),
          field("currency", false, "waluta", "валута", "валюта"),
          field("product", false, "produkt", "продукт", "товар", "item"),
          field("line", false, "pozycja", "nazwa", "наименование", "позиция", "name"),
          field("quantity", false, "ilość", "количество", "qty"),
          field("unit", false, "j.m.", "jm", "jednostka", "мярка", "ед. изм.", "единица", "uom"),
          field("price", true, "cena", "kwota", "цена", "сума", "сумма", "amount", "close_value"),
          field("cost", false, "koszt", "разход", "затраты"),
          field("taxCode", false, "stawka vat", "ставка ддс", "ставка ндс", "vat", "tax"),
          field("everyMonths", false, "co ile miesięcy", "на колко месеца", "период", "period"),
          field("due", false, "kiedy fakturować", "фактуриране", "когда выставлять счёт", "billed"),
          field("alignedTo", false, "początek okresu", "начало на период", "начало периода"),
          field("lineFrom", false, "pozycja od", "позиция от", "позиция с", "line from"),
          field("lineUntil", false, "pozycja do", "позиция до", "позиция по", "line until"),
          field("otherLines", false, "dalsze pozycje", "други позиции", "другие позиции"),
          field("package", false, "pakiet", "пакет", "package type"),
          field("salesperson", false, "handlowiec", "търговец", "продавец", "sales_agent", "agent"),
          field("branch", false, "oddział", "клон", "филиал", "office", "regional_office"),
          field("responsible", false, "opiekun", "отговорник", "ответственный", "looked after by"),
          field("note", false, "uwagi", "бележка", "примечание", "remarks"));

  private ContractFields() {}

  private static ImportField field(String name, boolean required, String... aliases) {
    return new ImportField(name, required, List.of(aliases));
  }
}
