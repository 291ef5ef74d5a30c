package org.kartoteka.core.internal.exchange;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.kartoteka.core.internal.data.CorePermissions;
import org.kartoteka.core.internal.domain.CleanText;
import org.kartoteka.core.internal.exchange.ImportStore.Kept;
import org.kartoteka.core.internal.exchange.ImportStore.Order;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.exchange.ImportId;
import org.kartoteka.platform.api.exchange.ImportPreview;
import org.kartoteka.platform.api.exchange.ImportRowView;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.exchange.Imports;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Brings tables into the system, with the importers that bundles offer. */
@Component(
    reference =
        @Reference(name = "schema", service = DataSource.class, target = "(kartoteka.schema=core)"))
public final class ImportsService implements Imports {

  private static final long LARGEST = 100L * 1024 * 1024;
  private static final int SAMPLE = 10;
  private static final int FILE_NAME = 255;

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final CurrentUser user;
  private final ImportStore store;
  private final Messages messages;
  private final ExecutorService background;
  private final String node = node();
  private final List<RecordImporter> importers = new CopyOnWriteArrayList<>();
  private volatile boolean stopping;

  @Activate
  public ImportsService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference CurrentUser user,
      @Reference ImportStore store,
      @Reference Messages messages,
      @Reference(target = "(kartoteka.executor=background)") ExecutorService background) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.user = user;
    this.store = store;
    this.messages = messages;
    this.background = background;
    unitOfWork.run(() -> store.endInterrupted(node, "import.problem.interrupted"));
  }

  @Deactivate
  void stop() {
    stopping = true;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void bindImporter(RecordImporter importer) {
    importers.add(importer);
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
  public ImportPreview preview(String type, InputStream csv) {
    RecordImporter importer = permitted(type);
    try (Spool spool = Spool.of(csv, LARGEST)) {
      Table table = Table.of(spool.file());
      List<Map<String, String>> sample = new ArrayList<>();
      table.forEach(
          (number, cells) -> {
            sample.add(table.named(cells));
            return sample.size() < SAMPLE;
          });
      return new ImportPreview(
          table.encoding(),
          table.delimiter(),
          table.columns(),
          Mapping.guess(importer, table),
          sample);
    }
  }

  @Override
  public ImportView start(
      String type, String fileName, InputStream csv, Map<String, String> mapping, boolean dryRun) {
    RecordImporter importer = permitted(type);
    Spool spool = Spool.of(csv, LARGEST);
    try {
      Table table = Table.of(spool.file());
      Map<String, String> checked =
          Mapping.checked(
              importer, table, mapping == null ? Mapping.guess(importer, table) : mapping);
      User starter = user.require();
      Order order =
          new Order(
              type,
              named(fileName),
              dryRun,
              checked,
              table.columns(),
              table.rows(),
              node,
              starter.name());
      ImportId id = unitOfWork.callSeparately(() -> store.add(order));
      ImportRun run =
          new ImportRun(
              unitOfWork, store, id, () -> find(type), table, checked, dryRun, () -> stopping);
      background.execute(() -> runAs(starter, run, spool));
      return unitOfWork.callSeparately(() -> store.get(id));
    } catch (RuntimeException failure) {
      spool.close();
      throw failure;
    }
  }

  @Override
  public ImportView find(ImportId id) {
    access.require(CorePermissions.IMPORT);
    return unitOfWork.call(() -> store.get(id));
  }

  @Override
  public Page<ImportView> page(PageRequest request) {
    access.require(CorePermissions.IMPORT);
    return unitOfWork.call(() -> store.page(request));
  }

  @Override
  public Page<ImportRowView> rows(ImportId id, RowOutcome.Kind outcome, PageRequest request) {
    access.require(CorePermissions.IMPORT);
    Locale locale = user.require().locale();
    return unitOfWork.call(
        () -> {
          store.get(id);
          return store.rows(id, outcome, request).map(row -> view(row, locale));
        });
  }

  @Override
  public void cancel(ImportId id) {
    access.require(CorePermissions.IMPORT);
    boolean cancelled =
        unitOfWork.call(
            () -> {
              store.get(id);
              return store.cancel(id);
            });
    if (!cancelled) {
      throw new Refused("problem.import.not-running");
    }
  }

  @Override
  public byte[] refusedRows(ImportId id) {
    access.require(CorePermissions.IMPORT);
    Locale locale = user.require().locale();
    return unitOfWork.call(
        () -> {
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
      user.runAs(
          starter,
          () -> {
            run.run();
            return null;
          });
    } finally {
      spool.close();
    }
  }

  private RecordImporter permitted(String type) {
    RecordImporter importer = find(type);
    if (importer == null) {
      throw new InvalidInput(FieldError.of("type", "unknownImport", String.valueOf(type)));
    }
    access.require(importer.permission());
    return importer;
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
        row.errors().stream()
            .map(
                error ->
                    new ImportRowView.Error(
                        error.field(),
                        error.code(),
                        messages.text(locale, error.key(), error.arguments().toArray())))
            .toList());
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
}
