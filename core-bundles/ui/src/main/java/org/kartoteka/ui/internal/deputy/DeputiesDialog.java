package org.kartoteka.ui.internal.deputy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.security.DeputyshipData;
import org.kartoteka.platform.api.security.DeputyshipView;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.StatusPill;

/** Who stands in for somebody, and for whom he does; arranges and ends it. */
public final class DeputiesDialog extends Dialog {

  private final transient DeputyDesk desk;
  private final transient Workspace workspace = Workspace.current();
  private final Div list = new Div();
  private final RecordForm form = new RecordForm("deputy-form");
  private final ComboBox<UserId> absent;
  private final ComboBox<UserId> deputy;
  private final DateField from;
  private final DateField until;

  /** Of a user; he himself may choose somebody below him too. */
  public DeputiesDialog(DeputyDesk desk, UserId user) {
    this.desk = desk;
    setId("deputies-dialog");
    setHeaderTitle(workspace.text("ui.deputies.title"));
    setWidth("36rem");
    setMaxWidth("100%");
    List<UserId> staff = user.equals(workspace.user().id()) ? desk.staffOf(user) : List.of(user);
    absent = form.field("absentId", "ui.deputies.absent", new ComboBox<>());
    absent.setItems(staff);
    absent.setItemLabelGenerator(desk.colleagues()::name);
    absent.setValue(user);
    absent.setReadOnly(staff.size() < 2);
    absent.addValueChangeListener(event -> fill());
    deputy = form.field("deputyId", "ui.deputies.deputy", desk.colleagues().picker());
    from = form.known("from", "ui.deputies.from", new DateField());
    until = form.known("until", "ui.deputies.until", new DateField());
    form.row(from, until);
    form.saveButton().setText(workspace.text("ui.deputies.arrange"));
    form.onSave(this::arrange);
    form.onLeave(this::close);
    list.setId("deputies-list");
    form.takeButtons();
    Button close = new Button(workspace.text("ui.close"), event -> form.cancel());
    close.setId("deputies-close");
    addDialogCloseActionListener(event -> form.cancel());
    add(
        new Paragraph(workspace.text("ui.deputies.explanation")),
        list,
        new H3(workspace.text("ui.deputies.new")),
        form);
    getFooter().add(close, form.saveButton());
    from.setValue(workspace.formats().today());
    form.unchanged();
    fill();
  }

  private void fill() {
    list.removeAll();
    if (absent.getValue() == null) {
      return;
    }
    List<DeputyshipView> all = desk.deputies().of(absent.getValue());
    all.forEach(one -> list.add(line(one)));
    if (all.isEmpty()) {
      Span none = new Span(workspace.text("ui.deputies.none"));
      none.addClassName("kt-muted");
      list.add(none);
    }
  }

  private Div line(DeputyshipView one) {
    Span days =
        new Span(
            workspace.text(
                "ui.deputies.days",
                workspace.formats().date(one.from()),
                workspace.formats().date(one.until())));
    days.addClassName("kt-muted");
    Div words =
        new Div(
            new Span(workspace.text("ui.deputies.line", one.deputyName(), one.absentName())), days);
    words.addClassName("kt-access-words");
    Div line = new Div(words);
    line.addClassName("kt-access-line");
    if (one.lasting()) {
      line.add(new StatusPill(workspace.text("ui.deputies.lasting"), StatusPill.Tone.GOOD));
    }
    if (desk.deputies().mayArrange(one.absentId())) {
      Button end = new Button(workspace.text("ui.deputies.end"), event -> end(one));
      end.setId("deputy-end-" + one.id().value());
      end.addThemeVariants(ButtonVariant.LUMO_SMALL);
      end.setAriaLabel(workspace.text("ui.deputies.end.of", one.deputyName(), one.absentName()));
      line.add(end);
    }
    return line;
  }

  private void arrange() {
    DeputyshipView arranged =
        desk.deputies()
            .arrange(
                new DeputyshipData(
                    absent.getValue(), deputy.getValue(), from.getValue(), until.getValue()));
    workspace.done(
        workspace.text("ui.deputies.line", arranged.deputyName(), arranged.absentName()));
    deputy.clear();
    until.clear();
    form.unchanged();
    fill();
  }

  private void end(DeputyshipView one) {
    try {
      desk.deputies().end(one.id());
      fill();
    } catch (ProofNeeded old) {
      workspace.prove(() -> end(one));
    } catch (Problem problem) {
      workspace.problem(problem);
    }
  }
}
