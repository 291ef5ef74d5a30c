package org.kartoteka.itests.platform.exam;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.streamBundle;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Distribution;
import org.kartoteka.itests.harness.Ports;
import org.kartoteka.itests.harness.Product;
import org.kartoteka.itests.harness.Waiting;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestAddress;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.options.extra.VMOption;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/** The distribution started by Pax Exam, with a way for test methods to run inside of it. */
final class Karaf implements ExtensionContext.Store.CloseableResource {

  private static final int TIMEOUT_MILLIS = 240_000;

  private final ExamSystem system;
  private final TestContainer container;

  private Karaf(ExamSystem system) {
    this.system = system;
    this.container = PaxExamRuntime.createContainer(system);
  }

  static Karaf start() {
    Path folder = Path.of("target/exam").toAbsolutePath();
    int port = Ports.free();
    try {
      Karaf karaf = new Karaf(PaxExamRuntime.createTestSystem(options(folder, port)));
      try {
        karaf.container.start();
        Api api = new Api(URI.create("http://127.0.0.1:" + port), "admin", Product.PASSWORD);
        Waiting.until(
            "healthy under Pax Exam at port " + port,
            Duration.ofMillis(TIMEOUT_MILLIS),
            () -> api.get("health").status() == 200);
        return karaf;
      } catch (RuntimeException | AssertionError e) {
        karaf.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a test method inside. */
  void call(String className, String method) throws Throwable {
    try {
      container.call(new MethodAddress(className, method));
    } catch (Exception e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof AssertionError) {
          throw cause;
        }
      }
      throw e;
    }
  }

  @Override
  public void close() {
    container.stop();
    system.clear();
  }

  private static Option[] options(Path folder, int port) throws IOException {
    Path data = folder.resolve("data-" + port);
    return new Option[] {
      composite(
          Stream.concat(javaOptions(), settings(data)).map(VMOption::new).toArray(Option[]::new)),
      karafDistributionConfiguration()
          .frameworkUrl(Distribution.tarGz().toUri().toString())
          .name("Kartoteka")
          .karafVersion(System.getProperty("karaf.version"))
          .unpackDirectory(folder.toFile())
          .useDeployFolder(false),
      configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
      keepRuntimeFolder(),
      systemTimeout(TIMEOUT_MILLIS),
      editConfigurationFilePut(
          "etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", Integer.toString(port)),
      editConfigurationFilePut(
          "etc/org.apache.karaf.shell.cfg", "sshPort", Integer.toString(Ports.free())),
      streamBundle(TestBundle.stream())
    };
  }

  private static Stream<String> settings(Path data) {
    return Stream.of(
        "-Xmx512m",
        "-Dkartoteka.data=" + data,
        "-Dkartoteka.admin.password=" + Product.PASSWORD,
        "-Dkaraf.log=" + data.resolve("log"),
        "-Dfile.encoding=UTF-8",
        "-Djava.awt.headless=true",
        "-Djava.security.manager=allow");
  }

  /** What the start script of Karaf sets, too. */
  private static Stream<String> javaOptions() {
    String version = System.getProperty("karaf.version");
    return Stream.of(
        "--add-reads=java.xml=java.logging",
        "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
        "--patch-module",
        "java.base=lib/endorsed/org.apache.karaf.specs.locator-" + version + ".jar",
        "--patch-module",
        "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + version + ".jar",
        "--add-opens",
        "java.base/java.security=ALL-UNNAMED",
        "--add-opens",
        "java.base/java.net=ALL-UNNAMED",
        "--add-opens",
        "java.base/java.lang=ALL-UNNAMED",
        "--add-opens",
        "java.base/java.util=ALL-UNNAMED",
        "--add-opens",
        "java.naming/javax.naming.spi=ALL-UNNAMED",
        "--add-opens",
        "java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
        "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
        "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
        "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
        "--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
        "-classpath",
        "lib/jdk9plus/*" + File.pathSeparator + "lib/boot/*");
  }

  /** Tells the agent which method to run. */
  private record MethodAddress(String className, String method) implements TestAddress {

    @Override
    public String identifier() {
      return Agent.SIGNATURE;
    }

    @Override
    public String caption() {
      return className + "." + method;
    }

    @Override
    public TestAddress root() {
      return this;
    }

    @Override
    public Object[] arguments() {
      return new Object[] {className, method};
    }
  }
}
