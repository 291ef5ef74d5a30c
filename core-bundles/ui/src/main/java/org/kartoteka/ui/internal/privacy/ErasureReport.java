package org.kartoteka.ui.internal.privacy;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.ui.api.Workspace;

/** What an erasure erased, and what it kept and why. */
final class ErasureReport extends UnorderedList {

  ErasureReport(List<ErasedData> data, Workspace workspace) {
    setId("privacy-report");
    for (ErasedData one : data) {
      StringBuilder line =
          new StringBuilder(workspace.text("privacy.kind." + one.kind())).append(" · ");
      if (one.erased() > 0) {
        line.append(
            workspace.text("ui.privacy.report.erased", workspace.formats().number(one.erased())));
      }
      if (one.kept() > 0) {
        String rows = workspace.formats().number(one.kept());
        String reason = workspace.text("privacy.kept." + one.reason());
        line.append(
            one.keptUntil() == null
                ? workspace.text("ui.privacy.report.kept", rows, reason)
                : workspace.text(
                    "ui.privacy.report.kept-until",
                    rows,
                    reason,
                    workspace.formats().date(one.keptUntil())));
      }
      if (one.place() != null) {
        line.append(" (").append(one.place()).append(')');
      }
      add(new ListItem(line.toString()));
    }
  }
}
