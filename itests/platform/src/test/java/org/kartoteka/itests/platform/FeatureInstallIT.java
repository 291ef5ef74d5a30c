package org.kartoteka.itests.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.inject.Inject;
import org.junit.jupiter.api.Test;
import org.kartoteka.itests.platform.exam.InContainer;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.feature.FeatureCatalog;
import org.kartoteka.platform.api.feature.FeatureState;
import org.kartoteka.platform.api.feature.FeatureView;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Installing is all or nothing: what cannot work is refused, and what worked before works on. */
@InContainer
class FeatureInstallIT {

  private static final String NAME = "itest-room";

  @Inject private BundleContext context;
  @Inject private FeatureCatalog features;
  @Inject private CurrentUser currentUser;
  @Inject private UnitOfWork unitOfWork;
  @Inject private Messages messages;

  @Test
  void what_is_no_feature_is_refused() {
    assertRefused("notes.txt", "this is no jar".getBytes(StandardCharsets.UTF_8));
    assertRefused("plain.jar", jar("1.0.0", Map.of("Kartoteka-Feature", ""), Map.of()));
  }

  @Test
  void a_jar_with_a_missing_package_is_refused_in_plain_words() {
    String reason =
        assertRefused(
            "missing.jar",
            jar(
                "1.0.0",
                Map.of("Import-Package", "org.kartoteka.absent.api;version=\"[1.0,2)\""),
                Map.of()));

    assertTrue(reason.contains("org.kartoteka.absent.api"), reason);
    assertTrue(asSystem(() -> features.feature(NAME)).isEmpty());
    assertFalse(
        Arrays.stream(context.getBundles())
            .map(Bundle::getSymbolicName)
            .anyMatch(name -> name.contains("itest.room")));
  }

  @Test
  void what_belongs_to_another_bundle_is_refused_by_its_name() {
    String schema =
        assertRefused("schema.jar", jar("1.0.0", Map.of("Kartoteka-Schema", "core"), Map.of()));
    String address =
        assertRefused("address.jar", jar("1.0.0", Map.of("Kartoteka-Http", "parties"), Map.of()));

    assertTrue(schema.contains("belongs to org.kartoteka.core"), schema);
    assertTrue(address.contains("/api/v1/parties belongs to org.kartoteka.rest"), address);
    assertTrue(asSystem(() -> features.feature(NAME)).isEmpty());
  }

  @Test
  void the_data_of_a_removed_feature_stay_its_own() {
    Map<String, String> schema = Map.of("Kartoteka-Schema", "itest_room");
    install(
        jar("1.0.0", schema, Map.of("db/itest_room/V001__visits.sql", "create table visit ()")));
    asSystem(
        () -> {
          features.remove(NAME);
          return null;
        });
    try {
      String reason =
          assertRefused(
              "thief.jar",
              jar(
                  "1.0.0",
                  Map.of(
                      "Kartoteka-Feature", "itest-thief",
                      "Bundle-SymbolicName", "org.kartoteka.itest.thief",
                      "Kartoteka-Schema", "itest_room"),
                  Map.of()));

      assertTrue(reason.contains(NAME), reason);
    } finally {
      asSystem(() -> features.purge(NAME, NAME));
    }
  }

  @Test
  void a_wrong_header_is_forgotten_when_it_was_mended() {
    String reason =
        assertRefused(
            "wrong-header.jar", jar("1.0.0", Map.of("Kartoteka-Schema", "Rooms!"), Map.of()));
    assertTrue(reason.contains("Kartoteka-Schema"), reason);

    install(jar("1.0.1", Map.of(), Map.of()));

    assertEquals(FeatureState.ACTIVE, installed().state());
    assertEquals(List.of(), installed().health());
    asSystem(
        () -> {
          features.remove(NAME);
          return null;
        });
  }

  @Test
  void a_failed_update_brings_the_version_before_back() {
    Map<String, String> schema = Map.of("Kartoteka-Schema", "itest_room;requires=platform");
    String first = "create table visit (id bigint primary key); insert into visit values (7);";
    install(jar("1.0.0", schema, Map.of("db/itest_room/V001__visits.sql", first)));
    try {
      assertEquals("1.0.0", installed().version());
      assertEquals(FeatureState.ACTIVE, installed().state());

      assertRefused(
          "wrong-migration.jar",
          jar(
              "2.0.0",
              schema,
              Map.of(
                  "db/itest_room/V001__visits.sql",
                  first,
                  "db/itest_room/V002__wrong.sql",
                  "create table half (id bigint); alter table absent add column x int;")));

      assertEquals("1.0.0", installed().version());
      assertEquals(FeatureState.ACTIVE, installed().state());
      assertArrayEquals(new long[] {1, 0}, tables());

      assertRefused(
          "changed-migration.jar",
          jar("2.0.0", schema, Map.of("db/itest_room/V001__visits.sql", "create table other ();")));

      assertEquals("1.0.0", installed().version());
      assertEquals(FeatureState.ACTIVE, installed().state());

      install(
          jar(
              "2.0.0",
              schema,
              Map.of(
                  "db/itest_room/V001__visits.sql",
                  first,
                  "db/itest_room/V002__half.sql",
                  "create table half (id bigint);")));

      assertEquals("2.0.0", installed().version());
      assertArrayEquals(new long[] {1, 1}, tables());
    } finally {
      asSystem(
          () -> {
            features.remove(NAME);
            return features.purge(NAME, NAME);
          });
    }

    assertEquals(0, tables()[0]);
    assertTrue(asSystem(() -> features.feature(NAME)).isEmpty());
  }

  private FeatureView installed() {
    return asSystem(() -> features.feature(NAME)).orElseThrow();
  }

  private void install(byte[] jar) {
    asSystem(() -> features.install("room.jar", new ByteArrayInputStream(jar)));
  }

  private String assertRefused(String name, byte[] jar) {
    Refused refused =
        assertThrows(
            Refused.class,
            () -> asSystem(() -> features.install(name, new ByteArrayInputStream(jar))));
    String reason = messages.text(Locale.ENGLISH, refused.key(), refused.arguments().toArray());
    assertFalse(reason.startsWith("!"), reason);
    return reason;
  }

  /** How many tables visit and half there are. */
  private long[] tables() {
    return unitOfWork.call(() -> new long[] {count("itest_room.visit"), count("itest_room.half")});
  }

  private long count(String table) {
    return Sql.of(unitOfWork, "select count(*) from pg_class where oid = to_regclass(?)", table)
        .number();
  }

  private <T> T asSystem(Supplier<T> work) {
    return currentUser.runAs(User.SYSTEM, work);
  }

  private static byte[] jar(
      String version, Map<String, String> headers, Map<String, String> files) {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Bundle-ManifestVersion", "2");
    all.put("Bundle-SymbolicName", "org.kartoteka.itest.room");
    all.put("Bundle-Version", version);
    all.put("Kartoteka-Feature", NAME);
    all.putAll(headers);
    all.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            main.putValue(name, value);
          }
        });
    if (headers.getOrDefault("Kartoteka-Feature", NAME).isEmpty()) {
      main.remove(new Attributes.Name("Kartoteka-Feature"));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        jar.putNextEntry(new JarEntry(file.getKey()));
        jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }
}
