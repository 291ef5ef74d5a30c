package org.kartoteka.core.internal.exchange;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.CorePermissions;
import org.kartoteka.core.internal.data.MassWriting;
import org.kartoteka.core.internal.exchange.ImportStore.Kept;
import org.kartoteka.core.internal.exchange.ImportStore.KeptError;
import org.kartoteka.core.internal.exchange.ImportStore.Order;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.document.MalwareGuard;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.exchange.ImportId;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.exchange.ImportOrder;
import org.kartoteka.platform.api.exchange.ImportPreview;
import org.kartoteka.platform.api.exchange.ImportRowView;
import org.kartoteka.platform.api.exchange.ImportTemplate;
import org.kartoteka.platform.api.exchange.ImportTemplateId;
import org.kartoteka.platform.api.exchange.ImportTemplateView;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.exchange.Imports;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.CleanText;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.RecentProof;
import org.kartoteka.platform.api.security.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings tables into the system, with the importers that bundles offer. */
@Component(
    reference =
        @Reference(name = "schema", service = DataSource.class, target = "(kartoteka.schema=core)"))
public final class ImportsService implements Imports {

  private static final Logger LOG = LoggerFactory.getLogger(ImportsService.class);
  private static final long LARGEST = 512L * 1024 * 1024;
  private static final int FILE_NAME = 255;

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final CurrentUser user;
  private final RecentProof proof;
  private final ImportStore store;
  private final ImportFiles files;
  private final UndoStore undos;
  private final ImportTemplates templates;
  private final Messages messages;
  private final MassWriting writing;
  private final ExecutorService background;
  private final PartyScopes scopes;
  private final MalwareGuard guard;
  private final String node = node();
  private final List<RecordImporter> importers = new CopyOnWriteArrayList<>();
  private final List<ImportStore.Interrupted> interrupted = new CopyOnWriteArrayList<>();
  private final List<UndoStore.Interrupted> interruptedUndos = new CopyOnWriteArrayList<>();
  private volatile boolean stopping;

  @Activate
  public ImportsService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference CurrentUser user,
      @Reference RecentProof proof,
      @Reference ImportStore store,
      @Reference ImportFiles files,
      @Reference UndoStore undos,
      @Reference ImportTemplates templates,
      @Reference Messages messages,
      @Reference MassWriting writing,
      @Reference(target = "(kartoteka.executor=background)") ExecutorService background,
      @Reference PartyScopes scopes,
      @Reference MalwareGuard guard) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.user = user;
    this.proof = proof;
    this.store = store;
    this.files = files;
    this.undos = undos;
    this.templates = templates;
    this.messages = messages;
    this.writing = writing;
    this.background = background;
    unitOfWork.run(
        () -> {
          interrupted.addAll(store.interrupted(node, "import.problem.interrupted"));
          interruptedUndos.addAll(undos.interrupted(node));
        });
    this.scopes = scopes;
    this.guard = guard;
  }

  @Deactivate
  void stop() {
    stopping = true;
  }

  /** An importer came: what it was doing when the server was stopped goes on. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void bindImporter(RecordImporter importer) {
    importers.add(importer);
    for (ImportStore.Interrupted one : interrupted) {
      if (one.type().equals(importer.type()) && interrupted.remove(one)) {
        background.execute(() -> resume(one));
      }
    }
    for (UndoStore.Interrupted one : interruptedUndos) {
      if (one.type().equals(importer.type()) && interruptedUndos.remove(one)) {
        background.execute(() -> undoAs(one.starter(), one.id(), one.type()));
      }
    }
  }

  public void unbindImporter(RecordImporter importer) {
    importers.remove(importer);
  }

  @Override
  public List<RecordImporter> importers() {
    return importers.stream()
        .filter(importer -> access.may(importer.permission()))
        .sorted(Comparator.comparing(RecordImporter::type))
        .toList();
  }

  @Override
  public ImportPreview preview(String type, String fileName, InputStream file, String sheet) {
    RecordImporter importer = permitted(type);
    try (Spool spool = taken(fileName, file)) {
      Table table = Tables.of(spool.file(), sheet, type);
      ImportSample sample = new ImportSample();
      table.forEach((number, cells) -> sample.add(table.named(cells)));
      Optional<ImportTemplateView> template =
          unitOfWork.call(() -> templates.fitting(type, table.columns()));
      return new ImportPreview(
          table.format(),
          table.encoding(),
          table.delimiter(),
          table.sheets(),
          table.sheet(),
          table.columns(),
          template
              .map(ImportTemplateView::mapping)
              .orElseGet(() -> Mapping.guess(importer, table, messages)),
          template.map(ImportTemplateView::id).orElse(null),
          template
              .map(ImportTemplateView::options)
              .orElseGet(
                  () -> ImportOptions.usual().matchedBy(importer.usualMatchRules(table.format()))),
          sample.rows(),
          sample.examples());
    }
  }

  @Override
  public ImportView start(ImportOrder order, InputStream file) {
    RecordImporter importer = permitted(order.type());
    requireProof(importer);
    Spool spool = taken(order.fileName(), file);
    try {
      Table table = Tables.of(spool.file(), order.options().sheet(), order.type());
      Map<String, String> checked =
          Mapping.checked(
              importer,
              table,
              order.mapping() == null ? Mapping.guess(importer, table, messages) : order.mapping(),
              order.options());
      ImportOptions options = options(importer, table.format(), order.options());
      User starter = user.require();
      ImportId id =
          unitOfWork.callSeparately(
              () -> {
                ImportId added =
                    store.add(
                        new Order(
                            order.type(),
                            named(order.fileName()),
                            order.dryRun(),
                            checked,
                            options,
                            table.columns(),
                            table.rows(),
                            node,
                            starter));
                if (!order.dryRun()) {
                  files.keep(added, spool.file());
                }
                return added;
              });
      ImportRun run = run(starter, id, order.type(), table, checked, options, order.dryRun());
      background.execute(() -> runAs(starter, run, spool));
      return unitOfWork.callSeparately(() -> known(id));
    } catch (RuntimeException failure) {
      spool.close();
      throw failure;
    }
  }

  /** Every uploaded file comes in here, whatever its format. */
  private Spool taken(String fileName, InputStream file) {
    Spool spool = Spool.of(file, LARGEST);
    try {
      guard.admit(named(fileName), spool.file());
      return spool;
    } catch (RuntimeException refused) {
      spool.close();
      throw refused;
    }
  }

  private ImportRun run(
      User starter,
      ImportId id,
      String type,
      Table table,
      Map<String, String> mapping,
      ImportOptions options,
      boolean dryRun) {
    return new ImportRun(
        new ImportRun.Place(
            unitOfWork,
            store,
            files,
            work -> background.execute(() -> as(starter, work)),
            () -> stopping),
        id,
        () -> find(type),
        table,
        mapping,
        options,
        dryRun);
  }

  /** With the match rules that are really used. */
  private static ImportOptions options(
      RecordImporter importer, FileFormat format, ImportOptions wanted) {
    Findings findings = new Findings();
    if (wanted.mode().updates() && !importer.updates()) {
      findings.add("mode", "createsOnly");
    }
    wanted.matchBy().stream()
        .filter(rule -> !importer.matchRules().contains(rule))
        .forEach(rule -> findings.add("matchBy", "unknownMatchRule", rule));
    findings.throwIfAny();
    return wanted.matchBy().isEmpty() ? wanted.matchedBy(importer.usualMatchRules(format)) : wanted;
  }

  /** Goes on with an import after a stop, at the first row that was not written. */
  private void resume(ImportStore.Interrupted one) {
    try {
      Spool spool = files.copy(one.id());
      Table table = Tables.of(spool.file(), one.options().sheet(), one.type());
      unitOfWork.callSeparately(
          () -> {
            store.resumed(one.id());
            return null;
          });
      LOG.info("Import {} goes on after a stop", one.id().value());
      runAs(
          one.starter(),
          run(one.starter(), one.id(), one.type(), table, one.mapping(), one.options(), false),
          spool);
    } catch (RuntimeException failure) {
      LOG.error("Import {} cannot go on", one.id().value(), failure);
      unitOfWork.callSeparately(
          () -> {
            store.end(one.id(), ImportView.State.FAILED, "import.problem.interrupted");
            return null;
          });
    }
  }

  @Override
  public ImportView find(ImportId id) {
    access.require(CorePermissions.IMPORT);
    return unitOfWork.call(() -> known(id));
  }

  @Override
  public Page<ImportView> page(PageRequest request) {
    access.require(CorePermissions.IMPORT);
    return unitOfWork.call(() -> store.page(scopes.onlyDoingsOf(), request));
  }

  @Override
  public Page<ImportRowView> rows(ImportId id, RowOutcome.Kind outcome, PageRequest request) {
    access.require(CorePermissions.IMPORT);
    Locale locale = user.require().locale();
    return unitOfWork.call(
        () -> {
          known(id);
          return store.rows(id, outcome, request).map(row -> view(row, locale));
        });
  }

  @Override
  public Page<ImportRowView> kept(ImportId id, PageRequest request) {
    access.require(CorePermissions.IMPORT);
    Locale locale = user.require().locale();
    return unitOfWork.call(
        () -> {
          known(id);
          return store.kept(id, request).map(row -> view(row, locale));
        });
  }

  @Override
  public void cancel(ImportId id) {
    access.require(CorePermissions.IMPORT);
    boolean cancelled =
        unitOfWork.call(
            () -> {
              known(id);
              return store.cancel(id);
            });
    if (!cancelled) {
      throw new Refused("problem.import.not-running");
    }
  }

  @Override
  public ImportView undo(ImportId id) {
    access.require(CorePermissions.IMPORT);
    User starter = user.require();
    ImportView present = unitOfWork.call(() -> known(id));
    RecordImporter importer = permitted(present.type());
    if (!importer.undoes()) {
      throw new Refused("problem.import.no-undo");
    }
    requireProof(importer);
    boolean begun =
        unitOfWork.callSeparately(
            () -> undos.begin(id, node, starter) || undos.beginAgain(id, node, starter));
    if (!begun) {
      throw new Refused(
          present.state() == ImportView.State.RUNNING
              ? "problem.import.still-running"
              : present.undo() == null
                  ? "problem.import.nothing-to-undo"
                  : "problem.import.undone-already");
    }
    background.execute(() -> undoAs(starter, id, present.type()));
    return unitOfWork.callSeparately(() -> known(id));
  }

  private void undoAs(User starter, ImportId id, String type) {
    UndoRun run = new UndoRun(unitOfWork, undos, id, () -> find(type), () -> stopping);
    as(starter, () -> writing.during(run::run));
  }

  private void as(User starter, Runnable work) {
    user.runAs(
        starter,
        () -> {
          work.run();
          return null;
        });
  }

  @Override
  public List<ImportTemplateView> templates(String type) {
    permitted(type);
    return unitOfWork.call(() -> templates.of(type));
  }

  @Override
  public ImportTemplateView save(ImportTemplate template) {
    RecordImporter importer = permitted(template.type());
    Mapping.requireFields(importer, template.mapping());
    String by = user.require().name();
    return unitOfWork.call(() -> templates.save(template, by));
  }

  @Override
  public void remove(ImportTemplateId id) {
    access.require(CorePermissions.IMPORT);
    unitOfWork.run(() -> templates.remove(id));
  }

  @Override
  public byte[] refusedRows(ImportId id) {
    access.require(CorePermissions.IMPORT);
    Locale locale = user.require().locale();
    return unitOfWork.call(
        () -> {
          known(id);
          RefusedRows file =
              new RefusedRows(store.columns(id), messages.text(locale, "import.reason"));
          PageRequest request = PageRequest.first(PageRequest.MAX_LIMIT);
          while (request != null) {
            Page<Kept> page = store.rows(id, RowOutcome.Kind.REFUSED, request);
            page.items().forEach(row -> file.add(row.cells(), view(row, locale).errors()));
            request =
                page.next() == null
                    ? null
                    : new PageRequest(PageRequest.MAX_LIMIT, page.next(), null);
          }
          return file.bytes();
        });
  }

  private void runAs(User starter, ImportRun run, Spool spool) {
    try {
      as(starter, () -> writing.during(run::run));
    } finally {
      spool.close();
    }
  }

  private RecordImporter permitted(String type) {
    if (type == null) {
      throw new InvalidInput(FieldError.of("type", "required"));
    }
    RecordImporter importer = find(type);
    if (importer == null) {
      throw new InvalidInput(FieldError.of("type", "unknownImport", type));
    }
    access.require(importer.permission());
    return importer;
  }

  private void requireProof(RecordImporter importer) {
    if (importer.needsProof()) {
      proof.requireRecent();
    }
  }

  private RecordImporter find(String type) {
    return importers.stream()
        .filter(importer -> importer.type().equals(type))
        .findFirst()
        .orElse(null);
  }

  private ImportRowView view(Kept row, Locale locale) {
    return new ImportRowView(
        row.row(),
        row.outcome(),
        row.recordId(),
        row.label(),
        row.cells(),
        worded(row.errors(), locale),
        row.changes(),
        row.undo(),
        worded(row.kept(), locale));
  }

  private List<ImportRowView.Error> worded(List<KeptError> errors, Locale locale) {
    return errors.stream()
        .map(
            error ->
                new ImportRowView.Error(
                    error.field(),
                    error.code(),
                    messages.text(locale, error.key(), error.arguments().toArray())))
        .toList();
  }

  private static String named(String fileName) {
    String name = CleanText.line(fileName);
    if (name == null) {
      return "import.csv";
    }
    return name.length() <= FILE_NAME ? name : name.substring(0, FILE_NAME);
  }

  /** The machine and place that this process runs in: the same again after a restart. */
  private static String node() {
    String place = System.getProperty("karaf.base", System.getProperty("user.dir", ""));
    try {
      return InetAddress.getLocalHost().getHostName() + ":" + place;
    } catch (UnknownHostException nameless) {
      return place;
    }
  }

  /** The import, if it is there for this user. */
  private ImportView known(ImportId id) {
    ImportView found = store.get(id);
    if (scopes.onlyDoingsOf().filter(self -> !self.equals(found.startedBy())).isPresent()) {
      throw new NotFound("import", id.value());
    }
    return found;
  }
}
