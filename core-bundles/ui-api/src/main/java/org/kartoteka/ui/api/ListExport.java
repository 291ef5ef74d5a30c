package org.kartoteka.ui.api;

import com.vaadin.flow.component.button.Button;
import java.util.Optional;
import java.util.function.Supplier;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.osgi.annotation.versioning.ProviderType;

/** Hands out what pages show as files: asks for format and columns, then sends the file. */
@ProviderType
public interface ListExport {

  /**
   * A button that exports records of a type.
   *
   * @param query what is exported, asked for when the button is pressed
   * @return empty when the visitor may not export records of the type
   */
  Optional<Button> offer(Workspace workspace, String type, Supplier<ExportQuery> query);
}
