package org.kartoteka.ui.internal.duplicate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.merge.MergeRemark;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.ui.api.Workspace;

/** What the undoing of a merge left as it is now, card by card. */
final class RemarksDialog extends Dialog {

  private static final String FIELD = "(party|person)\\.[a-zA-Z0-9_.-]+";

  private final transient DuplicateDesk desk;
  private final transient Workspace workspace;

  RemarksDialog(DuplicateDesk desk, MergeView undone, Workspace workspace) {
    this.desk = desk;
    this.workspace = workspace;
    setId("merge-remarks");
    addClassName("kt-remarks");
    setHeaderTitle(workspace.text("ui.merge.undone", DuplicateDesk.merged(undone.merged())));
    setWidth("34rem");
    setMaxWidth("100%");
    add(new Paragraph(workspace.text("ui.merge.remarks", undone.remarks().size())));
    byCard(undone).forEach(this::card);
    Button close = new Button(workspace.text("ui.close"), event -> close());
    close.setId("merge-remarks-close");
    close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    close.setAutofocus(true);
    getFooter().add(close);
  }

  private static Map<RecordRef, List<MergeRemark>> byCard(MergeView undone) {
    Map<RecordRef, List<MergeRemark>> cards = new LinkedHashMap<>();
    undone
        .remarks()
        .forEach(
            remark ->
                cards.computeIfAbsent(remark.record(), card -> new ArrayList<>()).add(remark));
    return cards;
  }

  private void card(RecordRef card, List<MergeRemark> remarks) {
    UnorderedList list = new UnorderedList();
    remarks.forEach(remark -> list.add(new ListItem(text(remark))));
    add(heading(card), list);
  }

  private com.vaadin.flow.component.Component heading(RecordRef card) {
    boolean own =
        card.type().equals(PartyRegister.TYPE) || card.type().equals(PersonDirectory.TYPE);
    if (!own) {
      Span name = new Span(card.label());
      name.addClassName("kt-strong");
      return name;
    }
    Anchor name = new Anchor(Mergeable.of(card.type()).address(card), card.label());
    name.getElement().setAttribute("router-link", true);
    name.addClassName("kt-strong");
    name.getElement().addEventListener("click", event -> close());
    return name;
  }

  private String text(MergeRemark remark) {
    Object[] arguments =
        remark.arguments().stream()
            .map(argument -> argument.matches(FIELD) ? named(argument) : argument)
            .toArray();
    return workspace.text(remark.key(), arguments);
  }

  private String named(String field) {
    int dot = field.indexOf('.');
    Mergeable what = Mergeable.of(field.substring(0, dot));
    return desk.words(what, workspace).title(field.substring(dot + 1));
  }
}
