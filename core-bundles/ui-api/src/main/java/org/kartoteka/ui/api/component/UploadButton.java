package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.BiConsumer;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Workspace;

/** A small button by which a file is chosen and handed over. */
public class UploadButton extends Upload {

  private final Button button = new Button(VaadinIcon.PAPERCLIP.create());

  /**
   * @param taker takes the name and the content; a problem is shown
   */
  public UploadButton(
      String id, String label, Workspace workspace, BiConsumer<String, InputStream> taker) {
    setId(id);
    addClassName("kt-upload-button");
    setDropAllowed(false);
    button.addThemeVariants(
        ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
    button.setAriaLabel(label);
    button.setTooltipText(label);
    setUploadButton(button);
    setUploadHandler(
        UploadHandler.toTempFile(
            (metadata, file) -> {
              clearFileList();
              try (InputStream content = Files.newInputStream(file.toPath())) {
                taker.accept(metadata.fileName(), content);
              } catch (Problem problem) {
                workspace.problem(problem);
              } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
              } finally {
                file.delete();
              }
            }));
  }

  /** Says in words what the button is for, where it stands for itself. */
  public UploadButton spelledOut() {
    button.setText(button.getAriaLabel().orElse(""));
    button.removeThemeVariants(ButtonVariant.LUMO_ICON);
    return this;
  }
}
