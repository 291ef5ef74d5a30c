package org.kartoteka.itests.ui;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One headless Chromium for the whole run; each test gets fresh windows and they are closed. */
public final class Browser implements BeforeAllCallback, AfterEachCallback, ParameterResolver {

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage");
  private static final Path PICTURES = Path.of("target/pictures");
  private static final double PATIENCE_MILLIS = 20_000;

  private record Started(Playwright playwright, com.microsoft.playwright.Browser chromium)
      implements ExtensionContext.Store.CloseableResource {
    @Override
    public void close() {
      chromium.close();
      playwright.close();
    }
  }

  /** The windows of one test. */
  static final class Windows {

    private final com.microsoft.playwright.Browser chromium;
    private final List<BrowserContext> open = new ArrayList<>();

    private Windows(com.microsoft.playwright.Browser chromium) {
      this.chromium = chromium;
    }

    /** A window of a browser in which nobody is signed in. */
    Window open(URI address) {
      return open(address, new com.microsoft.playwright.Browser.NewContextOptions());
    }

    /** The same with options, such as the size or the language. */
    Window open(URI address, com.microsoft.playwright.Browser.NewContextOptions options) {
      BrowserContext context = chromium.newContext(options);
      context.setDefaultTimeout(PATIENCE_MILLIS);
      open.add(context);
      return new Window(context.newPage(), address);
    }

    private void close(String test, boolean failed) {
      int number = 0;
      for (BrowserContext context : open) {
        for (Page page : context.pages()) {
          if (failed) {
            Path picture = PICTURES.resolve(test + "-" + ++number + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(picture));
          }
        }
        context.close();
      }
      open.clear();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    chromium(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Windows windows = windows(context);
    String test = context.getRequiredTestClass().getSimpleName() + "-" + context.getDisplayName();
    windows.close(test.replaceAll("[^\\w-]+", "_"), context.getExecutionException().isPresent());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Windows.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return windows(context);
  }

  private static Windows windows(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .getOrComputeIfAbsent(Windows.class, key -> new Windows(chromium(context)), Windows.class);
  }

  private static com.microsoft.playwright.Browser chromium(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .getOrComputeIfAbsent(Browser.class, key -> start(), Started.class)
        .chromium();
  }

  private static Started start() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Started(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(ARGUMENTS)
                    .setHeadless(true)));
  }

  private static Path executable() {
    return Optional.ofNullable(System.getenv("KARTOTEKA_BROWSER"))
        .map(Path::of)
        .or(
            () ->
                List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                    .stream()
                    .map(Path::of)
                    .filter(Files::isExecutable)
                    .findFirst())
        .orElseThrow(() -> new IllegalStateException("there is no Chromium"));
  }
}
