package org.kartoteka.commissions.internal.calculation;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.commissions.internal.domain.DealKind;
import org.kartoteka.core.api.trade.DocumentRef;

/** The deals that a batch touches, by their documents. */
final class DealFiles {

  private final Map<Long, DealFile> byId = new LinkedHashMap<>();
  private final Map<String, DealFile> contracts = new HashMap<>();
  private final Map<String, DealFile> invoices = new HashMap<>();

  void add(DealFile file) {
    byId.put(file.id, file);
    byName(file.kind()).put(DealFile.name(file.document), file);
  }

  /** Credit notes lead to the invoices they correct. */
  void link(Map<String, Long> creditNotes) {
    creditNotes.forEach((name, id) -> invoices.put(name, byId.get(id)));
  }

  /** Takes note of a credit note; false when it is known already. */
  boolean credits(DocumentRef creditNote, DealFile invoice) {
    return invoices.putIfAbsent(DealFile.name(creditNote), invoice) == null;
  }

  /** The deal of the document; null when nothing is known of it. */
  DealFile find(DealKind kind, DocumentRef document) {
    return byName(kind).get(DealFile.name(document));
  }

  List<DealFile> invoicesOf(String contract) {
    return byId.values().stream()
        .filter(
            file ->
                file.kind() == DealKind.INVOICE && file.deal().contracts().containsKey(contract))
        .sorted(java.util.Comparator.comparing(file -> file.id))
        .toList();
  }

  Collection<DealFile> all() {
    return byId.values();
  }

  private Map<String, DealFile> byName(DealKind kind) {
    return kind == DealKind.CONTRACT ? contracts : invoices;
  }
}
