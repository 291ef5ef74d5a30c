package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Workspace;

/** Lets a person decide on the fields that somebody else changed too. */
public class MergeDialog extends Dialog {

  private final transient Map<String, Object> decisions = new HashMap<>();

  /** How fields and values are shown. */
  public interface Wording {
    /** The title of a field. */
    String title(String field);

    /** A value in words. */
    default String value(String field, Object value) {
      return value == null ? "" : value.toString();
    }
  }

  private enum Side {
    MINE,
    THEIRS,
    BEFORE
  }

  public MergeDialog(
      List<ThreeWay.Conflict> conflicts, Wording wording, Consumer<Map<String, Object>> decided) {
    Workspace workspace = Workspace.current();
    setId("merge-dialog");
    setHeaderTitle(workspace.text("ui.merge.title"));
    setWidth("44rem");
    setMaxWidth("100%");
    setCloseOnOutsideClick(false);
    add(new Paragraph(workspace.text("ui.merge.explanation", conflicts.size())));
    Div fields = new Div();
    fields.addClassName("kt-merge-fields");
    conflicts.forEach(conflict -> fields.add(choice(conflict, wording)));
    add(fields);
    Button save = new Button(workspace.text("ui.merge.save"), event -> finish(decided));
    save.setId("merge-save");
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Button back = new Button(workspace.text("ui.merge.back"), event -> close());
    back.setId("merge-back");
    getFooter().add(back, save);
  }

  private Div choice(ThreeWay.Conflict conflict, Wording wording) {
    Workspace workspace = Workspace.current();
    Map<Side, Object> values = new LinkedHashMap<>();
    values.put(Side.MINE, conflict.mine());
    values.put(Side.THEIRS, conflict.theirs());
    values.put(Side.BEFORE, conflict.before());
    decisions.put(conflict.field(), conflict.mine());
    RadioButtonGroup<Side> group = new RadioButtonGroup<>(wording.title(conflict.field()));
    group.setId("merge-" + conflict.field());
    group.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
    group.setItems(values.keySet());
    group.setRenderer(
        new ComponentRenderer<>(
            side -> {
              String value = wording.value(conflict.field(), values.get(side));
              Span label = new Span(workspace.text("ui.merge." + side.name()) + ": ");
              label.addClassName("kt-muted");
              return new Div(
                  label, new Span(value.isBlank() ? workspace.text("ui.value.none") : value));
            }));
    group.setValue(Side.MINE);
    group.addValueChangeListener(
        event -> decisions.put(conflict.field(), values.get(event.getValue())));
    return new Div(group);
  }

  private void finish(Consumer<Map<String, Object>> decided) {
    try {
      close();
      decided.accept(decisions);
    } catch (Problem problem) {
      Workspace.current().problem(problem);
    }
  }
}
