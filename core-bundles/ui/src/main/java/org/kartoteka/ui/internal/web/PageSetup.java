package org.kartoteka.ui.internal.web;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.ui.internal.shell.Failures;
import org.kartoteka.ui.internal.shell.ShellServices;
import org.kartoteka.ui.internal.shell.SignInPage;

/** Prepares each page: language, sign-in first, our style and script, content security policy. */
final class PageSetup implements VaadinServiceInitListener {

  private static final long serialVersionUID = 1L;

  private static final List<String> STYLES = List.of("shell.css", "pages.css", "duplicates.css");

  private static final List<String> SCRIPTS = List.of("keys.js", "connection.js");

  private static final String LOOK =
      """
      (() => {
        const apply = () => {
          const look = localStorage.getItem('kartoteka.look') || 'system';
          const dark = look === 'dark'
            || (look === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
          const themes = [];
          if (dark) themes.push('dark');
          if (localStorage.getItem('kartoteka.density') === 'comfortable') themes.push('comfortable');
          document.documentElement.setAttribute('theme', themes.join(' '));
        };
        window.kartotekaLook = apply;
        matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply);
        apply();
      })();
      """;

  private final transient ShellServices services;
  private final transient SecureRandom random = new SecureRandom();

  PageSetup(ShellServices services) {
    this.services = services;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event
        .getSource()
        .addSessionInitListener(
            init -> init.getSession().setErrorHandler(new Failures(services.messages())));
    event.getSource().addUIInitListener(init -> prepare(init.getUI()));
    event.addIndexHtmlRequestListener(this::decorate);
  }

  private void prepare(UI ui) {
    Locale locale =
        services
            .currentUser()
            .user()
            .map(User::locale)
            .map(Messages::nearest)
            .orElseGet(() -> SignInPage.language(VaadinSession.getCurrent()));
    ui.getSession().setLocale(locale);
    ui.setLocale(locale);
    ReconnectDialogConfiguration connection = ui.getReconnectDialogConfiguration();
    connection.setDialogText(services.messages().text(locale, "ui.connection.lost"));
    connection.setDialogTextGaveUp(services.messages().text(locale, "ui.connection.lost"));
    connection.setReconnectInterval(2000);
    ui.addBeforeEnterListener(this::signInFirst);
  }

  private void signInFirst(BeforeEnterEvent event) {
    boolean signedIn = services.currentUser().user().isPresent();
    if (!signedIn && event.getNavigationTarget() != SignInPage.class) {
      event.rerouteTo(SignInPage.class);
    }
  }

  private void decorate(IndexHtmlResponse response) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String nonce = Base64.getEncoder().encodeToString(bytes);
    Element head = response.getDocument().head();
    String version = services.version();
    Element look = new Element("script");
    look.appendChild(new DataNode(LOOK));
    head.prependChild(look);
    for (String style : STYLES) {
      head.appendElement("link")
          .attr("rel", "stylesheet")
          .attr("href", "kartoteka-ui/" + style + "?v=" + version);
    }
    head.appendElement("meta")
        .attr("name", "kartoteka-connection")
        .attr(
            "content",
            new ConnectionTexts(services.messages())
                .json(language(response), services.currentUser().user()));
    for (String script : SCRIPTS) {
      head.appendElement("script")
          .attr("defer", "defer")
          .attr("src", "kartoteka-ui/" + script + "?v=" + version);
    }
    response.getDocument().select("script").forEach(script -> script.attr("nonce", nonce));
    response
        .getDocument()
        .getElementsByTag("html")
        .attr("lang", language(response).toLanguageTag());
    response
        .getVaadinResponse()
        .setHeader(
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' data: blob:; font-src 'self' data:;"
                + " connect-src 'self'; object-src 'none'; base-uri 'self';"
                + " frame-ancestors 'none'; form-action 'self'; script-src 'self' 'nonce-"
                + nonce
                + "' 'unsafe-eval'; style-src 'self' 'unsafe-inline'");
    response.getVaadinResponse().setHeader("X-Content-Type-Options", "nosniff");
    response.getVaadinResponse().setHeader("Referrer-Policy", "same-origin");
    response.getVaadinResponse().setHeader("Cache-Control", "no-store");
  }

  private Locale language(IndexHtmlResponse response) {
    return services
        .currentUser()
        .user()
        .map(User::locale)
        .map(Messages::nearest)
        .orElseGet(() -> Messages.nearest(response.getVaadinRequest().getLocale()));
  }
}
