package org.kartoteka.ui.internal.access;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.RoleView;
import org.kartoteka.platform.api.security.SecondFactor;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.settings.Settings;
import org.kartoteka.ui.api.SettingsPage;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How long sessions and proofs last. */
@Component
public class SignInSettings implements SettingsPage {

  private static final String MANAGE_USERS = "security.user.manage";

  /** A number that can be chosen. */
  private record Choice(String field, String key, int usual, int least, int most, String unit) {

    int value(Settings settings) {
      try {
        return settings.get(key).map(Integer::parseInt).orElse(usual);
      } catch (NumberFormatException unreadable) {
        return usual;
      }
    }

    void check(Integer value) {
      if (value == null || value < least || value > most) {
        throw new InvalidInput(FieldError.of(field, "range", least, most));
      }
    }
  }

  private static final Choice IDLE =
      new Choice("idle", "security.session-idle-minutes", 120, 5, 1440, "minutes");
  private static final Choice LONGEST =
      new Choice("longest", "security.session-hours", 12, 1, 720, "hours");
  private static final Choice PROOF =
      new Choice("proof", "security.proof-minutes", 15, 1, 1440, "minutes");

  private final Settings settings;
  private final SecondFactor secondFactor;
  private final UserDirectory directory;

  @Activate
  public SignInSettings(
      @Reference Settings settings,
      @Reference SecondFactor secondFactor,
      @Reference UserDirectory directory) {
    this.settings = settings;
    this.secondFactor = secondFactor;
    this.directory = directory;
  }

  @Override
  public String id() {
    return "sign-in";
  }

  @Override
  public String feature() {
    return "security";
  }

  @Override
  public String titleKey() {
    return "ui.access.settings";
  }

  @Override
  public int order() {
    return 15;
  }

  @Override
  public String permission() {
    return "platform.setting.change";
  }

  @Override
  public com.vaadin.flow.component.Component open(Visit visit) {
    Workspace workspace = visit.workspace();
    RecordForm form = new RecordForm("settings-sign-in");
    Map<Choice, IntegerField> fields = new LinkedHashMap<>();
    for (Choice choice : new Choice[] {IDLE, LONGEST, PROOF}) {
      fields.put(choice, field(form, workspace, choice));
    }
    boolean mayDemand = workspace.may(MANAGE_USERS);
    CheckboxGroup<String> roles = roles(form, workspace, mayDemand);
    Runnable show =
        () -> {
          roles.setValue(secondFactor.demandingRoles());
          fields.forEach((choice, field) -> field.setValue(choice.value(settings)));
          form.unchanged();
        };
    show.run();
    visit.guard(form::isChanged);
    form.onLeave(show);
    form.onSave(
        () -> {
          fields.forEach((choice, field) -> choice.check(field.getValue()));
          fields.forEach(
              (choice, field) -> settings.set(choice.key(), field.getValue().toString()));
          if (mayDemand && !roles.getValue().equals(secondFactor.demandingRoles())) {
            secondFactor.demandFrom(roles.getValue());
          }
          form.unchanged();
          workspace.done(workspace.text("ui.settings.saved"));
        });
    return form;
  }

  private CheckboxGroup<String> roles(RecordForm form, Workspace workspace, boolean mayDemand) {
    CheckboxGroup<String> roles =
        form.field("roles", "ui.second-factor.roles", new CheckboxGroup<>());
    roles.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
    roles.setItems(
        mayDemand
            ? directory.roles().stream().map(RoleView::name).toList()
            : List.copyOf(secondFactor.demandingRoles()));
    roles.setItemLabelGenerator(role -> name(workspace, role));
    roles.setHelperText(workspace.text("ui.second-factor.roles.why"));
    roles.setReadOnly(!mayDemand);
    return roles;
  }

  private static String name(Workspace workspace, String role) {
    String text = workspace.text("role." + role);
    return text.startsWith("!") ? role : text;
  }

  private static IntegerField field(RecordForm form, Workspace workspace, Choice choice) {
    String key = "ui.access.settings." + choice.field();
    IntegerField field = form.field(choice.field(), key, new IntegerField());
    field.setManualValidation(true);
    field.setSuffixComponent(new Span(workspace.text("ui.access.settings." + choice.unit())));
    field.setHelperText(workspace.text(key + ".why"));
    return field;
  }
}
