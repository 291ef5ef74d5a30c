package org.kartoteka.platform.internal.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.kartoteka.platform.api.backup.BackupView;
import org.kartoteka.platform.api.backup.Backups;
import org.kartoteka.platform.api.data.DataAccessFailed;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.settings.Installation;
import org.kartoteka.platform.internal.security.PlatformPermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backups by COPY of every table within one snapshot. Restoring needs schemas made by the same
 * migrations: so it fills tables and never makes any.
 */
@Component
public final class BackupService implements Backups {

  private static final Logger LOG = LoggerFactory.getLogger(BackupService.class);

  /** Folders of the data folder that belong to the data. */
  private static final List<String> FOLDERS = List.of("attachments", "keys");

  private static final String MIGRATIONS = "migrations";
  private static final String INDEXES = "indexes";
  private static final String SEQUENCES = "sequences";
  private static final String TABLE = "table/";
  private static final String FILE = "file/";
  private static final String END = "end";

  private final DataSource dataSource;
  private final Installation installation;
  private final AccessControl access;

  @Activate
  public BackupService(
      @Reference(target = "(kartoteka.schema=platform)") DataSource dataSource,
      @Reference Installation installation,
      @Reference AccessControl access) {
    this.dataSource = dataSource;
    this.installation = installation;
    this.access = access;
  }

  @Override
  public BackupView write(Path file, char[] password) {
    access.require(PlatformPermissions.MANAGE_BACKUP);
    if (Files.exists(file)) {
      throw new Refused("platform.backup.exists", file);
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      int[] counts = writePart(part, password);
      try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      LOG.info("backup written to {}", file);
      return new BackupView(file, counts[0], counts[1], Files.size(file), password != null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new DataAccessFailed("backup", e);
    } finally {
      deleteQuietly(part);
    }
  }

  private int[] writePart(Path part, char[] password) throws IOException, SQLException {
    try (OutputStream out =
            Sealing.over(new BufferedOutputStream(Files.newOutputStream(part)), password);
        ZipOutputStream zip = new ZipOutputStream(out);
        Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set transaction isolation level repeatable read read only");
        Tables tables = new Tables(connection);
        lines(zip, MIGRATIONS, tables.migrations());
        int written = 0;
        for (Tables.Table table : tables.tables()) {
          zip.putNextEntry(new ZipEntry(TABLE + table.name()));
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut(
                  "copy " + table.name() + " (" + table.columns() + ") to stdout", unclosed(zip));
          zip.closeEntry();
          written++;
        }
        lines(zip, SEQUENCES, tables.sequences());
        lines(zip, INDEXES, tables.indexes());
        int files = files(zip);
        lines(zip, END, List.of(Integer.toString(written)));
        return new int[] {written, files};
      } finally {
        connection.rollback();
      }
    }
  }

  private int files(ZipOutputStream zip) throws IOException {
    int count = 0;
    for (String folder : FOLDERS) {
      Path root = installation.folder(folder);
      List<Path> found;
      try (Stream<Path> all = Files.walk(root)) {
        found = all.filter(Files::isRegularFile).toList();
      }
      for (Path file : found) {
        String name = folder + "/" + root.relativize(file).toString().replace('\\', '/');
        zip.putNextEntry(new ZipEntry(FILE + name));
        Files.copy(file, zip);
        zip.closeEntry();
        count++;
      }
    }
    return count;
  }

  private static void lines(ZipOutputStream zip, String name, List<String> lines)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  @Override
  public BackupView restore(Path file, char[] password) {
    access.require(PlatformPermissions.MANAGE_BACKUP);
    requireWhole(file, password);
    Path keys = installation.folder("keys.restored");
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      int[] counts;
      try {
        counts = fill(connection, file, password, keys);
        connection.commit();
      } catch (IOException | SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
      takeOver(keys);
      LOG.info("backup {} restored", file);
      return new BackupView(file, counts[0], counts[1], Files.size(file), password != null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new DataAccessFailed("restore", e);
    }
  }

  /** Reads the file to its end, before anything is touched. */
  private void requireWhole(Path file, char[] password) {
    if (!Files.isRegularFile(file)) {
      throw new Refused("platform.backup.no-backup");
    }
    boolean whole = false;
    try (InputStream content = content(file, password);
        ZipInputStream zip = new ZipInputStream(content)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        zip.transferTo(OutputStream.nullOutputStream());
        whole = entry.getName().equals(END);
      }
      content.transferTo(OutputStream.nullOutputStream());
    } catch (ZipException | java.io.EOFException e) {
      throw new Refused("platform.backup.broken");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!whole) {
      throw new Refused("platform.backup.broken");
    }
  }

  private static InputStream content(Path file, char[] password) throws IOException {
    return Sealing.over(new BufferedInputStream(Files.newInputStream(file)), password);
  }

  private int[] fill(Connection connection, Path file, char[] password, Path keys)
      throws IOException, SQLException {
    Tables here = new Tables(connection);
    Set<String> known = new HashSet<>(here.tables().stream().map(Tables.Table::name).toList());
    int tables = 0;
    int files = 0;
    try (Statement statement = connection.createStatement();
        ZipInputStream zip = new ZipInputStream(content(file, password))) {
      statement.execute("set local lock_timeout = '60s'");
      statement.execute("set local session_replication_role = replica");
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (name.equals(MIGRATIONS)) {
          requireSame(lines(zip), here.migrations());
          statement.execute("truncate " + String.join(", ", known));
        } else if (name.startsWith(TABLE)) {
          copy(connection, here, name.substring(TABLE.length()), zip);
          tables++;
        } else if (name.equals(SEQUENCES)) {
          for (String sequence : lines(zip)) {
            statement.execute(sequence);
          }
        } else if (name.equals(INDEXES)) {
          List<String> missing = new ArrayList<>(lines(zip));
          missing.removeAll(here.indexes());
          for (String index : missing) {
            statement.execute(index);
          }
        } else if (name.startsWith(FILE)) {
          keep(name.substring(FILE.length()), zip, keys);
          files++;
        }
      }
    }
    return new int[] {tables, files};
  }

  private static void requireSame(List<String> theirs, List<String> ours) {
    if (!theirs.equals(ours)) {
      List<String> different = new ArrayList<>(theirs);
      different.removeAll(ours);
      List<String> missing = new ArrayList<>(ours);
      missing.removeAll(theirs);
      different.addAll(missing);
      throw new Refused("platform.backup.other-version", different.get(0));
    }
  }

  private static void copy(Connection connection, Tables here, String name, InputStream rows)
      throws SQLException, IOException {
    Tables.Table table =
        here.tables().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new Refused("platform.backup.other-version", name));
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy " + table.name() + " (" + table.columns() + ") from stdin", unclosed(rows));
  }

  /** Attachments are named by their content, so they harm nobody before the end; keys wait. */
  private void keep(String name, InputStream content, Path keys) throws IOException {
    String folder = name.substring(0, name.indexOf('/'));
    Path root = folder.equals("keys") ? keys : installation.folder("attachments");
    Path file = root.resolve(name.substring(folder.length() + 1)).normalize();
    if (!FOLDERS.contains(folder) || !file.startsWith(root)) {
      throw new Refused("platform.backup.broken");
    }
    Files.createDirectories(file.getParent());
    Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private void takeOver(Path keys) throws IOException {
    Path target = installation.folder("keys");
    try (Stream<Path> files = Files.list(keys)) {
      for (Path file : files.toList()) {
        Files.move(
            file,
            target.resolve(file.getFileName()),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.delete(keys);
  }

  private static List<String> lines(InputStream in) throws IOException {
    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    return text.isEmpty() ? List.of() : List.of(text.split("\n"));
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} cannot be deleted", file, e);
    }
  }

  private static OutputStream unclosed(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() {
        // The backup goes on with the next table.
      }
    };
  }

  private static InputStream unclosed(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public void close() {
        // The backup goes on with the next table.
      }
    };
  }
}
