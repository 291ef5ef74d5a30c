package org.kartoteka.platform.internal.feature;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kartoteka.platform.api.data.DataAccessFailed;
import org.kartoteka.platform.api.data.Sql;
import org.postgresql.PGConnection;

/** Writes all tables of a schema as CSV files into one zip, each table by one COPY. */
final class SchemaExport {

  private final Connection connection;

  SchemaExport(Connection connection) {
    this.connection = connection;
  }

  void write(String schema, Path target) {
    List<String> tables =
        Sql.of(
                connection,
                "select quote_ident(table_schema) || '.' || quote_ident(table_name) from"
                    + " information_schema.tables where table_schema = ? and table_type = 'BASE"
                    + " TABLE' order by table_name",
                schema)
            .list(row -> row.getString(1));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
      PGConnection postgres = connection.unwrap(PGConnection.class);
      for (String table : tables) {
        zip.putNextEntry(new ZipEntry(table.replace("\"", "") + ".csv"));
        postgres
            .getCopyAPI()
            .copyOut("copy " + table + " to stdout (format csv, header)", unclosed(zip));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new DataAccessFailed("export " + schema, e);
    }
  }

  private static OutputStream unclosed(ZipOutputStream zip) {
    return new FilterOutputStream(zip) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() {
        // The zip goes on with the next table.
      }
    };
  }
}
