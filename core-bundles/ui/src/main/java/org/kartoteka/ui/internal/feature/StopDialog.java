package org.kartoteka.ui.internal.feature;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.kartoteka.platform.api.feature.FeatureImpact;
import org.kartoteka.platform.api.feature.FeatureView;
import org.kartoteka.ui.api.Workspace;

/** Says what stopping a feature would mean, before it is done. */
final class StopDialog extends Dialog {

  StopDialog(FeatureView feature, FeatureImpact impact, Workspace workspace, Runnable stop) {
    setId("feature-stop-dialog");
    setHeaderTitle(workspace.text("ui.features.stop.title", feature.title()));
    setWidth("32rem");
    setMaxWidth("100%");
    List<String> sentences = new ArrayList<>();
    if (!impact.stopsToo().isEmpty()) {
      sentences.add(
          workspace.text("ui.features.impact.stops-too", String.join(", ", impact.stopsToo())));
    }
    sentences.add(workspace.text("ui.features.impact.views", impact.openViews()));
    if (!impact.subscriptions().isEmpty()) {
      sentences.add(
          workspace.text("ui.features.impact.subscriptions", impact.subscriptions().size()));
    }
    sentences.addAll(impact.openWork());
    UnorderedList list = new UnorderedList();
    list.setId("feature-impact");
    sentences.forEach(sentence -> list.add(new ListItem(sentence)));
    Paragraph stays = new Paragraph(workspace.text("ui.features.impact.stays"));
    stays.addClassName("kt-muted");
    add(new Paragraph(workspace.text("ui.features.impact.title")), list, stays);
    Button no = new Button(workspace.text("ui.form.cancel"), event -> close());
    no.setId("feature-stop-no");
    Button yes =
        new Button(
            workspace.text("ui.features.stop"),
            event -> {
              close();
              stop.run();
            });
    yes.setId("feature-stop-yes");
    yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(no, yes);
  }
}
