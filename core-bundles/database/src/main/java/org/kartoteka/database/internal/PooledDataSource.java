package org.kartoteka.database.internal;

import java.sql.SQLException;
import java.util.Hashtable;
import java.util.Properties;
import javax.sql.DataSource;
import org.kartoteka.database.DatabaseAddress;
import org.ops4j.pax.jdbc.pool.common.PooledDataSourceFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one pool of connections, published as {@link DataSource} with {@code
 * osgi.jndi.service.name=kartoteka} once the database is there. Within a JTA transaction everybody
 * gets the same connection.
 */
@Component(
    immediate = true,
    service = {})
public final class PooledDataSource {
  private static final Logger LOG = LoggerFactory.getLogger(PooledDataSource.class);

  /**
   * Texts of statements that come again are prepared at the server; those of traced calls, each
   * with its own comment, pass through the small memory of a connection. Every search reads through
   * the entries that wait to be sorted into its index, so few may wait.
   */
  private static final String DRIVER =
      "ApplicationName=kartoteka&reWriteBatchedInserts=true&preparedStatementCacheQueries=200"
          + "&preparedStatementCacheSizeMiB=2&options=-c%20gin_pending_list_limit=256";

  private final DataSource pool;
  private final ServiceRegistration<DataSource> registration;

  @Activate
  public PooledDataSource(
      BundleContext context,
      @Reference ReadyDatabase database,
      @Reference(target = "(osgi.jdbc.driver.class=org.postgresql.Driver)")
          DataSourceFactory drivers,
      @Reference(target = "(&(pool=transx)(xa=true))") PooledDataSourceFactory pools)
      throws SQLException {
    pool = pools.create(new ProvenConnections(drivers, System::nanoTime), properties(database));
    Hashtable<String, Object> properties = new Hashtable<>();
    properties.put("osgi.jndi.service.name", "kartoteka");
    properties.put("dataSourceName", "kartoteka");
    registration = context.registerService(DataSource.class, pool, properties);
  }

  @Deactivate
  void close() {
    registration.unregister();
    if (pool instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        LOG.warn("The pool of connections could not be closed", e);
      }
    }
  }

  private static Properties properties(ReadyDatabase database) {
    DatabaseAddress address = database.address().with(DRIVER);
    Properties properties = new Properties();
    properties.setProperty(DataSourceFactory.JDBC_URL, address.url());
    properties.setProperty(DataSourceFactory.JDBC_USER, address.user());
    properties.setProperty(DataSourceFactory.JDBC_PASSWORD, address.password());
    properties.setProperty("pool.name", "kartoteka");
    properties.setProperty("pool.minIdle", "2");
    // Else the pool closes all but the least at every look, since it never notes their use.
    properties.setProperty("pool.idleTimeout", "0");
    properties.setProperty("pool.maxPoolSize", Integer.toString(database.largestPool()));
    return properties;
  }
}
