package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import org.kartoteka.sales.ProductGroupData;
import org.kartoteka.sales.ProductGroupView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** A product group. */
final class GroupForm extends RecordForm {

  private GroupForm() {
    super("group-form");
  }

  static void add(SalesDesk desk, Workspace workspace, Runnable afterwards) {
    GroupForm form = new GroupForm();
    TextField code = Fields.line(40);
    TextField name = Fields.line(300);
    ComboBox<ProductGroupView> parent = new ComboBox<>();
    parent.setItems(desk.catalogue().groups());
    parent.setItemLabelGenerator(CataloguePage::indented);
    parent.setClearButtonVisible(true);
    form.field("code", "sales.product.code", code);
    form.field("name", "sales.product.name", name);
    form.field("parentId", "sales.group.parent", parent);
    SidePanel panel = SidePanel.open("group-panel", workspace.text("sales.group.new"), form);
    form.onSave(
        () -> {
          desk.catalogue()
              .addGroup(
                  new ProductGroupData(
                      Fields.text(code),
                      Fields.text(name),
                      parent.getValue() == null ? null : parent.getValue().id()));
          panel.close();
          workspace.done(workspace.text("sales.saved"));
          afterwards.run();
        });
  }
}
