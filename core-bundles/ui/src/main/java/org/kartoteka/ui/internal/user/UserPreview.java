package org.kartoteka.ui.internal.user;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.function.Consumer;
import org.kartoteka.platform.api.security.UserView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Facts;
import org.kartoteka.ui.internal.access.UserAccessDialog;
import org.kartoteka.ui.internal.record.ActionButton;

/** A user at a glance, beside the list, with what can be done. */
final class UserPreview extends Div {

  UserPreview(UserDesk desk, Workspace workspace, UserView user, Consumer<UserView> changed) {
    addClassName("kt-preview-content");
    UserWords words = new UserWords(workspace);
    Div actions =
        new Div(
            new ActionButton(
                "user-change",
                workspace.text("ui.users.change"),
                "vaadin:edit",
                () -> UserForm.change(desk, workspace, user, changed)),
            new ActionButton(
                "user-password",
                workspace.text("ui.users.set-password"),
                "vaadin:key",
                () -> UserPasswordForm.open(desk, workspace, user)),
            new ActionButton(
                "user-access",
                workspace.text("ui.access.title"),
                "vaadin:laptop",
                () -> new UserAccessDialog(desk.access(), user).open()),
            new ActionButton(
                "user-block",
                workspace.text(user.blocked() ? "ui.users.unblock" : "ui.users.block"),
                user.blocked() ? "vaadin:unlock" : "vaadin:ban",
                () -> UserBlocking.turn(desk, workspace, user, changed)));
    actions.add(UserSuccession.buttons("user", desk, workspace, user));
    actions.addClassName("kt-toolbar");
    Facts facts = new Facts(workspace.text("ui.users.account"));
    facts.removeClassName("kt-panel");
    facts.fact(words.title("name"), user.name());
    facts.fact(words.title("email"), user.email());
    facts.fact(words.title("language"), UserWords.language(user.language()));
    facts.fact(words.title("roles"), words.roles(user));
    facts.fact(words.title("groups"), String.join(", ", user.groups()));
    facts.fact(words.title("branchId"), desk.branchName(user.branchId()));
    facts.fact(words.title("superiorId"), desk.colleagues().name(user.superiorId()));
    facts.fact(
        workspace.text("ui.users.last-sign-in"),
        user.lastSignIn() == null
            ? workspace.text("ui.users.never")
            : workspace.formats().dateTime(user.lastSignIn()));
    Div pills = new Div(words.state(user));
    add(new H2(user.fullName()), pills, actions, facts);
  }
}
