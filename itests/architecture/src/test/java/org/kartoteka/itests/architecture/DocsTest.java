package org.kartoteka.itests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.annotation.versioning.ConsumerType;

/** What the page about the first bundle says is true. */
class DocsTest {

  /** Implemented by bundles, but nothing that the house calls of itself. */
  private static final Set<String> NO_EXTENSION_POINT =
      Set.of(
          "Contribution",
          "DomainEvent",
          "Id",
          "IdentityProvider",
          "NestedErrors",
          "OpenViews",
          "Versioned");

  private static final Pattern CONTRACT = Pattern.compile("\\| `[\\w-]+-api` `(\\w+)`");
  private static final Pattern EXAMPLE =
      Pattern.compile("```java\\R(.*?class (\\w+).*?)```", Pattern.DOTALL);
  private final House house = House.ours();
  private final String page =
      HouseBundle.read(house.folder().resolve("docs").resolve("first-bundle.md"));

  @Test
  void every_extension_point_is_in_the_table_and_nothing_else() {
    Set<String> present = new TreeSet<>();
    for (JavaClass type : house.classes()) {
      if (type.getPackageName().matches("org\\.kartoteka\\.\\w+\\.api(\\..*)?")
          && !type.getPackageName().contains("internal")
          && type.isInterface()
          && type.isTopLevelClass()
          && type.isAnnotatedWith(ConsumerType.class)
          && !NO_EXTENSION_POINT.contains(type.getSimpleName())) {
        present.add(type.getSimpleName());
      }
    }
    Set<String> told = new TreeSet<>();
    Matcher contract = CONTRACT.matcher(page);
    while (contract.find()) {
      told.add(contract.group(1));
    }

    assertEquals(present, told);
  }

  @Test
  void the_example_compiles(@TempDir Path folder) throws IOException {
    List<JavaFileObject> examples = new ArrayList<>();
    Matcher example = EXAMPLE.matcher(page);
    while (example.find()) {
      examples.add(source(example.group(2), example.group(1)));
    }
    DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(errors, Locale.ROOT, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath());
      ToolProvider.getSystemJavaCompiler()
          .getTask(null, files, errors, List.of("-proc:none"), null, examples)
          .call();
    }

    assertEquals(1, examples.size());
    assertEquals(List.of(), errors.getDiagnostics());
  }

  private List<Path> classPath() {
    Stream<Path> libraries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of);
    return Stream.concat(house.bundles().stream().map(HouseBundle::classes), libraries).toList();
  }

  private static JavaFileObject source(String name, String text) {
    return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
