package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Set;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.sales.TemplateParties;
import org.kartoteka.sales.TemplateView;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.ui.api.PartyAction;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets parties get the invoices of a template. */
@Component
public final class JoinTemplateAction implements PartyAction {

  private static final String FIELDS = "sales.template.";

  private final SalesDesk desk;

  @Activate
  public JoinTemplateAction(@Reference SalesDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "sales-join-template";
  }

  @Override
  public String feature() {
    return SalesPermissions.FEATURE;
  }

  @Override
  public String titleKey() {
    return FIELDS + "joinMany";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public String permission() {
    return SalesPermissions.RUN;
  }

  @Override
  public String icon() {
    return "vaadin:invoice";
  }

  @Override
  public void act(Set<PartyId> parties, Workspace workspace, Runnable afterwards) {
    RecordForm form = new RecordForm("join-template-form");
    Select<TemplateView> template = new Select<>();
    template.setItems(desk.templates().all());
    template.setItemLabelGenerator(TemplateView::name);
    DateField day = new DateField();
    day.setValue(workspace.formats().today());
    form.field("template", FIELDS + "title", template);
    form.field("effectiveOn", FIELDS + "effectiveOn", day);
    template.setRequiredIndicatorVisible(true);
    SidePanel panel =
        SidePanel.open("join-template-panel", workspace.text(FIELDS + "joinMany"), form);
    form.onSave(
        () -> {
          TemplateView chosen = Fields.required("template", template.getValue());
          desk.templates()
              .join(chosen.id(), new TemplateParties(List.copyOf(parties), day.getValue()));
          panel.close();
          workspace.done(workspace.text(FIELDS + "joined", parties.size()));
          afterwards.run();
        });
  }
}
