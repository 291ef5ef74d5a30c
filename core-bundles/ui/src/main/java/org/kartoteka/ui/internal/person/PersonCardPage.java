package org.kartoteka.ui.internal.person;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.TabSheet;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.api.person.PersonalData;
import org.kartoteka.core.api.person.PrivateData;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.AskDialog;
import org.kartoteka.ui.api.component.Facts;
import org.kartoteka.ui.api.component.PhoneLink;
import org.kartoteka.ui.api.component.RelativeTime;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.kartoteka.ui.internal.duplicate.MergedBanner;
import org.kartoteka.ui.internal.note.NotesPanel;
import org.kartoteka.ui.internal.privacy.PersonalDataDesk;
import org.kartoteka.ui.internal.record.CustomShown;
import org.kartoteka.ui.internal.record.HistoryList;
import org.kartoteka.ui.internal.record.Words;

/** The card of a person by groups, with notes and history. */
final class PersonCardPage extends Div {

  private final transient PartyDesk desk;
  private final transient Visit visit;
  private final transient Workspace workspace;
  private final transient PersonalDataDesk personalData;
  private final transient Words words;
  private transient PersonView person;

  PersonCardPage(PartyDesk desk, PersonalDataDesk personalData, Visit visit, PersonView person) {
    this.desk = desk;
    this.personalData = personalData;
    this.visit = visit;
    this.person = person;
    workspace = visit.workspace();
    words = new Words(PersonDirectory.TYPE, workspace, desk.colleagues()).with(desk.custom().all());
    setId("person-card");
    addClassName("kt-card");
    fill(false);
  }

  private void fill(boolean saved) {
    removeAll();
    visit.title(person.fullName());
    H1 name = new H1(person.fullName());
    name.setId("person-name");
    Div header = new Div(name, actions());
    header.addClassName("kt-card-header");
    Anchor party = new Anchor("parties/" + person.partyId().value(), person.partyName());
    party.getElement().setAttribute("router-link", true);
    Div facts = new Div(party);
    facts.addClassName("kt-facts-inline");
    String work = Words.joined(", ", person.position(), person.department());
    if (!work.isBlank()) {
      facts.add(new Span(work));
    }
    if (saved) {
      Span now = new Span(workspace.text("ui.saved", workspace.formats().time(person.changedAt())));
      now.addClassName("kt-saved");
      facts.add(now);
    }
    Div top = new Div(header, facts, new MergedBanner(desk.duplicates(), workspace, person.id()));
    top.addClassName("kt-card-top");
    add(top, tabs());
  }

  private Component actions() {
    Div actions = new Div();
    actions.addClassName("kt-card-actions");
    if (workspace.may("core.person.change")) {
      Button edit = new Button(workspace.text("ui.party.edit"), VaadinIcon.PENCIL.create());
      edit.setId("person-edit");
      edit.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
      edit.getElement().setAttribute("data-shortcut", "e");
      edit.addClickListener(
          event ->
              PersonForm.edit(
                  desk,
                  workspace,
                  desk.persons().get(person.id()),
                  changed -> {
                    person = changed;
                    fill(true);
                  }));
      Button remove = new Button(VaadinIcon.TRASH.create(), event -> remove());
      remove.setId("person-remove");
      remove.addThemeVariants(
          ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
      remove.setAriaLabel(workspace.text("ui.person.remove"));
      remove.setTooltipText(workspace.text("ui.person.remove"));
      actions.add(edit);
      if (desk.duplicates().mayMergePersons(workspace)) {
        actions.add(merge());
      }
      actions.add(remove);
    }
    return actions;
  }

  private Button merge() {
    Button merge =
        new Button(
            VaadinIcon.COMPRESS_SQUARE.create(),
            event -> new SamePersonDialog(desk, workspace, person).open());
    merge.setId("person-merge");
    merge.addThemeVariants(
        ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
    merge.setAriaLabel(workspace.text("ui.merge.person.with"));
    merge.setTooltipText(workspace.text("ui.merge.person.with"));
    return merge;
  }

  private void remove() {
    new AskDialog(
            "person-remove-dialog",
            workspace.text("ui.person.remove.title", person.fullName()),
            workspace.text("ui.person.remove.explanation"),
            workspace.text("ui.person.remove"),
            () -> {
              desk.persons().remove(person.id(), ExpectedRevision.of(person.revision()));
              workspace.done(workspace.text("ui.person.removed", person.fullName()));
              visit.navigate("parties/" + person.partyId().value());
            })
        .open();
  }

  private Component tabs() {
    TabSheet tabs = new TabSheet();
    tabs.setId("person-tabs");
    tabs.addClassName("kt-tab-sheet");
    tabs.add(workspace.text("ui.party.overview"), overview());
    if (workspace.may("core.note.read")) {
      tabs.add(workspace.text("note.plural"), new NotesPanel(desk, workspace, null, person.id()));
    }
    tabs.add(
        workspace.text("ui.history.title"),
        HistoryList.of(
            request ->
                desk.history()
                    .of(PersonDirectory.TYPE, Long.toString(person.id().value()), request),
            words));
    if (workspace.may(PersonalDataDesk.PERMISSION)) {
      tabs.add(
          workspace.text("ui.privacy.title"),
          personalData.panel(
              person.id(),
              person.fullName(),
              workspace,
              () -> visit.navigate("persons/" + person.id().value())));
    }
    return tabs;
  }

  private Div overview() {
    Div groups = new Div(business(), personalia(), further());
    groups.addClassName("kt-groups");
    if (workspace.may("core.person.private") && person.privateData() != null) {
      groups.add(privately(person.privateData()));
    }
    if (workspace.may("core.person.personal") && person.personalData() != null) {
      groups.add(personally(person.personalData()));
    }
    Facts origin = new Facts(workspace.text("ui.party.group.origin"));
    origin.always(
        workspace.text("person.createdAt"),
        new Span(new RelativeTime(person.createdAt()), new Span(" · " + person.createdBy())));
    origin.always(
        workspace.text("person.changedAt"),
        new Span(new RelativeTime(person.changedAt()), new Span(" · " + person.changedBy())));
    groups.add(origin);
    return groups;
  }

  private Facts further() {
    Facts facts = new Facts(workspace.text("custom.group"));
    for (CustomFieldView field : desk.custom().ofPersons()) {
      Object value = person.custom().get(field.name());
      if (value != null) {
        facts.always(
            field.label(workspace.formats().locale()),
            CustomShown.component(workspace, field, value));
      }
    }
    return facts;
  }

  private Facts business() {
    Facts facts = new Facts(workspace.text("person.business"));
    facts.fact(workspace.text("person.position"), person.position());
    facts.fact(workspace.text("person.department"), person.department());
    person
        .phones()
        .forEach(
            phone ->
                facts.always(
                    orElse(words.kind("phone", phone.kind()), "person.phone"),
                    new PhoneLink(phone.value())));
    person
        .emails()
        .forEach(
            email ->
                facts.always(
                    orElse(words.kind("email", email.kind()), "person.email"),
                    new Anchor("mailto:" + email.value(), email.value())));
    if (person.superiorId() != null) {
      desk.persons()
          .find(person.superiorId())
          .ifPresent(
              superior -> {
                Anchor link = new Anchor("persons/" + superior.id().value(), superior.fullName());
                link.getElement().setAttribute("router-link", true);
                facts.always(workspace.text("person.superiorId"), link);
              });
    }
    return facts;
  }

  private String orElse(String text, String key) {
    return text.isBlank() ? workspace.text(key) : text;
  }

  private Facts personalia() {
    Facts facts = new Facts(workspace.text("person.personalia"));
    facts.fact(workspace.text("person.sex"), words.value("sex", person.sex()));
    facts.fact(workspace.text("person.profession"), person.profession());
    facts.fact(workspace.text("person.education"), person.education());
    facts.fact(workspace.text("person.remarks"), person.remarks());
    return facts;
  }

  private Facts privately(PrivateData data) {
    Facts facts = new Facts(workspace.text("person.privateData"));
    if (data.homeAddress() != null) {
      facts.fact(
          workspace.text("person.privateData.homeAddress"), words.address(data.homeAddress()));
    }
    facts.fact(workspace.text("person.privateData.phones"), words.value("phones", data.phones()));
    facts.fact(workspace.text("person.privateData.emails"), words.value("emails", data.emails()));
    return facts;
  }

  private Facts personally(PersonalData data) {
    Facts facts = new Facts(workspace.text("person.personalData"));
    facts.fact(
        workspace.text("person.personalData.birthday"), workspace.formats().date(data.birthday()));
    facts.fact(workspace.text("person.personalData.nameDay"), nameDay(data.nameDay()));
    facts.fact(workspace.text("person.personalData.anniversaries"), data.anniversaries());
    facts.fact(workspace.text("person.personalData.family"), data.family());
    facts.fact(workspace.text("person.personalData.hobby"), data.hobby());
    facts.fact(workspace.text("person.personalData.interests"), data.interests());
    return facts;
  }

  private String nameDay(String iso) {
    if (iso == null) {
      return null;
    }
    try {
      return MonthDay.parse(iso)
          .format(DateTimeFormatter.ofPattern("d MMMM", workspace.formats().locale()));
    } catch (DateTimeParseException kept) {
      return iso;
    }
  }
}
