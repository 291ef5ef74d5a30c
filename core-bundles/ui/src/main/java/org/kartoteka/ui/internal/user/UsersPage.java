package org.kartoteka.ui.internal.user;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Locale;
import org.kartoteka.platform.api.security.UserView;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.internal.record.ShortList;
import org.kartoteka.ui.internal.record.Words;

/** The users: find, add, change, block, set a password. */
final class UsersPage extends Div {

  private static final String TEXT = "q";

  private final transient UserDesk desk;
  private final transient Visit visit;
  private final transient Workspace workspace;
  private final transient UserWords words;
  private final PageTitle title;
  private final TextField filter = new TextField();
  private final Div preview = new Div();
  private final transient KeysetGrid<UserView> grid;

  UsersPage(UserDesk desk, Visit visit) {
    this.desk = desk;
    this.visit = visit;
    workspace = visit.workspace();
    words = new UserWords(workspace);
    addClassName("kt-page");
    Button add = new Button(workspace.text("ui.users.new"), VaadinIcon.PLUS.create());
    add.setId("user-new");
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.addClickListener(event -> UserForm.add(desk, workspace, user -> changed()));
    title = new PageTitle(workspace.text("ui.users.title"), add);
    prepareFilter();
    grid = grid();
    preview.addClassName("kt-preview");
    preview.setId("user-preview");
    preview.setVisible(false);
    Div bar = new Div(filter, grid.columnChooser());
    bar.addClassName("kt-filter-bar");
    bar.getElement().setAttribute("role", "search");
    Div split = new Div(grid, preview);
    split.addClassName("kt-split");
    add(title, new UserTabs(workspace, UserTabs.USERS), bar, split);
    count();
  }

  private void prepareFilter() {
    filter.setId("filter-text");
    filter.setPlaceholder(workspace.text("ui.users.filter"));
    filter.setAriaLabel(workspace.text("ui.users.filter"));
    filter.setPrefixComponent(VaadinIcon.SEARCH.create());
    filter.setClearButtonVisible(true);
    filter.setValueChangeMode(ValueChangeMode.LAZY);
    filter.setValueChangeTimeout(250);
    filter.getElement().setAttribute("data-shortcut", "/");
    String text = visit.state().first(TEXT);
    filter.setValue(text == null ? "" : text);
    filter.addValueChangeListener(
        event -> {
          visit.remember(visit.state().with(TEXT, event.getValue()));
          grid.refresh();
          count();
        });
  }

  private KeysetGrid<UserView> grid() {
    KeysetGrid<UserView> list =
        new KeysetGrid<>("users", request -> ShortList.page(users(), request), UserView::id);
    list.column("fullName", "ui.users.field.fullName", UserView::fullName).wide("11rem", 2);
    list.column("name", "ui.users.field.name", UserView::name).wide("8rem", 1);
    list.column("roles", "ui.users.field.roles", words::roles).wide("11rem", 2);
    list.column("branchId", "ui.users.field.branchId", user -> desk.branchName(user.branchId()))
        .wide("8rem", 1);
    list.column("email", "ui.users.field.email", UserView::email).wide("10rem", 1);
    list.column("language", "ui.users.field.language", user -> UserWords.language(user.language()))
        .onRequest();
    list.column(
            "state",
            "ui.users.state",
            LitRenderer.<UserView>of("<span class=\"kt-pill ${item.tone}\">${item.text}</span>")
                .withProperty("tone", user -> UserWords.stateTone(user).className())
                .withProperty("text", words::stateText))
        .wide("6rem", 0);
    list.column(
            "lastSignIn",
            "ui.users.last-sign-in",
            LitRenderer.<UserView>of("<span title=\"${item.exact}\">${item.ago}</span>")
                .withProperty("exact", user -> workspace.formats().dateTime(user.lastSignIn()))
                .withProperty("ago", user -> workspace.formats().ago(user.lastSignIn())))
        .wide("8rem", 0);
    return list.card(this::card)
        .onChoose(this::preview)
        .onOpen(this::open)
        .whenEmpty(new EmptyState("vaadin:users", workspace.text("ui.users.none-found"), ""));
  }

  private List<UserView> users() {
    String wanted = filter.getValue().strip().toLowerCase(Locale.ROOT);
    return desk.directory().users().stream()
        .filter(
            user ->
                Words.joined(" ", user.fullName(), user.name(), user.email())
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted))
        .toList();
  }

  private void count() {
    title.count(workspace.formats().number(users().size()));
  }

  private Component card(UserView user) {
    Span name = new Span(user.fullName());
    name.addClassNames("kt-strong", "kt-truncate");
    Div first = new Div(name, words.state(user));
    first.addClassName("kt-card-line");
    Span second = new Span(Words.joined(" · ", user.name(), words.roles(user)));
    second.addClassNames("kt-muted", "kt-truncate");
    Div card = new Div(first, second);
    card.addClassName("kt-row-card");
    return card;
  }

  private void open(UserView user) {
    UserForm.change(desk, workspace, user, changed -> changed());
  }

  private void preview(UserView user) {
    if (workspace.narrow()) {
      return;
    }
    preview.removeAll();
    preview.add(new UserPreview(desk, workspace, user, changed -> changed()));
    preview.setVisible(true);
  }

  private void changed() {
    preview.removeAll();
    preview.setVisible(false);
    grid.refresh();
    count();
  }
}
