package org.kartoteka.itests.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Finds what comes under Vaadin's commercial licence. */
final class CommercialCode implements Archive.Visitor {

  private static final Pattern PARTS =
      Pattern.compile(
          "(?:^|[/!])(?:vaadin-)?(?:charts|grid-pro|crud|board|rich-text-editor|spreadsheet"
              + "|cookie-consent|collaboration-engine|map-flow|dashboard-pro|copilot)"
              + "(?:-flow|-testbench)?(?:-\\d[^/!]*)?\\.(?:jar|js|ts)$");
  private static final List<String> LICENCES =
      List.of("Commercial Vaadin", "Vaadin Commercial License");

  /** Our own build file, which names what it looks for. */
  private static final String OWN = "META-INF/maven/org.kartoteka/";

  private static final Pattern TEXT =
      Pattern.compile(
          ".*\\.(?:js|css|html|txt|md|json|xml|ts|LICENSE|license|MF|properties)|.*LICENSE.*");

  private final List<String> found = new ArrayList<>();
  private int read;

  @Override
  public void visit(String path, byte[] content) {
    if (PARTS.matcher(path).find()) {
      found.add(path + " is a commercial component");
    }
    String name = path;
    byte[] bytes = content;
    if (path.endsWith(".gz")) {
      name = path.substring(0, path.length() - ".gz".length());
      bytes = unpacked(content);
    }
    if (!path.contains(OWN) && TEXT.matcher(name.substring(name.lastIndexOf('/') + 1)).matches()) {
      read++;
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      LICENCES.stream()
          .filter(text::contains)
          .findFirst()
          .ifPresent(licence -> found.add(path + " says \"" + licence + "\""));
    }
  }

  List<String> found() {
    return found;
  }

  int filesRead() {
    return read;
  }

  private static byte[] unpacked(byte[] content) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
