package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.identity.ProviderView;
import org.kartoteka.platform.api.identity.RedirectSignIn;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.Origin;
import org.kartoteka.platform.api.security.SecondFactor;
import org.kartoteka.platform.api.security.SecondFactorProposal;
import org.kartoteka.platform.api.security.SessionId;
import org.kartoteka.platform.api.security.SignInStep;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.ui.internal.access.OwnPasswordChoice;
import org.kartoteka.ui.internal.access.ProviderButton;
import org.kartoteka.ui.internal.access.SecondFactorSetup;
import org.kartoteka.ui.internal.session.DeviceCookie;
import org.kartoteka.ui.internal.session.ProviderVisits;

/** Where people say who they are; shown at whatever address they wanted. */
public class SignInPage extends Main implements BeforeEnterObserver, HasDynamicTitle {

  private static final String CHOSEN = SignInPage.class.getName() + ".language";
  private static final Map<String, String> NAMES =
      Map.of("en", "English", "pl", "Polski", "bg", "Български", "ru", "Русский");

  private final transient ShellServices services;
  private transient SignInStep step;
  private final H1 title = new H1();
  private final TextField name = new TextField();
  private final PasswordField password = new PasswordField();
  private final TextField code = new TextField();
  private final Button enter = new Button();
  private final Div panel = new Div();
  private final Paragraph problem = new Paragraph();
  private final Div demanded = new Div();
  private final Div providers = new Div();
  private final Div languages = new Div();
  private String wanted = "";

  public SignInPage(ShellServices services) {
    this.services = services;
    setId("sign-in-page");
    addClassName("kt-sign-in");
    Image sign = new Image("icons/kartoteka.svg", "");
    sign.setWidth("40px");
    name.setId("sign-in-name");
    name.setAutocomplete(Autocomplete.USERNAME);
    name.setAutofocus(true);
    name.setWidthFull();
    password.setId("sign-in-password");
    password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
    password.setWidthFull();
    enter.setId("sign-in");
    enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    enter.setWidthFull();
    enter.setDisableOnClick(true);
    enter.addClickListener(event -> submit());
    enter.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
    problem.setId("sign-in-problem");
    problem.addClassName("kt-error-box");
    problem.getElement().setAttribute("role", "alert");
    problem.setVisible(false);
    languages.addClassName("kt-languages");
    code.setId("sign-in-code");
    code.getElement().setProperty("autocomplete", "one-time-code");
    code.setWidthFull();
    code.setVisible(false);
    providers.addClassName("kt-sign-in-providers");
    panel.add(sign, title, problem, name, password, code, enter, demanded, providers);
    panel.addClassNames("kt-panel", "kt-sign-in-panel");
    add(panel, languages);
    texts();
  }

  /** The language of a session in which nobody is signed in yet. */
  public static Locale language(VaadinSession session) {
    return session.getAttribute(CHOSEN) instanceof Locale chosen
        ? chosen
        : Messages.nearest(session.getBrowser().getLocale());
  }

  /** The name of a language in itself. */
  static String nameOf(Locale language) {
    return NAMES.getOrDefault(language.getLanguage(), language.getLanguage());
  }

  private String text(String key, Object... arguments) {
    return services.messages().text(Messages.nearest(UI.getCurrent().getLocale()), key, arguments);
  }

  private void texts() {
    title.setText(text("ui.sign-in.title"));
    name.setLabel(text("ui.sign-in.name"));
    password.setLabel(text("ui.sign-in.password"));
    code.setLabel(text("ui.second-factor.code-or-recovery"));
    enter.setText(text("ui.sign-in.enter"));
    offerProviders();
    languages.removeAll();
    for (Locale language : Messages.LANGUAGES) {
      Button button = new Button(nameOf(language), event -> choose(language));
      button.setId("sign-in-language-" + language.getLanguage());
      button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
      button.getElement().setAttribute("lang", language.getLanguage());
      boolean present = language.getLanguage().equals(UI.getCurrent().getLocale().getLanguage());
      button.getElement().setAttribute("aria-pressed", Boolean.toString(present));
      languages.add(button);
    }
  }

  private void offerProviders() {
    RedirectSignIn redirects = services.access().redirects();
    providers.removeAll();
    for (ProviderView one : redirects.providers()) {
      ProviderButton button =
          new ProviderButton(redirects, one.id(), false, why -> refuse(why, password));
      button.setText(text("ui.sign-in.with", one.title()));
      providers.add(button);
    }
    providers.setVisible(step == null && providers.getElement().getChildCount() > 0);
  }

  private void choose(Locale language) {
    VaadinSession.getCurrent().setAttribute(CHOSEN, language);
    UI ui = UI.getCurrent();
    ui.setLocale(language);
    ui.getPage().executeJs("document.documentElement.lang = $0", language.toLanguageTag());
    problem.setVisible(false);
    texts();
    ui.getPage().setTitle(getPageTitle());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Map<String, String> answer = new HashMap<>();
    event
        .getLocation()
        .getQueryParameters()
        .getParameters()
        .forEach((name, values) -> answer.put(name, values.get(0)));
    boolean signedIn = services.currentUser().user().isPresent();
    boolean here = event.getLocation().getPath().equals("sign-in");
    if (here && answer.containsKey("state")) {
      arrive(answer, signedIn);
    } else if (signedIn) {
      event.forwardTo("");
    }
  }

  /** Back from a provider. */
  private void arrive(Map<String, String> answer, boolean signedIn) {
    try {
      ProviderVisits.Begun begun =
          ProviderVisits.present()
              .end(answer.get("state"))
              .filter(one -> one.visit().anew() == signedIn)
              .orElseThrow(() -> new Refused("security.identity.visit-unknown"));
      wanted = begun.wanted();
      if (signedIn) {
        services.access().redirects().prove(begun.visit(), answer);
        leave();
        return;
      }
      services
          .access()
          .redirects()
          .arrive(begun.visit(), answer, origin())
          .ifPresentOrElse(this::goOn, () -> refuse(text("ui.sign-in.wrong"), name));
    } catch (Problem refused) {
      refuse(refused, name);
      if (signedIn) {
        offerReturn();
      }
    }
  }

  /** Who is inside already has nothing to type here. */
  private void offerReturn() {
    for (Component one : List.of(name, password, enter, providers)) {
      one.setVisible(false);
    }
    Anchor back = new Anchor("./" + wanted, text("ui.sign-in.back"));
    back.setId("sign-in-back");
    panel.add(back);
  }

  private void submit() {
    if (step == null) {
      signIn();
    } else {
      byCode();
    }
  }

  private void signIn() {
    try {
      Optional<SignInStep> step =
          services
              .access()
              .signIn()
              .byPassword(name.getValue().strip(), password.getValue(), origin());
      if (step.isPresent()) {
        goOn(step.get());
        return;
      }
      refuse(text("ui.sign-in.wrong"), password);
    } catch (Problem refused) {
      refuse(refused, password);
    }
  }

  private static Origin origin() {
    HttpServletRequest request = VaadinServletRequest.getCurrent().getHttpServletRequest();
    return new Origin(
        request.getRemoteAddr(), request.getHeader("User-Agent"), DeviceCookie.of(request));
  }

  private void goOn(SignInStep next) {
    step = next;
    problem.setVisible(false);
    enter.setEnabled(true);
    boolean asked = next.need() == SignInStep.Need.CODE;
    boolean first = next.need() == SignInStep.Need.NOTHING;
    name.setVisible(first);
    password.setVisible(first);
    code.setVisible(asked);
    providers.setVisible(false);
    enter.setVisible(first || asked);
    demanded.removeAll();
    switch (next.need()) {
      case NOTHING -> enter(next);
      case CODE -> code.focus();
      case PASSWORD -> choosePassword(next);
      default -> setUp(next);
    }
  }

  private void byCode() {
    try {
      Optional<SignInStep> next = services.access().signIn().byCode(step, code.getValue());
      if (next.isPresent()) {
        goOn(next.get());
        return;
      }
      refuse(text("problem.field.codeWrong"), code);
    } catch (Problem refused) {
      refuse(refused, code);
    }
  }

  /** A role demands a second factor: nothing else can be done before it is there. */
  private void setUp(SignInStep asked) {
    Paragraph why = new Paragraph(text("ui.second-factor.demanded"));
    SecondFactor secondFactor = services.access().secondFactor();
    SecondFactorProposal proposal = as(asked, secondFactor::propose);
    demanded.add(
        why,
        new SecondFactorSetup(
            proposal,
            typed -> as(asked, () -> secondFactor.confirm(typed)),
            this::text,
            () -> goOn(services.access().signIn().afterSetup(asked))));
  }

  /** The password came from an administrator: nothing else can be done with it. */
  private void choosePassword(SignInStep asked) {
    demanded.add(
        new OwnPasswordChoice(
            chosen -> {
              try {
                goOn(services.access().signIn().choosePassword(asked, chosen));
              } catch (Refused late) {
                refuse(late, password);
              }
            },
            this::text));
  }

  private <T> T as(SignInStep asked, Supplier<T> work) {
    return services.currentUser().runAs(asked.user(), work);
  }

  private void enter(SignInStep step) {
    SessionId id = services.access().signIn().enter(step);
    HttpServletRequest request = VaadinServletRequest.getCurrent().getHttpServletRequest();
    services.sessionUser().signIn(request, id);
    DeviceCookie.give(
        step.origin().device(),
        request,
        VaadinServletResponse.getCurrent().getHttpServletResponse());
    welcome(step.user());
  }

  private void welcome(User user) {
    VaadinSession.getCurrent().setLocale(Messages.nearest(user.locale()));
    leave();
  }

  /** Shows what the person wanted to see. */
  private void leave() {
    UI.getCurrent()
        .getPage()
        .executeJs(
            "if (location.pathname.endsWith('/sign-in')) location.replace('./' + $0);"
                + " else location.reload();",
            wanted);
  }

  private void refuse(Problem why, TextFieldBase<?, String> asked) {
    refuse(text(why.key(), why.arguments().toArray()), asked);
  }

  private void refuse(String why, TextFieldBase<?, String> asked) {
    problem.setText(why);
    problem.setVisible(true);
    enter.setEnabled(true);
    asked.clear();
    asked.focus();
  }

  @Override
  public String getPageTitle() {
    return text("ui.sign-in.title") + " · Kartoteka";
  }
}
