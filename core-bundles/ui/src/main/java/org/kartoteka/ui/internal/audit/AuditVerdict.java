package org.kartoteka.ui.internal.audit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.kartoteka.platform.api.audit.AuditFinding;
import org.kartoteka.platform.api.audit.AuditVerification;
import org.kartoteka.ui.api.Workspace;

/** What a verification found, in words. */
final class AuditVerdict extends Div {

  private final transient Workspace workspace;

  AuditVerdict(AuditVerification found, Workspace workspace) {
    this.workspace = workspace;
    setId("audit-verdict");
    addClassNames("kt-standing", found.intact() ? "kt-standing-good" : "kt-standing-bad");
    getElement().setAttribute("role", "status");
    Div text =
        new Div(
            found.intact()
                ? workspace.text(
                    "ui.audit.intact",
                    workspace.formats().number(found.entries()),
                    workspace.formats().number(found.seals()))
                : workspace.text("ui.audit.tampered", found.findings().size()));
    add(text);
    if (found.intact() && found.lastSeal() != null) {
      Span seal = new Span(workspace.text("ui.audit.last-seal") + ": " + found.lastSeal());
      seal.addClassName("kt-muted");
      seal.setTitle(workspace.formats().dateTime(found.sealedAt()));
      text.add(new Div(seal));
    }
    if (!found.intact()) {
      UnorderedList list = new UnorderedList();
      found.findings().forEach(one -> list.add(new ListItem(line(one))));
      add(list);
    }
  }

  private String line(AuditFinding finding) {
    StringBuilder line =
        new StringBuilder(workspace.text("audit.finding." + finding.kind().name()));
    if (finding.entry() != null) {
      line.append(' ').append(workspace.text("ui.audit.finding.entry", finding.entry().toString()));
    }
    if (finding.seal() != null) {
      line.append(' ').append(workspace.text("ui.audit.finding.seal", finding.seal().toString()));
    }
    return line.toString();
  }
}
