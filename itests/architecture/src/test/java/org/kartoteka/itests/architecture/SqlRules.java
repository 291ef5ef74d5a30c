package org.kartoteka.itests.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose tables the SQL of a bundle names. */
final class SqlRules {

  private static final Pattern COMMENT = Pattern.compile("--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern QUALIFIED =
      Pattern.compile("(\\breferences\\s+)?\\b([a-z_][a-z0-9_]*)\\.([a-z_][a-z0-9_]*)");
  private static final Pattern JAVA_LITERALS =
      Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"(?:\\s*\\+\\s*\"(?:[^\"\\\\\n]|\\\\.)*\")*");
  private static final Pattern JAVA_BLOCK = Pattern.compile("\"\"\".*?\"\"\"", Pattern.DOTALL);
  private static final Pattern STATEMENT =
      Pattern.compile(
          "\\b(select|insert\\s+into|update|delete\\s+from|from|join|into)\\b",
          Pattern.CASE_INSENSITIVE);

  private final Set<String> schemas;

  /**
   * @param schemas all schemas of the house
   */
  SqlRules(Set<String> schemas) {
    this.schemas = schemas;
  }

  /** The migrations of a bundle name its own schema, and core's only as target of a foreign key. */
  List<String> foreignTables(HouseBundle bundle) {
    List<String> found = new ArrayList<>();
    for (Path file : bundle.files("src/main/resources/db", ".sql")) {
      String schema = file.getParent().getFileName().toString();
      if (!schema.equals(bundle.schema())) {
        found.add(file + " lies in the folder of schema " + schema);
      }
      check(HouseBundle.read(file), bundle.schema(), bundle.folder().relativize(file), found);
    }
    for (Path file : bundle.sources()) {
      for (String statement : statements(HouseBundle.read(file))) {
        check(statement, bundle.schema(), bundle.folder().relativize(file), found);
      }
    }
    return found;
  }

  private void check(String sql, String own, Path file, List<String> found) {
    String bare = TEXT.matcher(COMMENT.matcher(sql).replaceAll(" ")).replaceAll("''");
    Matcher matcher = QUALIFIED.matcher(bare.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      String schema = matcher.group(2);
      boolean reference = matcher.group(1) != null && schema.equals("core");
      if (schemas.contains(schema) && !schema.equals(own) && !reference) {
        found.add(file + " names " + schema + "." + matcher.group(3));
      }
    }
  }

  private static List<String> statements(String java) {
    List<String> found = new ArrayList<>();
    Matcher blocks = JAVA_BLOCK.matcher(java);
    while (blocks.find()) {
      found.add(blocks.group());
    }
    Matcher literals = JAVA_LITERALS.matcher(JAVA_BLOCK.matcher(java).replaceAll(" "));
    while (literals.find()) {
      found.add(literals.group().replaceAll("\"\\s*\\+\\s*\"", ""));
    }
    return found.stream().filter(text -> STATEMENT.matcher(text).find()).toList();
  }
}
