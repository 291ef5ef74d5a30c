package org.kartoteka.ui.internal.duplicate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.kartoteka.core.api.merge.MergeCard;
import org.kartoteka.core.api.merge.MergeField;
import org.kartoteka.core.api.merge.MergePreview;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.internal.record.Words;

/** Fields in rows, cards in columns; a value is chosen by pointer, or with Tab and the arrows. */
final class MergeTable extends Div {

  private final transient MergePreview preview;
  private final transient Mergeable what;
  private final boolean lists;
  private final transient Words words;
  private final transient Workspace workspace;
  private final transient Map<String, Long> choices = new HashMap<>();

  MergeTable(
      MergePreview preview,
      Mergeable what,
      Words words,
      Workspace workspace,
      Consumer<RecordRef> survives) {
    this.preview = preview;
    this.what = what;
    this.words = words;
    this.workspace = workspace;
    List<MergeField> different = preview.fields().stream().filter(MergeField::different).toList();
    lists = different.stream().anyMatch(MergeField::list);
    NativeTable table = new NativeTable();
    table.setId("merge-table");
    table.addClassNames("kt-table", "kt-merge-table");
    table.add(new NativeTableHeader(heading(survives)));
    NativeTableBody rows = new NativeTableBody();
    different.forEach(field -> rows.add(row(field)));
    table.add(rows);
    add(table);
    long same =
        preview.fields().stream()
            .filter(field -> !field.different())
            .filter(field -> field.values().stream().anyMatch(value -> value != null))
            .count();
    Span rest = new Span(workspace.text("ui.merge.same", same));
    rest.addClassName("kt-muted");
    add(rest);
  }

  /** By field the card whose value was chosen instead of the usual one. */
  Map<String, Long> choices() {
    return choices;
  }

  private NativeTableRow heading(Consumer<RecordRef> survives) {
    NativeTableRow row = new NativeTableRow(new NativeTableHeaderCell(""));
    for (MergeCard card : preview.cards()) {
      RecordRef record = card.record();
      Anchor name = new Anchor(what.address(record), record.label());
      name.getElement().setAttribute("router-link", true);
      name.addClassNames("kt-row-link");
      Span number = new Span(card.detail());
      number.addClassName("kt-muted");
      NativeTableHeaderCell cell =
          new NativeTableHeaderCell(
              name,
              number,
              choice(
                  "survivor",
                  record.id(),
                  workspace.text("ui.merge.stays"),
                  card.equals(preview.cards().get(0)),
                  () -> survives.accept(record)));
      cell.getElement().setAttribute("scope", "col");
      row.add(cell);
    }
    if (lists) {
      row.add(new NativeTableHeaderCell(workspace.text("ui.merge.together")));
    }
    return row;
  }

  private NativeTableRow row(MergeField field) {
    String label = title(field.name());
    NativeTableHeaderCell title = new NativeTableHeaderCell(label);
    title.getElement().setAttribute("scope", "row");
    NativeTableRow row = new NativeTableRow(title);
    row.getElement().setAttribute("role", "radiogroup").setAttribute("aria-label", label);
    for (int i = 0; i < preview.cards().size(); i++) {
      String value = field.values().get(i);
      long card = Long.parseLong(preview.cards().get(i).record().id());
      row.add(
          new NativeTableCell(
              choice(
                  field.name(),
                  Integer.toString(i),
                  value == null ? workspace.text("ui.value.none") : value(field.name(), value),
                  field.suggested() == i,
                  () -> choices.put(field.name(), card))));
    }
    NativeTableCell all = new NativeTableCell();
    if (field.list()) {
      all.add(
          choice(
              field.name(),
              "all",
              workspace.text("ui.merge.all"),
              true,
              () -> choices.remove(field.name())));
    } else {
      all.addClassName("kt-merge-no-value");
    }
    if (lists) {
      row.add(all);
    }
    return row;
  }

  private NativeLabel choice(
      String group, String value, String text, boolean chosen, Runnable choose) {
    Element radio = new Element("input");
    radio.setAttribute("type", "radio");
    radio.setAttribute("name", "merge-" + group);
    radio.setAttribute("value", value);
    radio.setAttribute("id", "merge-" + group.replace('.', '-') + "-" + value);
    radio.setAttribute("checked", chosen);
    radio.addEventListener("change", event -> choose.run());
    NativeLabel label = new NativeLabel();
    label.addClassName("kt-merge-choice");
    label.getElement().appendChild(radio, new Span(text).getElement());
    return label;
  }

  private String title(String field) {
    return words.title(field);
  }

  private String value(String field, String value) {
    return words.value(field, value);
  }
}
