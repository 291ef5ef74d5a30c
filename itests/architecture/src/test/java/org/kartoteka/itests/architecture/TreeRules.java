package org.kartoteka.itests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the files of the tree must have and must not say. */
final class TreeRules {

  static final List<String> HEADINGS =
      List.of(
          "Purpose",
          "Terms",
          "Screens",
          "Settings",
          "Events in and out",
          "Permissions",
          "Data",
          "Design");

  private static final int POM_LINES = 25;
  private static final Set<String> EMPTY_WORDS = Set.of("Util", "Utils", "Helper", "Manager");
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|interface|record|enum)\\s+([A-Z]\\w*)");
  private static final Pattern MACHINE_PATH =
      Pattern.compile(
          "(?<![\\w./-])/(?:work/(?:main|shared)\\b|root/|home/\\w+/|Users/\\w+/|tmp/\\w)");

  private TreeRules() {}

  /**
   * A feature bundle has its thin pom, its README, its feature.xml, its texts and a schema test.
   */
  static List<String> featureBundle(HouseBundle bundle) {
    List<String> found = new ArrayList<>();
    String name = bundle.name();
    long lines = HouseBundle.read(bundle.folder().resolve("pom.xml")).lines().count();
    if (lines > POM_LINES) {
      found.add(name + "/pom.xml has " + lines + " lines");
    }
    Path readme = bundle.folder().resolve("README.md");
    if (!Files.exists(readme)) {
      found.add(name + " has no README.md");
    } else {
      List<String> headings =
          HouseBundle.read(readme)
              .lines()
              .filter(line -> line.startsWith("## "))
              .map(line -> line.substring(3).strip())
              .toList();
      HEADINGS.stream()
          .filter(heading -> !headings.contains(heading))
          .forEach(heading -> found.add(name + "/README.md lacks the heading " + heading));
    }
    if (!isInRepository(bundle)) {
      found.add(name + " is in no feature repository");
    }
    if (TextRules.englishFiles(bundle).isEmpty()) {
      found.add(name + " has no texts");
    }
    boolean hasSchema = !bundle.files("src/main/resources/db", ".sql").isEmpty();
    boolean testsSchema =
        bundle.files("src/test/java", ".java").stream()
            .anyMatch(file -> HouseBundle.read(file).contains("PostgresFixture"));
    if (hasSchema && !testsSchema) {
      found.add(name + " has no test of its schema on PostgreSQL");
    }
    return found;
  }

  /** In a feature.xml of its own, or in that of the house; both are resolved by the build. */
  private static boolean isInRepository(HouseBundle bundle) {
    Path own = bundle.folder().resolve("src/main/feature/feature.xml");
    Path house = bundle.folder().resolve("../../features/src/main/feature/feature.xml").normalize();
    return Files.exists(own)
        || (Files.exists(house)
            && HouseBundle.read(house)
                .contains("<feature name=\"kartoteka-" + bundle.name() + "\""));
  }

  /** A type is called by its role, not by an empty word. */
  static List<String> emptyNames(HouseBundle bundle) {
    List<String> found = new ArrayList<>();
    for (Path file : bundle.sources()) {
      Matcher matcher = TYPE.matcher(HouseBundle.read(file));
      while (matcher.find()) {
        String name = matcher.group(1);
        if (EMPTY_WORDS.stream().anyMatch(name::endsWith)) {
          found.add(bundle.name() + "/" + bundle.folder().relativize(file) + " declares " + name);
        }
      }
    }
    return found;
  }

  /** Absolute paths of somebody's machine in a text. */
  static List<String> machinePaths(String name, String content) {
    List<String> found = new ArrayList<>();
    int number = 0;
    for (String line : content.split("\n", -1)) {
      number++;
      if (MACHINE_PATH.matcher(line).find()) {
        found.add(name + ":" + number + ": " + line.strip());
      }
    }
    return found;
  }

  /** The text files that git keeps. */
  static List<Path> keptFiles(Path root) {
    try {
      Process git =
          new ProcessBuilder("git", "ls-files", "-z")
              .directory(root.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String listed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!git.waitFor(30, TimeUnit.SECONDS) || git.exitValue() != 0) {
        return List.of();
      }
      return listed
          .lines()
          .flatMap(line -> Pattern.compile("\0").splitAsStream(line))
          .filter(
              name ->
                  name.matches(
                      "(?:.*/)?(?:[^.]+|.*\\.(?:java|xml|md|properties|sql|cfg|css|html|yml|yaml|bnd|sh))"))
          .map(root::resolve)
          .filter(Files::isRegularFile)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
