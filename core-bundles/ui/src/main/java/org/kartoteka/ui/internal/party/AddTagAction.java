package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.ui.api.PartyAction;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordFields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts a tag on parties. */
@Component
public class AddTagAction implements PartyAction {

  private final PartyDesk desk;

  @Activate
  public AddTagAction(@Reference PartyDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "tag";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "ui.party.action.tag";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String permission() {
    return "core.party.change";
  }

  @Override
  public String icon() {
    return "vaadin:tag";
  }

  @Override
  public void act(Set<PartyId> parties, Workspace workspace, Runnable afterwards) {
    RecordForm form = new RecordForm("tag-form");
    ComboBox<String> tag = form.field("tag", "party.tags", new ComboBox<>());
    tag.setItems(desk.parties().tags().stream().map(PartyRegister.TagView::name).toList());
    tag.setAllowCustomValue(true);
    tag.addCustomValueSetListener(event -> tag.setValue(event.getDetail()));
    SidePanel panel = new SidePanel(workspace.text(titleKey()), form);
    form.onSave(
        () -> {
          String chosen = tag.getValue();
          if (chosen == null || chosen.isBlank()) {
            throw new InvalidInput(FieldError.of("tag", "required"));
          }
          panel.close();
          desk.changeAll(parties, data -> withTag(data, chosen.strip()), workspace, afterwards);
        });
    panel.open();
  }

  private static PartyData withTag(PartyData data, String tag) {
    List<String> tags = new ArrayList<>(data.tags());
    if (!tags.contains(tag)) {
      tags.add(tag);
    }
    return RecordFields.with(data, "tags", List.copyOf(tags));
  }
}
