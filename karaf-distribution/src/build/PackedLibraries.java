import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Lists what is packed into the distribution: the jars, the jars within them, the packages of the
 * frontend, and what the database brings. Writes the list of third-party licences and a CycloneDX
 * SBOM, and fails when a licence is unknown or forbidden.
 *
 * <p>Arguments: folder of the distribution, Maven's local repository, package-lock.json, the file of
 * licences given by hand, folder to write to.
 */
public final class PackedLibraries {
  private static final Pattern FORBIDDEN =
      Pattern.compile("(?i).*(commercial|cvdl|proprietary|unlicensed).*");
  private static final String NOT_PACKED = "not packed";
  private static final String OURS = "org.kartoteka";

  private record Component(
      String type, String group, String name, String version, String licence, String sha256) {
    String purl() {
      return type.equals("npm")
          ? "pkg:npm/" + name.replace("@", "%40") + "@" + version
          : group.isEmpty()
              ? "pkg:generic/" + name + "@" + version
              : "pkg:maven/" + group + "/" + name + "@" + version;
    }

    String title() {
      return group.isEmpty() ? name : group + ":" + name;
    }
  }

  private final Path repository;
  private final Properties byHand = new Properties();
  private final Map<String, Component> components = new TreeMap<>();

  private PackedLibraries(Path repository, Path licences) throws IOException {
    this.repository = repository;
    try (var in = Files.newBufferedReader(licences)) {
      byHand.load(in);
    }
  }

  public static void main(String[] arguments) throws IOException {
    PackedLibraries packed = new PackedLibraries(Path.of(arguments[1]), Path.of(arguments[3]));
    packed.jars(Path.of(arguments[0]));
    packed.frontend(Path.of(arguments[2]));
    packed.others();
    packed.check();
    Path target = Files.createDirectories(Path.of(arguments[4]));
    Files.writeString(target.resolve("THIRD-PARTY.txt"), packed.text());
    Files.writeString(target.resolve("sbom.cdx.json"), packed.bom());
  }

  private void jars(Path home) throws IOException {
    List<Path> jars;
    try (var files = Files.walk(home)) {
      jars = files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
    }
    for (Path jar : jars) {
      Path system = home.resolve("system");
      Path place = jar.startsWith(system) ? system.relativize(jar.getParent()) : null;
      String known = null;
      if (place != null) {
        int names = place.getNameCount();
        known =
            place.subpath(0, names - 2).toString().replace('/', '.')
                + ":"
                + place.getName(names - 2)
                + ":"
                + place.getName(names - 1);
      }
      jar(jar.getFileName().toString(), Files.readAllBytes(jar), known);
    }
  }

  private void jar(String file, byte[] content, String known) throws IOException {
    Manifest manifest = new Manifest();
    List<Properties> poms = new ArrayList<>();
    Map<String, byte[]> inner = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
        String name = entry.getName();
        if (name.equals("META-INF/MANIFEST.MF")) {
          manifest.read(new ByteArrayInputStream(zip.readAllBytes()));
        } else if (name.startsWith("META-INF/maven/") && name.endsWith("/pom.properties")) {
          Properties pom = new Properties();
          pom.load(new ByteArrayInputStream(zip.readAllBytes()));
          poms.add(pom);
        } else if (name.endsWith(".jar")) {
          inner.put(name.substring(name.lastIndexOf('/') + 1), zip.readAllBytes());
        }
      }
    }
    String[] id = known != null ? known.split(":") : identity(file, poms);
    if (!id[0].equals(OURS)) {
      add("maven", id[0], id[1], id[2], licence(id, manifest.getMainAttributes()), sha256(content));
    }
    for (Map.Entry<String, byte[]> jar : inner.entrySet()) {
      jar(jar.getKey(), jar.getValue(), null);
    }
  }

  /** By the pom within, where there is exactly one or one of the file's name; else by the name. */
  private static String[] identity(String file, List<Properties> poms) {
    for (Properties pom : poms) {
      if (poms.size() == 1 || file.startsWith(pom.getProperty("artifactId") + "-")) {
        return new String[] {
          pom.getProperty("groupId"), pom.getProperty("artifactId"), pom.getProperty("version")
        };
      }
    }
    Matcher name = Pattern.compile("(.+?)-(\\d.*)\\.jar").matcher(file);
    return name.matches()
        ? new String[] {"", name.group(1), name.group(2)}
        : new String[] {"", file.replace(".jar", ""), ""};
  }

  private String licence(String[] id, Attributes manifest) throws IOException {
    String given = byHand.getProperty(id[0] + "/" + id[1], byHand.getProperty(id[0] + "/*"));
    if (given != null) {
      return given;
    }
    String licence = licenceOfPom(id[0], id[1], id[2]);
    if (licence == null) {
      licence = manifest.getValue("Bundle-License");
    }
    return licence == null ? "unknown" : spdx(licence);
  }

  private String licenceOfPom(String group, String artifact, String version) throws IOException {
    Path pom =
        repository
            .resolve(group.replace('.', '/'))
            .resolve(artifact)
            .resolve(version)
            .resolve(artifact + "-" + version + ".pom");
    if (!Files.exists(pom)) {
      return null;
    }
    String xml = Files.readString(pom, StandardCharsets.UTF_8).replaceAll("(?s)<!--.*?-->", "");
    Matcher block = Pattern.compile("(?s)<licenses>(.*?)</licenses>").matcher(xml);
    if (block.find()) {
      return Pattern.compile("(?s)<name>\\s*(.*?)\\s*</name>")
          .matcher(block.group(1))
          .results()
          .map(name -> spdx(name.group(1).replaceAll("\\s+", " ")))
          .distinct()
          .collect(Collectors.joining(" OR "));
    }
    Matcher parent = Pattern.compile("(?s)<parent>(.*?)</parent>").matcher(xml);
    return parent.find()
        ? licenceOfPom(
            element(parent.group(1), "groupId"),
            element(parent.group(1), "artifactId"),
            element(parent.group(1), "version"))
        : null;
  }

  private static String element(String xml, String name) {
    Matcher element =
        Pattern.compile("(?s)<" + name + ">\\s*(.*?)\\s*</" + name + ">").matcher(xml);
    return element.find() ? element.group(1) : "";
  }

  private static String spdx(String name) {
    String low = name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    if (low.matches("alv2|(the )?apache (software )?license,? ?(version )?2.*")) {
      return "Apache-2.0";
    }
    if (low.contains(" or ") || low.contains(",")) {
      return name;
    }
    if (low.contains("apache") && low.contains("2")) {
      return "Apache-2.0";
    }
    if (low.contains("epl-2.0") || low.matches(".*eclipse public license.*2.*") || low.equals("epl 2.0")) {
      return "EPL-2.0";
    }
    if (low.contains("epl-1.0") || low.matches(".*eclipse public license.*1.*")) {
      return "EPL-1.0";
    }
    if (low.equals("mit") || low.contains("mit license") || low.contains("mit licence")) {
      return "MIT";
    }
    if (low.contains("edl") || low.contains("eclipse distribution") || low.contains("new bsd")
        || low.contains("bsd-3") || low.contains("bsd 3") || low.contains("3-clause")) {
      return "BSD-3-Clause";
    }
    if (low.contains("bsd-2") || low.contains("2-clause")) {
      return "BSD-2-Clause";
    }
    return name;
  }

  /** What npm would install for production, and so may be in the scripts of the frontend. */
  private void frontend(Path lock) throws IOException {
    Pattern start = Pattern.compile("    \"(?:.*/)?node_modules/(.+)\": \\{");
    Pattern value = Pattern.compile("      \"(version|license|dev|optional|peer)\": \"?(.*?)\"?,?");
    String name = null;
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : Files.readAllLines(lock)) {
      Matcher begins = start.matcher(line);
      Matcher has = value.matcher(line);
      if (begins.matches()) {
        name = begins.group(1);
        values.clear();
      } else if (name != null && has.matches()) {
        values.put(has.group(1), has.group(2));
      } else if (line.equals("    },") || line.equals("    }")) {
        if (name != null && !values.containsKey("dev") && !values.containsKey("peer")) {
          String licence = byHand.getProperty("npm/" + name, values.getOrDefault("license", "unknown"));
          if (!licence.equals(NOT_PACKED)) {
            add("npm", "", name, values.get("version"), licence, null);
          }
        }
        name = null;
      }
    }
  }

  private void others() {
    for (String key : byHand.stringPropertyNames()) {
      if (key.startsWith("packed/")) {
        String[] name = key.substring("packed/".length()).split("@");
        add("generic", "", name[0], name[1], byHand.getProperty(key), null);
      }
    }
  }

  private void add(
      String type, String group, String name, String version, String licence, String sha256) {
    Component component = new Component(type, group, name, version, licence, sha256);
    components.put(component.purl(), component);
  }

  private void check() {
    String wrong =
        components.values().stream()
            .filter(c -> c.licence().equals("unknown") || FORBIDDEN.matcher(c.licence()).matches())
            .map(c -> c.purl() + ": " + c.licence())
            .collect(Collectors.joining("\n  "));
    if (!wrong.isEmpty()) {
      throw new IllegalStateException("Unknown or forbidden licences:\n  " + wrong);
    }
  }

  private String text() {
    StringBuilder text =
        new StringBuilder(
            "Third-party software in this distribution of Kartoteka, generated by the build.\n\n");
    Map<String, List<Component>> byLicence =
        components.values().stream()
            .collect(Collectors.groupingBy(Component::licence, TreeMap::new, Collectors.toList()));
    byLicence.forEach(
        (licence, all) -> {
          text.append(licence).append('\n');
          all.forEach(
              c -> text.append("  ").append(c.title()).append(' ').append(c.version()).append('\n'));
          text.append('\n');
        });
    return text.toString();
  }

  private String bom() {
    return components.values().stream()
        .map(PackedLibraries::json)
        .collect(
            Collectors.joining(
                ",\n    ",
                "{\n  \"bomFormat\": \"CycloneDX\",\n  \"specVersion\": \"1.5\",\n  \"version\": 1,\n"
                    + "  \"metadata\": {\"component\": {\"type\": \"application\", \"name\":"
                    + " \"kartoteka\"}},\n  \"components\": [\n    ",
                "\n  ]\n}\n"));
  }

  private static String json(Component c) {
    return "{\"type\": \"library\", "
        + (c.group().isEmpty() ? "" : "\"group\": " + quoted(c.group()) + ", ")
        + "\"name\": "
        + quoted(c.name())
        + ", \"version\": "
        + quoted(c.version())
        + ", \"purl\": "
        + quoted(c.purl())
        + ", \"bom-ref\": "
        + quoted(c.purl())
        + ", \"licenses\": [{\"license\": {\"name\": "
        + quoted(c.licence())
        + "}}]"
        + (c.sha256() == null
            ? ""
            : ", \"hashes\": [{\"alg\": \"SHA-256\", \"content\": " + quoted(c.sha256()) + "}]")
        + "}";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
