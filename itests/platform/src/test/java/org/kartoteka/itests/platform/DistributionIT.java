package org.kartoteka.itests.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kartoteka.itests.harness.Distribution;

/** What is packed, and what must not be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DistributionIT {

  private Path home;

  @BeforeAll
  void unpack() {
    home = Distribution.unpackInto(Path.of("target/distribution").toAbsolutePath());
  }

  @Test
  void both_archives_hold_the_scripts() throws IOException {
    assertTrue(Files.isExecutable(home.resolve("bin/kartoteka")));
    assertTrue(Files.isExecutable(home.resolve("bin/client")));
    try (ZipFile zip = new ZipFile(Distribution.zip().toFile())) {
      Set<String> names =
          zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
      assertTrue(names.contains(home.getFileName() + "/bin/kartoteka"));
    }
  }

  @Test
  void nothing_comes_under_a_commercial_licence() throws IOException {
    CommercialCode commercial = new CommercialCode();

    Archive.walk(home, commercial);

    assertEquals(List.of(), commercial.found());
    assertTrue(commercial.filesRead() > 500, "read " + commercial.filesRead() + " text files");
  }

  @Test
  void commercial_parts_would_be_found() throws IOException {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(inner)) {
      zip.putNextEntry(new ZipEntry("META-INF/VAADIN/webapp/VAADIN/build/chunk.js"));
      zip.write("/* (c) This is Commercial Vaadin code */".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("lib/vaadin-charts-flow-24.9.5.jar"));
      zip.write(new byte[0]);
    }
    CommercialCode commercial = new CommercialCode();

    Archive.walk("some.jar", new ByteArrayInputStream(inner.toByteArray()), commercial);

    assertEquals(2, commercial.found().size(), commercial.found()::toString);
  }

  @Test
  void the_licences_of_others_are_listed() throws IOException {
    String list = Files.readString(only(".*third-party.*\\.(?:txt|md|html)"));

    List<String> missing = new ArrayList<>();
    for (String part : List.of("vaadin", "jetty", "jersey", "karaf", "postgres", "eclipse")) {
      if (!list.toLowerCase(Locale.ROOT).contains(part)) {
        missing.add(part);
      }
    }
    assertEquals(List.of(), missing, "not in the list of licences");
    assertTrue(list.lines().count() > 50, "a short list");
  }

  @Test
  void the_bill_of_materials_names_what_is_inside() throws IOException {
    JsonNode bom = new ObjectMapper().readTree(only(".*(?:bom|cdx).*\\.json").toFile());

    assertEquals("CycloneDX", bom.path("bomFormat").asText());
    assertTrue(bom.path("components").size() > 80, "components: " + bom.path("components").size());
  }

  @Test
  void no_source_no_test_and_no_data_is_packed() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      List<String> strange =
          all.filter(Files::isRegularFile)
              .map(file -> home.relativize(file).toString())
              .filter(
                  name ->
                      name.matches(".*(?:-sources|-tests|-javadoc)\\.jar")
                          || name.matches(".*/(?:junit|mockito|archunit)[^/]*\\.jar")
                          || name.startsWith("data/"))
              .toList();
      assertEquals(List.of(), strange);
    }
  }

  private Path only(String name) throws IOException {
    try (Stream<Path> all = Files.walk(home, 2)) {
      List<Path> found =
          all.filter(Files::isRegularFile)
              .filter(file -> file.getFileName().toString().toLowerCase(Locale.ROOT).matches(name))
              .toList();
      assertEquals(1, found.size(), () -> "files called " + name + ": " + found);
      return found.get(0);
    }
  }
}
