package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.InputStream;
import java.util.function.Supplier;
import org.kartoteka.platform.api.document.AttachmentView;
import org.kartoteka.ui.api.Workspace;

/** A file with its size, to be downloaded. */
public class FileLine extends Div {

  /**
   * @param content opens it; called for each download
   */
  public FileLine(AttachmentView file, Workspace workspace, Supplier<InputStream> content) {
    Anchor link =
        new Anchor(
            DownloadHandler.fromInputStream(
                event ->
                    new DownloadResponse(
                        content.get(), file.name(), file.mediaType(), file.size())),
            file.name());
    link.setId("attachment-" + file.id().value());
    Span size = new Span(workspace.text("ui.file.size", Math.max(1, file.size() / 1024)));
    size.addClassName("kt-muted");
    add(VaadinIcon.PAPERCLIP.create(), link, size);
    addClassName("kt-line");
  }
}
