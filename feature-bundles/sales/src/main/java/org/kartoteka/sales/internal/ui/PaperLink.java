package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.kartoteka.platform.api.print.PrintedDocument;
import org.kartoteka.platform.api.print.Printer;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.ui.api.Workspace;

/** The link by which a document is got as a PDF file, made when it is followed. */
final class PaperLink {

  private PaperLink() {}

  static Anchor of(SalesDesk desk, Workspace workspace, DocumentView document) {
    PrintedDocument printed = desk.documents().printed(document.id());
    Anchor link =
        new Anchor(
            DownloadHandler.fromInputStream(
                event -> {
                  ByteArrayOutputStream file = new ByteArrayOutputStream();
                  desk.printer().print(printed, file);
                  return new DownloadResponse(
                      new ByteArrayInputStream(file.toByteArray()),
                      printed.title().replaceAll("[/\\\\]", "-") + ".pdf",
                      Printer.MEDIA_TYPE,
                      file.size());
                }),
            workspace.text("sales.document.paper"));
    link.setId("document-paper");
    return link;
  }
}
