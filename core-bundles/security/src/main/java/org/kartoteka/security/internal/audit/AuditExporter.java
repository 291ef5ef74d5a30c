package org.kartoteka.security.internal.audit;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.platform.api.audit.AuditEntry;
import org.kartoteka.platform.api.audit.AuditLog;
import org.kartoteka.platform.api.audit.AuditQuery;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.exchange.ExportField;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.exchange.RecordExporter;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.security.CurrentUser;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands the audit log out as a file. */
@Component
public final class AuditExporter implements RecordExporter {

  private static final List<String> FIELDS =
      List.of(
          "id", "at", "actor", "act", "recordType", "recordId", "label", "details", "correlation");

  private final AuditLog log;
  private final Messages messages;
  private final CurrentUser currentUser;

  @Activate
  public AuditExporter(
      @Reference AuditLog log, @Reference Messages messages, @Reference CurrentUser currentUser) {
    this.log = log;
    this.messages = messages;
    this.currentUser = currentUser;
  }

  @Override
  public String type() {
    return "audit";
  }

  @Override
  public String permission() {
    return AuditLogService.READ;
  }

  @Override
  public Set<FileFormat> formats() {
    return EnumSet.of(FileFormat.CSV, FileFormat.XLSX, FileFormat.JSON);
  }

  @Override
  public List<ExportField> fields() {
    return FIELDS.stream().map(ExportField::of).toList();
  }

  @Override
  public void check(ExportQuery query) {
    AuditQuery.of(query.filter());
  }

  @Override
  public void rows(ExportQuery query, List<String> fields, RowSink sink) {
    AuditQuery wanted = AuditQuery.of(query.filter());
    PageRequest request = PageRequest.first(PageRequest.MAX_LIMIT);
    while (request != null) {
      Page<AuditEntry> page = log.page(wanted, request);
      for (AuditEntry entry : page.items()) {
        Map<String, String> cells = cells(entry);
        sink.row(fields.stream().map(cells::get).toList());
      }
      request =
          page.next() == null ? null : new PageRequest(PageRequest.MAX_LIMIT, page.next(), null);
    }
  }

  private Map<String, String> cells(AuditEntry entry) {
    return Stream.of(
            Map.entry("id", Long.toString(entry.id())),
            Map.entry("at", entry.at().toString()),
            Map.entry("actor", entry.actor()),
            Map.entry(
                "act",
                messages.text(currentUser.require().locale(), "audit.act." + entry.act().name())),
            Map.entry("recordType", entry.record().type()),
            Map.entry("recordId", entry.record().id()),
            Map.entry("label", entry.record().label()),
            Map.entry(
                "details",
                entry.details().stream()
                    .map(AuditExporter::text)
                    .collect(Collectors.joining("; "))),
            Map.entry("correlation", Objects.requireNonNullElse(entry.correlation(), "")))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String text(FieldChange change) {
    if (change.before() == null && change.after() == null) {
      return change.field();
    }
    return change.field()
        + ": "
        + (change.before() == null ? "" : change.before() + " → ")
        + Objects.requireNonNullElse(change.after(), "");
  }
}
