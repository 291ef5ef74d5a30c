package org.kartoteka.platform.internal.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates the schema of each bundle with the header {@code Kartoteka-Schema} and only then
 * publishes the data source its persistence unit waits for, so that entities never meet an old
 * schema. A bundle whose required schemas are not there yet waits for them.
 */
@Component(
    service = {},
    immediate = true)
public final class SchemaExtender implements BundleTrackerCustomizer<SchemaHeader> {

  private static final Logger LOG = LoggerFactory.getLogger(SchemaExtender.class);
  private static final Pattern SCRIPT = Pattern.compile("V(\\d+)__.+\\.sql");

  private final BundleContext context;
  private final DataSource dataSource;
  private final SchemaMigrator migrator;
  private final SchemaLedger ledger;
  private final BundleTracker<SchemaHeader> tracker;

  private final Map<Bundle, SchemaHeader> waiting = new LinkedHashMap<>();
  private final Map<Bundle, ServiceRegistration<DataSource>> published = new HashMap<>();

  @Activate
  public SchemaExtender(
      BundleContext context,
      @Reference(target = "(&(osgi.jndi.service.name=kartoteka)(!(kartoteka.schema=*)))")
          DataSource dataSource,
      @Reference SchemaLedger ledger) {
    this.context = context;
    this.ledger = ledger;
    this.dataSource = CorrelatedDataSource.over(dataSource);
    this.migrator = new SchemaMigrator(dataSource);
    this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
    tracker.open();
  }

  @Deactivate
  void close() {
    tracker.close();
  }

  @Override
  public synchronized SchemaHeader addingBundle(Bundle bundle, BundleEvent event) {
    SchemaHeader header;
    try {
      header = SchemaHeader.of(bundle);
    } catch (SchemaRefused e) {
      ledger.refused(bundle.getSymbolicName(), e.getMessage());
      LOG.error("{}: {}", bundle.getSymbolicName(), e.getMessage());
      return SchemaHeader.UNREADABLE;
    }
    if (header != null) {
      waiting.put(bundle, header);
      migrateWhatCanBe();
    }
    return header;
  }

  @Override
  public void modifiedBundle(Bundle bundle, BundleEvent event, SchemaHeader header) {
    // Only its presence matters.
  }

  @Override
  public synchronized void removedBundle(Bundle bundle, BundleEvent event, SchemaHeader header) {
    waiting.remove(bundle);
    ledger.gone(bundle.getSymbolicName(), header.schema());
    ServiceRegistration<DataSource> registration = published.remove(bundle);
    if (registration != null) {
      registration.unregister();
    }
  }

  private void migrateWhatCanBe() {
    boolean progress = true;
    while (progress) {
      progress = false;
      for (Map.Entry<Bundle, SchemaHeader> entry : List.copyOf(waiting.entrySet())) {
        SchemaHeader header = entry.getValue();
        if (ledger.ready().containsAll(header.requires())) {
          waiting.remove(entry.getKey());
          progress |= migrate(entry.getKey(), header);
        } else {
          ledger.waits(
              entry.getKey().getSymbolicName(), "waits for the schemas " + header.requires());
        }
      }
    }
  }

  private boolean migrate(Bundle bundle, SchemaHeader header) {
    try {
      int done =
          migrator.migrate(
              header.schema(), bundle.getVersion().toString(), scripts(bundle, header.schema()));
      if (done > 0) {
        LOG.info("schema {}: {} migrations run", header.schema(), done);
      }
    } catch (RuntimeException e) {
      LOG.error("schema {} of {} stays as it is", header.schema(), bundle.getSymbolicName(), e);
      ledger.refused(bundle.getSymbolicName(), innermost(e).getMessage());
      return false;
    }
    ledger.ready(bundle.getSymbolicName(), header.schema());
    Hashtable<String, Object> properties = new Hashtable<>();
    properties.put("kartoteka.schema", header.schema());
    published.put(bundle, context.registerService(DataSource.class, dataSource, properties));
    return true;
  }

  private static Throwable innermost(Throwable e) {
    return e.getCause() == null ? e : innermost(e.getCause());
  }

  private static List<Migration> scripts(Bundle bundle, String schema) {
    List<Migration> scripts = new ArrayList<>();
    Enumeration<URL> entries = bundle.findEntries("db/" + schema, "*.sql", false);
    while (entries != null && entries.hasMoreElements()) {
      URL entry = entries.nextElement();
      String name = entry.getPath().substring(entry.getPath().lastIndexOf('/') + 1);
      Matcher script = SCRIPT.matcher(name);
      if (!script.matches()) {
        throw new SchemaRefused("the script " + name + " is not named V<number>__<name>.sql");
      }
      try (InputStream in = entry.openStream()) {
        String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        scripts.add(new Migration(Integer.parseInt(script.group(1)), name, sql));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return scripts;
  }
}
