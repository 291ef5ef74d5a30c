package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.kartoteka.platform.api.identity.ProviderSetupView;
import org.kartoteka.platform.api.identity.ProviderSetups;
import org.kartoteka.platform.api.identity.TrustedCertificate;
import org.kartoteka.ui.api.Workspace;

/** The identity providers of one kind; each is set up in a panel at the side. */
public class ProviderList extends Div {

  /** So long before it runs out somebody should look after a certificate. */
  private static final Duration SOON = Duration.ofDays(30);

  private final transient Workspace workspace = Workspace.current();
  private final transient ProviderSetups setups;
  private final String kind;
  private final String prefix;
  private final Map<String, String> usual;
  private final transient Consumer<ProviderForm> fields;
  private final Div list = new Div();

  /**
   * A list.
   *
   * @param kind the id of the kind
   * @param prefix of the keys of its texts
   * @param usual what holds where a field is left empty
   * @param fields adds the fields that are the kind's own to a form
   */
  public ProviderList(
      ProviderSetups setups,
      String kind,
      String prefix,
      Map<String, String> usual,
      Consumer<ProviderForm> fields) {
    this.setups = setups;
    this.kind = kind;
    this.prefix = prefix;
    this.usual = Map.copyOf(usual);
    this.fields = fields;
    setId("providers-" + kind);
    Button add = new Button(workspace.text("ui.provider.add"), VaadinIcon.PLUS.create());
    add.setId("provider-add");
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.addClickListener(event -> open(null));
    add(list, add);
    fill();
  }

  private void fill() {
    list.removeAll();
    List<ProviderSetupView> all =
        setups.all().stream().filter(one -> one.kind().equals(kind)).toList();
    if (all.isEmpty()) {
      Span none = new Span(workspace.text("ui.provider.none"));
      none.addClassName("kt-muted");
      list.add(none);
    }
    all.forEach(one -> list.add(line(one)));
  }

  private Div line(ProviderSetupView one) {
    Span id = new Span(one.id());
    id.addClassName("kt-muted");
    Div words = new Div(new Span(one.title()), id);
    words.addClassName("kt-access-words");
    one.certificates().forEach(certificate -> words.add(words(certificate)));
    Button change = new Button(workspace.text("ui.provider.change"), event -> open(one));
    change.setId("provider-change-" + one.id());
    change.setAriaLabel(workspace.text("ui.provider.change.title", one.title()));
    change.addThemeVariants(ButtonVariant.LUMO_SMALL);
    Div line =
        new Div(
            words,
            one.inUse()
                ? new StatusPill(workspace.text("ui.provider.on"), StatusPill.Tone.GOOD)
                : new StatusPill(workspace.text("ui.provider.off"), StatusPill.Tone.NEUTRAL),
            change);
    line.addClassName("kt-access-line");
    return line;
  }

  private Span words(TrustedCertificate one) {
    Instant now = workspace.formats().now();
    String until = workspace.formats().dateTime(one.validUntil());
    Span words = new Span();
    if (!one.validUntil().isAfter(now)) {
      words.add(pill("ui.provider.certificate.over", StatusPill.Tone.BAD));
    } else if (one.validUntil().isBefore(now.plus(SOON))) {
      words.add(pill("ui.provider.certificate.soon", StatusPill.Tone.WARN));
    }
    words.add(new Text(" " + workspace.text("ui.provider.certificate", one.subject(), until)));
    words.addClassName("kt-muted");
    return words;
  }

  private StatusPill pill(String key, StatusPill.Tone tone) {
    return new StatusPill(workspace.text(key), tone);
  }

  private void open(ProviderSetupView present) {
    String id = present == null ? null : present.id();
    ProviderForm form = new ProviderForm("provider", id, prefix, usual);
    fields.accept(form);
    form.show(
        present == null ? Map.of() : present.settings(), present != null && present.hasSecret());
    String title =
        present == null
            ? workspace.text("ui.provider.add")
            : workspace.text("ui.provider.change.title", present.title());
    SidePanel panel = new SidePanel(title, form);
    panel.setId("provider-dialog");
    form.onSave(
        () -> {
          if (id == null) {
            setups.add(form.typedId(), kind, form.settings(), form.typedSecret());
          } else {
            setups.change(id, form.settings(), form.typedSecret());
          }
          done(form, panel, workspace.text("ui.settings.saved"));
        });
    if (present != null) {
      form.place(
          RemoveButton.asking(
              workspace,
              "provider-remove",
              present.title(),
              () -> {
                setups.remove(id);
                done(form, panel, workspace.text("ui.removed", present.title()));
              }));
    }
    panel.open();
  }

  private void done(ProviderForm form, SidePanel panel, String words) {
    form.unchanged();
    panel.close();
    workspace.done(words);
    fill();
  }
}
