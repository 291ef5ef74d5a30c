package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.WorkspaceView;
import org.kartoteka.ui.api.component.AskDialog;
import org.kartoteka.ui.api.component.Contributed;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.api.component.ProblemText;
import org.kartoteka.ui.api.component.UnsavedInput;

/** Shows the page of whichever bundle owns the first segment of the address. */
public class WorkspacePage extends Main
    implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

  private static final String HOME = "home";

  private final transient ShellServices services;
  private transient WorkspaceView view;
  private transient LiveVisit visit;
  private String wanted;
  private List<String> path = List.of();
  private AddressState state = AddressState.empty();
  private String title = "";
  private String room = "";

  public WorkspacePage(ShellServices services) {
    this.services = services;
    setId("main");
    addClassName("kt-main");
    getElement().setAttribute("tabindex", "-1");
    services.contributions().follow(this, WorkspaceView.class, this::follow);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    User user = services.currentUser().user().orElse(null);
    if (user == null) {
      return;
    }
    List<String> segments =
        event.getLocation().getSegments().stream()
            .filter(segment -> !segment.isBlank())
            .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
            .toList();
    wanted = segments.isEmpty() ? HOME : segments.get(0);
    path = segments.isEmpty() ? List.of() : segments.subList(1, segments.size());
    state = AddressState.of(event.getLocation().getQueryParameters().getParameters());
    Shell.workspace(services, event.getUI(), user);
    open(event.getUI());
  }

  private void open(UI ui) {
    removeAll();
    Workspace workspace = ComponentUtil.getData(ui, Workspace.class);
    view = services.contributions().find(WorkspaceView.class, wanted).orElse(null);
    services.windows().shows(this, view == null ? null : view.feature());
    room = view == null ? "" : workspace.text(view.titleKey());
    visit = new LiveVisit(this, ui, wanted, path, state);
    if (view == null) {
      title(workspace.text("ui.page.absent"));
      String why = workspace.text("ui.page.absent.why");
      add(absent(workspace, "vaadin:plug", "ui.page.absent", why, home(workspace)));
    } else if (!workspace.may(view.permission())) {
      title(workspace.text("ui.page.forbidden"));
      String why = workspace.text("ui.page.forbidden.why");
      add(absent(workspace, "vaadin:lock", "ui.page.forbidden", why, home(workspace)));
    } else {
      title(room);
      add(Contributed.component(view, () -> opened(workspace)));
    }
  }

  /** What the address shows; else why it shows nothing, and the way to what the view has. */
  private Component opened(Workspace workspace) {
    try {
      return view.open(visit);
    } catch (Problem problem) {
      title(workspace.text("ui.page.absent"));
      String way = wanted;
      Button list = new Button(room, event -> workspace.navigate(way));
      list.setId("page-absent-list");
      return absent(workspace, "vaadin:search", "ui.page.absent", ProblemText.of(problem), list);
    }
  }

  private static Button home(Workspace workspace) {
    Button home = new Button(workspace.text("ui.page.home"), event -> workspace.navigate(HOME));
    home.setId("page-absent-home");
    return home;
  }

  private static Component absent(
      Workspace workspace, String icon, String title, String why, Button way) {
    EmptyState empty = new EmptyState(icon, workspace.text(title), why, way);
    empty.setId("page-absent");
    PageTitle hidden = new PageTitle(workspace.text(title));
    hidden.addClassName("kt-visually-hidden");
    empty.addComponentAsFirst(hidden);
    return empty;
  }

  private void follow() {
    UI ui = getUI().orElse(null);
    if (ui == null) {
      return;
    }
    WorkspaceView present = services.contributions().find(WorkspaceView.class, wanted).orElse(null);
    if (view == null && present != null) {
      open(ui);
    } else if (view != present) {
      leave(ui);
    }
  }

  private void leave(UI ui) {
    Workspace workspace = ComponentUtil.getData(ui, Workspace.class);
    closeDialogs(ui);
    UnsavedInput.forget(ui);
    view = null;
    visit = null;
    removeAll();
    services.windows().shows(this, null);
    Span words = new Span(workspace.text("ui.page.gone", room));
    words.setId("page-gone");
    Notification notice = new Notification(words);
    notice.setDuration(9000);
    notice.setPosition(Notification.Position.TOP_CENTER);
    notice.open();
    ui.navigate("");
  }

  private static void closeDialogs(UI ui) {
    ui.getChildren().toList().stream()
        .filter(Dialog.class::isInstance)
        .map(Dialog.class::cast)
        .forEach(Dialog::close);
  }

  /** Another title for a visit; one that is over has no title any more. */
  void title(LiveVisit from, String text) {
    if (from == visit) {
      title(text);
    }
  }

  private void title(String text) {
    title = text;
    getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
  }

  @Override
  public String getPageTitle() {
    return title.isBlank() ? "Kartoteka" : title + " · Kartoteka";
  }

  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    UI ui = event.getUI();
    if (visit != null && (visit.hasUnsaved() || UnsavedInput.in(ui))) {
      BeforeLeaveEvent.ContinueNavigationAction leaving = event.postpone();
      Location wanted = event.getLocation();
      LiveVisit left = visit;
      AskDialog ask =
          AskDialog.lose(
              () -> {
                left.guard(null);
                UnsavedInput.forget(ui);
                closeDialogs(ui);
                goOn(ui, wanted);
              });
      ask.addDetachListener(
          closed -> {
            leaving.cancel();
            keepWayBack(ui);
          });
      ask.open();
      ui.getPage().executeJs("window.ktWanted = location.href");
    }
  }

  /**
   * The browser's Back has left this page's entry of its history before anybody could be asked, and
   * the router calls the entry it came to by this page's address, or leaves it as it is when this
   * page was not come to by a link. Both entries are put right, so that the next Back leads where
   * this one should have led.
   */
  private static void keepWayBack(UI ui) {
    ui.getPage()
        .executeJs(
            """
            setTimeout(() => {
              const own = new URL($0, document.baseURI);
              const here = location.pathname === own.pathname ? location.href : own.href;
              window.ktWentBack = window.ktWanted !== here;
              if (window.ktWentBack) {
                history.replaceState(null, '', window.ktWanted);
                history.pushState(null, '', here);
              }
            });
            """,
            ui.getInternals().getActiveViewLocation().getPathWithQueryParameters());
  }

  /** Leaves at last, the way it was asked for; comes after {@link #keepWayBack}. */
  private static void goOn(UI ui, Location wanted) {
    ui.getPage()
        .executeJs(
            "return new Promise(done => setTimeout(() => setTimeout(() =>"
                + " done(window.ktWentBack))))")
        .then(
            Boolean.class,
            wentBack -> {
              if (wentBack) {
                ui.getPage().getHistory().back();
              } else {
                ui.navigate(wanted.getPath(), wanted.getQueryParameters());
              }
            });
  }

  @Override
  protected void onDetach(DetachEvent event) {
    services.windows().shows(this, null);
    super.onDetach(event);
  }
}
