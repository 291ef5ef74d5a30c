package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.core.api.search.Search;
import org.kartoteka.core.api.search.SearchHit;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.WorkspaceAction;
import org.kartoteka.ui.api.WorkspaceView;

/** Finds records, pages and actions from one box. */
final class SearchDialog extends Dialog {

  private static final int PER_SOURCE = 8;

  private final transient ShellServices services;
  private final transient Workspace workspace;
  private final Div results = new Div();
  private final transient List<Runnable> inOrder = new ArrayList<>();

  SearchDialog(ShellServices services, Workspace workspace) {
    this.services = services;
    this.workspace = workspace;
    setId("search-dialog");
    addClassName("kt-search-dialog");
    getElement().setAttribute("aria-label", workspace.text("ui.search.prompt"));
    setWidth("40rem");
    setMaxWidth("100%");
    setTop("4rem");
    TextField box = new TextField();
    box.setId("search-box");
    box.setPlaceholder(workspace.text("ui.search.placeholder"));
    box.setAriaLabel(workspace.text("ui.search.prompt"));
    box.setPrefixComponent(VaadinIcon.SEARCH.create());
    box.setWidthFull();
    box.setValueChangeMode(ValueChangeMode.LAZY);
    box.setValueChangeTimeout(150);
    box.addValueChangeListener(event -> show(event.getValue()));
    box.getElement()
        .addEventListener("keydown", event -> first())
        .setFilter("event.key === 'Enter'");
    results.setId("search-results");
    results.addClassName("kt-search-results");
    results.getElement().setAttribute("data-keys", "list");
    Div all = new Div(box, results);
    all.getElement().setAttribute("data-keys-within", "list");
    add(all);
    addOpenedChangeListener(
        event -> {
          if (event.isOpened()) {
            box.focus();
          } else {
            removeFromParent();
          }
        });
    show("");
  }

  private void first() {
    if (!inOrder.isEmpty()) {
      inOrder.get(0).run();
    }
  }

  private void show(String text) {
    results.removeAll();
    inOrder.clear();
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    records(text.strip());
    pages(wanted);
    actions(wanted);
    if (inOrder.isEmpty()) {
      Span none = new Span(workspace.text("ui.search.nothing", text.strip()));
      none.addClassName("kt-muted");
      none.setId("search-nothing");
      results.add(none);
    }
  }

  private void records(String text) {
    Optional<Search> search = services.search();
    if (search.isEmpty() || text.length() < 2) {
      return;
    }
    Map<String, List<SearchHit>> byType = new LinkedHashMap<>();
    for (SearchHit hit : search.get().find(text, PER_SOURCE)) {
      byType.computeIfAbsent(hit.record().type(), type -> new ArrayList<>()).add(hit);
    }
    byType.forEach(
        (type, hits) -> {
          group(workspace.text("search." + type));
          hits.forEach(
              hit ->
                  line(
                      "search-hit-" + type + "-" + hit.record().id(),
                      null,
                      hit.record().label(),
                      second(hit),
                      () -> {
                        if (hit.address() != null) {
                          workspace.navigate(hit.address());
                        }
                      }));
        });
  }

  private String second(SearchHit hit) {
    if (hit.formerly() == null) {
      return hit.detail();
    }
    String formerly = workspace.text("ui.search.formerly", hit.formerly());
    return hit.detail().isEmpty() ? formerly : formerly + " · " + hit.detail();
  }

  private void pages(String wanted) {
    List<WorkspaceView> views =
        services.contributions().of(WorkspaceView.class, workspace.user()).stream()
            .filter(WorkspaceView::inMenu)
            .filter(view -> matches(workspace.text(view.titleKey()), wanted))
            .toList();
    if (!views.isEmpty()) {
      group(workspace.text("ui.search.pages"));
      views.forEach(
          view ->
              line(
                  "search-page-" + view.id(),
                  view.icon(),
                  workspace.text(view.titleKey()),
                  workspace.text(view.section().titleKey()),
                  () -> workspace.navigate(view.id())));
    }
  }

  private void actions(String wanted) {
    List<WorkspaceAction> actions =
        services.contributions().of(WorkspaceAction.class, workspace.user()).stream()
            .filter(action -> matches(workspace.text(action.titleKey()), wanted))
            .toList();
    if (!actions.isEmpty()) {
      group(workspace.text("ui.search.actions"));
      actions.forEach(
          action ->
              line(
                  "search-action-" + action.id(),
                  action.icon(),
                  workspace.text(action.titleKey()),
                  "",
                  () -> action.run(workspace)));
    }
  }

  private static boolean matches(String title, String wanted) {
    return title.toLowerCase(Locale.ROOT).contains(wanted);
  }

  private void group(String title) {
    H2 heading = new H2(title);
    heading.addClassName("kt-menu-section");
    results.add(heading);
  }

  private void line(String id, String icon, String label, String detail, Runnable act) {
    Runnable closing =
        () -> {
          close();
          try {
            act.run();
          } catch (Problem problem) {
            workspace.problem(problem);
          }
        };
    inOrder.add(closing);
    Span words = new Span(label);
    words.addClassName("kt-truncate");
    Span second = new Span(detail == null ? "" : detail);
    second.addClassNames("kt-muted", "kt-truncate");
    Component sign = icon == null ? new Span() : new Icon(icon);
    NativeButton button = new NativeButton();
    button.add(sign, words, second);
    button.addClickListener(event -> closing.run());
    button.addClassName("kt-result");
    button.setId(id);
    results.add(button);
  }
}
