package org.kartoteka.contracts.internal.exchange;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.contracts.ContractData;
import org.kartoteka.contracts.LineData;
import org.kartoteka.contracts.internal.domain.Contract;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;

/** A contract as a row of a table. */
final class ContractCells {

  private ContractCells() {}

  /**
   * The cells by field.
   *
   * @param type the code of its type
   * @param party by what an import finds the party
   */
  static Map<String, String> of(
      Contract contract,
      String type,
      String party,
      Map<UserId, String> people,
      Map<BranchId, String> places) {
    ContractData data = contract.data();
    Map<String, String> cells = new HashMap<>();
    cells.put("number", data.number());
    cells.put("party", party);
    cells.put("type", type);
    cells.put("subject", data.subject());
    cells.put("signedOn", text(contract.signedOn()));
    cells.put("startsOn", text(data.startsOn()));
    cells.put("endsOn", text(data.endsOn()));
    cells.put("noticeMonths", months(data.noticeMonths()));
    // What was terminated must not begin to renew itself in the house that takes it in.
    cells.put("renewalMonths", months(contract.isTerminated() ? null : data.renewalMonths()));
    cells.put("currency", data.currency());
    cells.put("package", data.packageType());
    cells.put("salesperson", people.get(data.salespersonId()));
    cells.put("branch", places.get(data.branchId()));
    cells.put("responsible", people.get(data.responsibleId()));
    cells.put("note", data.note());
    List<LineData> lines = data.lines();
    if (!lines.isEmpty()) {
      put(cells, lines.get(0));
      cells.put("otherLines", PackedLines.pack(lines.subList(1, lines.size())));
    }
    return cells;
  }

  private static void put(Map<String, String> cells, LineData line) {
    cells.put("product", line.product());
    cells.put("line", line.name());
    cells.put("quantity", text(line.quantity()));
    cells.put("unit", line.unit());
    cells.put("price", text(line.unitPrice()));
    cells.put("cost", text(line.unitCost()));
    cells.put("taxCode", line.taxCode());
    cells.put("everyMonths", months(line.everyMonths()));
    cells.put("due", line.due() == null ? null : line.due().name());
    cells.put("alignedTo", text(line.alignedTo()));
    cells.put("lineFrom", text(line.from()));
    cells.put("lineUntil", text(line.until()));
  }

  /** A blank cell would be read as what is usual for the type. */
  private static String months(Integer months) {
    return months == null ? "0" : months.toString();
  }

  private static String text(Object value) {
    return value == null
        ? null
        : value instanceof BigDecimal n ? n.toPlainString() : value.toString();
  }
}
