package org.kartoteka.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks into a running Java machine with the JDK's own tool. */
public final class JavaMachine {

  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
  private static final Pattern LOADER = Pattern.compile("(?m)^\\s*[+| -]*\\+-- ");

  private final long pid;

  public JavaMachine(ProcessHandle java) {
    this.pid = java.pid();
  }

  /** The bytes of all live objects, after a full collection. */
  public long liveBytes() {
    ask("GC.run");
    ask("GC.run");
    Matcher total = TOTAL.matcher(ask("GC.class_histogram"));
    if (!total.find()) {
      throw new IllegalStateException("no total in the histogram");
    }
    return Long.parseLong(total.group(1));
  }

  /** How many class loaders hold classes of a package; each is a generation of its bundle. */
  public long loadersWith(String packageName) {
    ask("GC.run");
    String tree = ask("VM.classloaders", "show-classes", "fold=false");
    return LOADER
        .splitAsStream(tree)
        .filter(loader -> loader.contains(" " + packageName + "."))
        .count();
  }

  /** The objects that take the most room, for the message of a failed test. */
  public String largest(int lines) {
    return ask("GC.class_histogram").lines().limit(lines).reduce("", (a, b) -> a + "\n" + b);
  }

  private String ask(String... command) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    ProcessBuilder builder = new ProcessBuilder(jcmd.toString(), Long.toString(pid));
    builder.command().addAll(List.of(command));
    try {
      Process process = builder.redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException("jcmd " + builder.command() + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
