package org.kartoteka.platform.internal.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kartoteka.platform.api.backup.BackupView;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.settings.Installation;
import org.kartoteka.testing.FakeUser;
import org.kartoteka.testing.PostgresFixture;

class BackupServiceTest {

  private static final String ALL_KINDS =
      """
      create schema if not exists shop;
      create sequence shop.item_seq start with 50 increment by 50;
      create table shop.item (
        id bigint generated always as identity primary key, name text, details jsonb,
        tags text[], content bytea, at timestamptz,
        label text generated always as (upper(name)) stored);
      create table shop.line (
        item_id bigint not null references shop.item, amount numeric not null);
      create table shop.empty (id bigint);
      create function shop.refuse() returns trigger language plpgsql as $$
      begin raise exception 'never'; end $$;
      create trigger item_stays before delete or truncate on shop.item
        for each statement execute function shop.refuse();
      create table if not exists platform.schema_history (schema text, version int, script text,
        checksum text, bundle_version text, installed_at timestamptz);
      insert into platform.schema_history (schema, version, checksum) values ('shop', 1, 'abc');
      """;

  @TempDir private Path folder;
  private final PostgresFixture first = database();
  private final PostgresFixture second = database();
  private final FakeUser user = FakeUser.almighty();
  private BackupService here;
  private BackupService there;
  private Path file;

  private static PostgresFixture database() {
    PostgresFixture fixture = PostgresFixture.create().migrate("platform");
    fixture.execute(ALL_KINDS);
    return fixture;
  }

  @BeforeEach
  void fill() throws IOException {
    first.execute(
        """
        insert into shop.item (name, details, tags, content, at)
        select E'line\\nbreak\\ttab\\\\ ' || n || ' żółć Ж', jsonb_build_object('n', n),
               array['a"b', null, '{}'], decode(repeat('00ff0a', 1000), 'hex'), now()
          from generate_series(1, 500) n;
        insert into shop.item default values;
        insert into shop.line select id, id * 1.25 from shop.item;
        select nextval('shop.item_seq');
        create index item_by_name on shop.item (lower(name));
        """);
    second.execute("insert into shop.item (name) values ('goes away')");
    here = service(first, "here");
    there = service(second, "there");
    Path attachment = folder.resolve("here/attachments/ab/abcd");
    Files.createDirectories(attachment.getParent());
    Files.write(attachment, new byte[] {1, 2, 3});
    Files.writeString(Files.createDirectories(folder.resolve("here/keys")).resolve("k"), "secret");
    file = folder.resolve("backup.kartoteka");
  }

  @Test
  void everyTableIsAsItWas() throws IOException {
    BackupView written = here.write(file, null);
    there.restore(file, null);

    assertEquals(contents(first), contents(second));
    assertTrue(written.tables() > 4);
    assertEquals(2, written.files());
    assertArrayEquals(
        new byte[] {1, 2, 3}, Files.readAllBytes(folder.resolve("there/attachments/ab/abcd")));
    assertEquals("secret", Files.readString(folder.resolve("there/keys/k")));
  }

  @Test
  void sequencesAndIndexesMadeInUseComeBack() {
    here.write(file, null);
    there.restore(file, null);

    assertEquals("100", value(second, "select nextval('shop.item_seq')"));
    assertEquals("502", value(second, "insert into shop.item default values returning id"));
    assertEquals(
        "1", value(second, "select count(*) from pg_indexes where indexname = 'item_by_name'"));
  }

  @Test
  void anEncryptedBackupOpensWithItsPasswordOnly() throws IOException {
    here.write(file, "four words are enough".toCharArray());
    Map<String, String> before = contents(second);

    assertRefused("platform.backup.needs-password", null);
    assertRefused("platform.backup.wrong-password", "another".toCharArray());
    assertEquals(before, contents(second));
    assertFalse(new String(Files.readAllBytes(file)).contains("migrations"));

    there.restore(file, "four words are enough".toCharArray());
    assertEquals(contents(first), contents(second));
  }

  @Test
  void aBackupThatWasCutOffOrChangedIsRefusedAndChangesNothing() throws IOException {
    Map<String, String> before = contents(second);
    for (char[] password : new char[][] {null, "secret".toCharArray()}) {
      Path whole = folder.resolve("whole" + (password == null ? "" : "-locked"));
      here.write(whole, password);
      byte[] bytes = Files.readAllBytes(whole);
      int nearlyAll = password == null ? bytes.length * 3 / 4 : bytes.length - 1;
      for (int length : new int[] {0, 10, 60, bytes.length / 2, nearlyAll}) {
        Files.write(file, Arrays.copyOf(bytes, length));
        assertThrows(Refused.class, () -> there.restore(file, password), "cut at " + length);
      }
      byte[] changed = bytes.clone();
      changed[bytes.length / 2] ^= 1;
      Files.write(file, changed);
      assertThrows(Refused.class, () -> there.restore(file, password));
    }
    assertEquals(before, contents(second));
  }

  @Test
  void aBackupOfAnotherVersionIsRefused() {
    here.write(file, null);
    second.execute("update platform.schema_history set checksum = 'other' where schema = 'shop'");
    Map<String, String> before = contents(second);

    assertRefused("platform.backup.other-version", null);
    assertEquals(before, contents(second));
  }

  @Test
  void aFailureInTheMiddleLeavesNoHalf() throws IOException {
    here.write(file, null);
    second.execute("alter table shop.line add constraint small check (amount < 100)");
    Map<String, String> before = contents(second);

    assertThrows(RuntimeException.class, () -> there.restore(file, null));
    assertEquals(before, contents(second));

    assertThrows(Refused.class, () -> here.write(file, null));
    try (Stream<Path> left = Files.list(folder)) {
      assertTrue(left.noneMatch(one -> one.toString().endsWith(".part")));
    }
  }

  @Test
  void itNeedsARight() {
    user.nowMay("platform.setting.change");

    assertThrows(Forbidden.class, () -> here.write(file, null));
    assertThrows(Forbidden.class, () -> there.restore(file, null));
  }

  private void assertRefused(String key, char[] password) {
    assertEquals(key, assertThrows(Refused.class, () -> there.restore(file, password)).key());
  }

  /** The content of every table, as one hash each. */
  private static Map<String, String> contents(PostgresFixture database) {
    Map<String, String> contents = new TreeMap<>();
    for (String table :
        value(
                database,
                "select string_agg(table_schema || '.' || table_name, ',') from"
                    + " information_schema.tables where table_schema in ('platform', 'shop') and"
                    + " table_type = 'BASE TABLE'")
            .split(",")) {
      contents.put(
          table,
          value(
              database,
              "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)),"
                  + " '') from "
                  + table
                  + " t"));
    }
    return contents;
  }

  private static String value(PostgresFixture database, String sql) {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private BackupService service(PostgresFixture database, String name) {
    Path root = folder.resolve(name);
    return new BackupService(
        database.dataSource(),
        new Installation() {
          @Override
          public Path folder(String inside) {
            try {
              return Files.createDirectories(root.resolve(inside));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }

          @Override
          public Optional<String> startSetting(String setting) {
            return Optional.empty();
          }
        },
        user);
  }
}
