package org.kartoteka.core.internal.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.CorePermissions;
import org.kartoteka.platform.api.audit.AuditAct;
import org.kartoteka.platform.api.audit.AuditLog;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.exchange.ExportField;
import org.kartoteka.platform.api.exchange.ExportId;
import org.kartoteka.platform.api.exchange.ExportOrder;
import org.kartoteka.platform.api.exchange.ExportView;
import org.kartoteka.platform.api.exchange.Exports;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.exchange.RecordExporter;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Hands lists out as files, with the exporters that bundles offer. */
@Component
public final class ExportsService implements Exports {

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final CurrentUser user;
  private final ExportStore store;
  private final Messages messages;
  private final Clock clock;
  private final AuditLog audit;
  private final PartyScopes scopes;
  private final List<RecordExporter> exporters = new CopyOnWriteArrayList<>();

  @Activate
  public ExportsService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference CurrentUser user,
      @Reference ExportStore store,
      @Reference Messages messages,
      @Reference Clock clock,
      @Reference AuditLog audit,
      @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.user = user;
    this.store = store;
    this.messages = messages;
    this.clock = clock;
    this.audit = audit;
    this.scopes = scopes;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void bindExporter(RecordExporter exporter) {
    exporters.add(exporter);
  }

  public void unbindExporter(RecordExporter exporter) {
    exporters.remove(exporter);
  }

  @Override
  public List<RecordExporter> exporters() {
    return exporters.stream()
        .filter(exporter -> access.may(exporter.permission()))
        .sorted(Comparator.comparing(RecordExporter::type))
        .toList();
  }

  @Override
  public ExportView order(ExportOrder order) {
    RecordExporter exporter = permitted(order.type());
    List<String> known = exporter.fields().stream().map(ExportField::name).toList();
    Findings findings = new Findings();
    if (!exporter.formats().contains(order.format())) {
      findings.add("format", "exportFormat");
    }
    order.fields().stream()
        .filter(field -> !known.contains(field))
        .forEach(field -> findings.add("fields", "unknownExportField", field));
    findings.throwIfAny();
    exporter.check(order.query());
    boolean all = order.fields().isEmpty() || order.format() == FileFormat.VCARD;
    ExportOrder whole =
        new ExportOrder(order.type(), order.format(), all ? known : order.fields(), order.query());
    String fileName =
        messages.text(user.require().locale(), "import." + order.type())
            + "-"
            + LocalDate.now(clock)
            + "."
            + order.format().extension();
    return unitOfWork.call(() -> store.add(whole, fileName, user.require().name()));
  }

  @Override
  public ExportView find(ExportId id) {
    access.require(CorePermissions.EXPORT);
    return unitOfWork.call(() -> known(id));
  }

  @Override
  public Page<ExportView> page(PageRequest request) {
    access.require(CorePermissions.EXPORT);
    return unitOfWork.call(() -> store.page(scopes.onlyDoingsOf(), request));
  }

  @Override
  public void write(ExportId id, OutputStream out) {
    ExportView export = find(id);
    RecordExporter exporter = permitted(export.type());
    List<ExportField> permitted = exporter.fields();
    List<String> fields =
        export.fields().stream()
            .filter(name -> permitted.stream().anyMatch(field -> field.name().equals(name)))
            .toList();
    audit.record(AuditAct.EXPORTED, reference(export), particulars(export, fields));
    long[] rows = {0};
    ExportWords words = ExportWords.of(export.format(), fields, permitted, this::said);
    try (ExportFile file = file(export, fields, titles(export.type(), fields, permitted), out)) {
      exporter.rows(
          export.query(),
          fields,
          cells -> {
            file.row(words.of(cells));
            rows[0]++;
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    unitOfWork.run(() -> store.fetched(id, rows[0], user.require().name()));
  }

  private String said(String key) {
    return messages.text(user.require().locale(), key);
  }

  private static RecordRef reference(ExportView export) {
    return RecordRef.of("export", export.id(), export.fileName());
  }

  /** What left the house; recorded before it does, since nobody knows how much a reader took. */
  private static List<FieldChange> particulars(ExportView export, List<String> fields) {
    return List.of(
        new FieldChange("type", null, export.type()),
        new FieldChange("format", null, export.format().name()),
        new FieldChange("fields", null, String.join(", ", fields)),
        new FieldChange(
            "query",
            null,
            export.query().ids().isEmpty()
                ? export.query().filter().toString()
                : export.query().ids().toString()));
  }

  private ExportFile file(
      ExportView export, List<String> fields, List<String> titles, OutputStream out)
      throws IOException {
    return switch (export.format()) {
      case CSV -> new CsvFile(out, titles, user.require().locale());
      case XLSX ->
          new SheetFile(
              out, titles, messages.text(user.require().locale(), "import." + export.type()));
      case VCARD -> new CardFile(out, export.type(), fields);
      case JSON -> new JsonFile(out, fields);
    };
  }

  private List<String> titles(String type, List<String> fields, List<ExportField> known) {
    Locale locale = user.require().locale();
    Map<String, ExportField> byName =
        known.stream().collect(Collectors.toMap(ExportField::name, field -> field));
    return fields.stream()
        .map(
            name ->
                byName.get(name).title() == null
                    ? messages.text(locale, "import." + type + "." + name)
                    : byName.get(name).title())
        .toList();
  }

  private RecordExporter permitted(String type) {
    if (type == null) {
      throw new InvalidInput(FieldError.of("type", "required"));
    }
    RecordExporter exporter =
        exporters.stream()
            .filter(one -> one.type().equals(type))
            .findFirst()
            .orElseThrow(() -> new InvalidInput(FieldError.of("type", "unknownExport", type)));
    access.require(exporter.permission());
    return exporter;
  }

  /** The export, if it is there for this user. */
  private ExportView known(ExportId id) {
    ExportView found = store.get(id);
    if (scopes.onlyDoingsOf().filter(self -> !self.equals(found.orderedBy())).isPresent()) {
      throw new NotFound("export", id.value());
    }
    return found;
  }
}
