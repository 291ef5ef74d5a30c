package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.OriginalQuery;
import org.kartoteka.contracts.OriginalView;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.document.AttachmentView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.FileLine;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.RemoveButton;
import org.kartoteka.ui.api.component.StatusPill;
import org.kartoteka.ui.api.component.UploadButton;

/** The scans of a contract, and where the signed papers are. */
final class PapersPanel extends Div {

  PapersPanel(ContractDesk desk, Workspace workspace, ContractView contract, Runnable afterwards) {
    addClassName("kt-panel");
    setId("contract-papers");
    H2 title = new H2(workspace.text("contracts.papers"));
    if (workspace.may(ContractPermissions.CHANGE)) {
      title.add(
          new UploadButton(
              "scan-add",
              workspace.text("contracts.scan.add"),
              workspace,
              (name, content) -> {
                desk.scans().add(contract.id(), name, content);
                afterwards.run();
              }));
    }
    add(title);
    for (AttachmentView scan : desk.scans().of(contract.id())) {
      Div line =
          new Div(new FileLine(scan, workspace, () -> desk.scans().open(contract.id(), scan.id())));
      line.addClassName("kt-line");
      if (workspace.may(ContractPermissions.CHANGE)) {
        line.add(
            RemoveButton.asking(
                workspace,
                "scan-remove-" + scan.id().value(),
                scan.name(),
                () -> {
                  desk.scans().remove(contract.id(), scan.id());
                  afterwards.run();
                }));
      }
      add(line);
    }
    for (OriginalView paper :
        desk.originals().page(OriginalQuery.of(contract.id()), PageRequest.first()).items()) {
      add(line(desk, workspace, paper, afterwards));
    }
    if (getComponentCount() == 1) {
      Span none = new Span(workspace.text("contracts.papers.none"));
      none.addClassName("kt-muted");
      add(none);
    }
  }

  private static Div line(
      ContractDesk desk, Workspace workspace, OriginalView paper, Runnable afterwards) {
    StatusPill pill =
        new StatusPill(
            OriginalForm.state(workspace, paper),
            paper.receivedOn() == null ? StatusPill.Tone.WARN : StatusPill.Tone.GOOD);
    Span details = new Span(Words.joined(paper.holder(), paper.place()));
    details.addClassName("kt-muted");
    Div line =
        new Div(
            Links.quiet(
                "original-" + paper.id().value(),
                workspace.text("contracts.original.of", paper.title()),
                "vaadin:file-o",
                () -> OriginalForm.edit(desk, workspace, paper, afterwards)),
            pill,
            details);
    line.addClassName("kt-line");
    return line;
  }
}
