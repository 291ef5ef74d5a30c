package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.shared.Registration;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.LocalFormats;
import org.kartoteka.ui.api.component.ProblemText;
import org.kartoteka.ui.internal.access.ProofDialog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workspace of one window. */
final class WindowWorkspace implements Workspace {

  private static final Logger LOG = LoggerFactory.getLogger(WindowWorkspace.class);
  private static final int NARROW = 640;
  private static final int QUIET = 3000;
  private static final int READABLE = 9000;

  private final ShellServices services;
  private final UI ui;
  private final User signedIn;
  private final Set<Consumer<Boolean>> widthListeners = new LinkedHashSet<>();
  private ZoneId zone;
  private boolean narrow;
  private Notification undoable;

  WindowWorkspace(ShellServices services, UI ui, User signedIn) {
    this.services = services;
    this.ui = ui;
    this.signedIn = signedIn;
    zone = services.clock().getZone();
  }

  /** Learns from the browser its width and time zone. */
  void measure() {
    ui.getPage()
        .retrieveExtendedClientDetails(
            details -> {
              zone = zone(details.getTimeZoneId());
              width(details.getWindowInnerWidth());
            });
    ui.getPage().addBrowserWindowResizeListener(event -> width(event.getWidth()));
  }

  private ZoneId zone(String id) {
    try {
      return id == null ? zone : ZoneId.of(id);
    } catch (DateTimeException unknown) {
      return zone;
    }
  }

  private void width(int pixels) {
    boolean now = pixels > 0 && pixels <= NARROW;
    if (now != narrow) {
      narrow = now;
      Set.copyOf(widthListeners).forEach(listener -> listener.accept(now));
    }
  }

  @Override
  public User user() {
    return services.currentUser().user().orElse(signedIn);
  }

  @Override
  public String text(String key, Object... arguments) {
    return services.messages().text(Messages.nearest(ui.getLocale()), key, arguments);
  }

  @Override
  public LocalFormats formats() {
    return new LocalFormats(Messages.nearest(ui.getLocale()), zone, services.clock(), this::text);
  }

  @Override
  public String recall(String key) {
    return services.settings().mine(key).orElse(null);
  }

  @Override
  public void keep(String key, String value) {
    services.settings().setMine(key, value);
  }

  @Override
  public void navigate(String address) {
    Location location = new Location(address);
    ui.navigate(location.getPath(), location.getQueryParameters());
  }

  @Override
  public void done(String text) {
    forgetUndo();
    Notification notice = Notification.show(text, QUIET, Notification.Position.BOTTOM_START);
    notice.getElement().setAttribute("data-test", "notice-done");
  }

  /** Only the last act is offered for undoing. */
  private void forgetUndo() {
    if (undoable != null) {
      undoable.close();
      undoable = null;
    }
  }

  @Override
  public void done(String text, Runnable undo) {
    forgetUndo();
    Notification notice = new Notification();
    undoable = notice;
    notice.setDuration(READABLE);
    notice.setPosition(Notification.Position.BOTTOM_START);
    Button button =
        new Button(
            text("ui.undo"),
            event -> {
              notice.close();
              try {
                undo.run();
              } catch (Problem problem) {
                problem(problem);
              }
            });
    button.setId("undo");
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
    Div line = new Div(new Span(text), button);
    line.addClassName("kt-notice-line");
    notice.add(line);
    notice.getElement().setAttribute("data-test", "notice-done");
    notice.open();
  }

  @Override
  public void prove(Runnable act) {
    new ProofDialog(services.access(), act).open();
  }

  @Override
  public void problem(RuntimeException problem) {
    if (problem instanceof ProofNeeded) {
      prove(() -> done(text("ui.proof.done")));
      return;
    }
    if (!(problem instanceof Problem)) {
      LOG.error("An act in the browser failed", problem);
    }
    warn(ProblemText.of(problem));
  }

  /** A notice that stays long enough to be read, and can be closed. */
  void warn(String text) {
    Notification notice = new Notification();
    notice.setDuration(READABLE);
    notice.setPosition(Notification.Position.BOTTOM_CENTER);
    notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
    Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> notice.close());
    close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
    close.setAriaLabel(text("ui.close"));
    Span words = new Span(text);
    words.getStyle().set("white-space", "pre-line");
    Div line = new Div(words, close);
    line.addClassName("kt-notice-line");
    notice.add(line);
    notice.getElement().setAttribute("data-test", "notice-problem");
    notice.open();
  }

  @Override
  public boolean narrow() {
    return narrow;
  }

  @Override
  public Registration onWidth(Consumer<Boolean> listener) {
    widthListeners.add(listener);
    listener.accept(narrow);
    return () -> widthListeners.remove(listener);
  }
}
