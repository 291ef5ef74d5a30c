package org.kartoteka.ui.internal.person;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.kartoteka.ui.internal.record.Words;

/** Asks which person of the party is the same one. */
final class SamePersonDialog extends Dialog {

  private static final int SHOWN = 50;

  private final transient PartyDesk desk;
  private final transient PersonView person;

  SamePersonDialog(PartyDesk desk, Workspace workspace, PersonView person) {
    this.desk = desk;
    this.person = person;
    setId("same-person");
    setHeaderTitle(workspace.text("ui.merge.person.with"));
    setWidth("28rem");
    setMaxWidth("100%");
    add(new Paragraph(workspace.text("ui.merge.person.which", person.fullName())));
    Button compare = new Button(workspace.text("ui.duplicates.compare"));
    ComboBox<PersonView> other = new ComboBox<>(workspace.text("person.title"));
    other.setId("same-person-other");
    other.setWidthFull();
    other.setAutofocus(true);
    other.setItemLabelGenerator(
        one -> Words.joined(" · ", one.fullName(), one.position(), one.department()));
    other.setItems(
        query -> {
          query.getLimit();
          return query.getOffset() > 0 ? Stream.empty() : others(query.getFilter().orElse(""));
        });
    other.addValueChangeListener(event -> compare.setEnabled(event.getValue() != null));
    add(other);
    compare.setId("same-person-compare");
    compare.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    compare.setEnabled(false);
    compare.addClickListener(
        event -> {
          close();
          desk.duplicates().mergePersons(List.of(person.id(), other.getValue().id()), workspace);
        });
    Button cancel = new Button(workspace.text("ui.form.cancel"), event -> close());
    cancel.setId("same-person-cancel");
    getFooter().add(cancel, compare);
  }

  /** Those of the same last name first. */
  private Stream<PersonView> others(String text) {
    return desk
        .persons()
        .page(new PersonQuery(text, person.partyId()), PageRequest.first(SHOWN))
        .items()
        .stream()
        .filter(one -> !one.id().equals(person.id()))
        .sorted(Comparator.comparing(one -> !likely(one)));
  }

  private boolean likely(PersonView one) {
    return one.lastName() != null && one.lastName().equalsIgnoreCase(person.lastName());
  }
}
