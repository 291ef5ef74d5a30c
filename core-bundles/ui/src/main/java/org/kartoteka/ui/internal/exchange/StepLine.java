package org.kartoteka.ui.internal.exchange;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.List;
import org.kartoteka.ui.api.Workspace;

/** The steps of the wizard and where one is. */
final class StepLine extends OrderedList {

  /** A step. */
  enum Step {
    FILE,
    COLUMNS,
    TRIAL,
    IMPORT
  }

  StepLine(Workspace workspace) {
    setId("import-steps");
    addClassName("kt-steps");
    for (Step step : Step.values()) {
      add(new ListItem(workspace.text("ui.import.step." + step.name())));
    }
  }

  /** One is at this step now. */
  void show(Step present) {
    List<ListItem> items = getChildren().map(ListItem.class::cast).toList();
    for (int index = 0; index < items.size(); index++) {
      ListItem item = items.get(index);
      item.setClassName("done", index < present.ordinal());
      if (index == present.ordinal()) {
        item.getElement().setAttribute("aria-current", "step");
      } else {
        item.getElement().removeAttribute("aria-current");
      }
    }
  }
}
