package org.kartoteka.benchmarks;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How long an open browser takes to follow a feature that is switched, from the call to the menu.
 */
final class ToggleTime {

  private static final int TOGGLES = 20;
  private static final double BAR_MILLIS = 250;
  private static final String ENTRY = "#menu-competitors";

  private final Target target;
  private final Api api;

  ToggleTime(Target target, Api api) {
    this.target = target;
    this.api = api;
  }

  boolean run() {
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking")))) {
      Page page = browser.newPage();
      signIn(page);
      double[] gone = new double[TOGGLES];
      double[] back = new double[TOGGLES];
      for (int i = 0; i < TOGGLES; i++) {
        gone[i] = toggle(page, "STOPPED", false);
        back[i] = toggle(page, "ACTIVE", true);
      }
      System.out.printf(
          "%nan open browser follows a switched feature: gone after %.0f ms, back after %.0f ms at the"
              + " median of %d%n",
          median(gone), median(back), TOGGLES);
      boolean met = median(gone) <= BAR_MILLIS && median(back) <= BAR_MILLIS;
      System.out.println(met ? "met (250 ms)" : "MISSED (250 ms)");
      return met;
    }
  }

  private void signIn(Page page) {
    page.navigate(target.url() + "/");
    page.fill("#sign-in-name input", target.user());
    page.fill("#sign-in-password input", target.password());
    page.click("#sign-in");
    page.waitForSelector(ENTRY);
  }

  /** From the moment the call is sent to the moment the menu has followed, by the same clock. */
  private double toggle(Page page, String state, boolean visible) {
    page.evaluate(
        "([selector, visible]) => { window.ktSeen = new Promise(done => { const look = () => {"
            + " if (!!document.querySelector(selector) === visible) { done(Date.now()); return true; }"
            + " return false; }; if (!look()) { const o = new MutationObserver(() => { if (look())"
            + " o.disconnect(); }); o.observe(document.body, {subtree: true, childList: true}); } });"
            + " }",
        List.of(ENTRY, visible));
    long sent = System.currentTimeMillis();
    api.patch("/features/competitors", "{\"state\":\"" + state + "\"}");
    Object seen = page.evaluate("() => window.ktSeen");
    return ((Number) seen).doubleValue() - sent;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
