package org.kartoteka.platform.internal.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kartoteka.platform.api.problem.Refused;

/** What is told of a jar before anything is touched. */
class FeatureJarTest {

  private static final String CODE = "room/Door.class";
  private static final String MANIFEST =
      "Manifest-Version: 1.0\nBundle-SymbolicName: room;singleton:=true\nBundle-Version: 1.2.3\n"
          + "Kartoteka-Feature: room\nKartoteka-Schema: rooms;requires=core\n"
          + "Kartoteka-Http: rooms, parties/{id}/rooms\n";

  @TempDir private Path folder;

  @Test
  void a_feature_says_what_it_has_to_itself() throws IOException {
    FeatureJar jar = read(MANIFEST, Map.of(CODE, "code"));

    assertEquals("room", jar.feature());
    assertEquals("room", jar.symbolicName());
    assertEquals("1.2.3", jar.version());
    assertEquals(new Claims("rooms", List.of("rooms", "parties/{id}/rooms")), jar.claims());
  }

  @Test
  void the_manifest_need_not_be_the_first_file() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      write(zip, CODE, "code");
      write(zip, "META-INF/MANIFEST.MF", MANIFEST);
    }

    assertEquals("room", spool(out.toByteArray()).feature());
  }

  @Test
  void what_is_wrong_is_told_by_name() throws IOException {
    assertRefused("platform.feature.not-a-feature", without("Kartoteka-Feature: room"), Map.of());
    assertRefused("platform.feature.not-a-bundle", without("Bundle-SymbolicName.*"), Map.of());
    assertRefused(
        "platform.feature.wrong-id",
        MANIFEST.replace("Feature: room", "Feature: My Room"),
        Map.of());
  }

  @Test
  void what_was_changed_after_it_had_been_signed_is_refused() throws IOException {
    assertRefused(
        "platform.feature.signature",
        MANIFEST,
        Map.of(CODE, "code", "META-INF/AUTHOR.SF", "Signature-Version: 1.0\n"));
  }

  @Test
  void a_refused_jar_leaves_nothing_behind() throws IOException {
    assertRefused("platform.feature.not-a-feature", without("Kartoteka-Feature: room"), Map.of());

    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  private void assertRefused(String key, String manifest, Map<String, String> files) {
    assertEquals(key, assertThrows(Refused.class, () -> read(manifest, files)).key());
  }

  private static String without(String line) {
    return MANIFEST.replaceAll(line + "\n", "");
  }

  private FeatureJar read(String manifest, Map<String, String> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      write(zip, "META-INF/MANIFEST.MF", manifest);
      for (Map.Entry<String, String> file : files.entrySet()) {
        write(zip, file.getKey(), file.getValue());
      }
    }
    return spool(out.toByteArray());
  }

  private FeatureJar spool(byte[] content) throws IOException {
    return FeatureJar.spool(folder, "room.jar", new ByteArrayInputStream(content));
  }

  private static void write(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
