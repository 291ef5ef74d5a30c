package org.kartoteka.ui.internal.exchange;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.platform.api.exchange.Exports;
import org.kartoteka.platform.api.exchange.RecordExporter;
import org.kartoteka.ui.api.ListExport;
import org.kartoteka.ui.api.Workspace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands the lists of other pages out as files. */
@Component(service = {ExportDesk.class, ListExport.class})
public class ExportDesk implements ListExport {

  private final Exports exports;

  @Activate
  public ExportDesk(@Reference Exports exports) {
    this.exports = exports;
  }

  /**
   * A button that exports a list.
   *
   * @param query the list as it is when the button is pressed
   */
  public Button button(Workspace workspace, String type, Supplier<ExportQuery> query) {
    Button button = new Button(workspace.text("ui.export.open"), VaadinIcon.UPLOAD_ALT.create());
    button.setId(type + "-export");
    button.addClickListener(event -> open(workspace, type, query.get()));
    return button;
  }

  @Override
  public Optional<Button> offer(Workspace workspace, String type, Supplier<ExportQuery> query) {
    return exporter(type).map(exporter -> button(workspace, type, query));
  }

  private Optional<RecordExporter> exporter(String type) {
    return exports.exporters().stream().filter(one -> one.type().equals(type)).findFirst();
  }

  /** The order of an export of what a list shows, with the list's criteria by name and its sort. */
  public static ExportQuery query(Map<String, Object> criteria, String sort) {
    Map<String, List<String>> filter = new LinkedHashMap<>();
    criteria.forEach(
        (name, value) ->
            filter.put(
                name,
                value instanceof Collection<?> many
                    ? many.stream().map(String::valueOf).toList()
                    : List.of(String.valueOf(value))));
    return new ExportQuery(filter, sort, null);
  }

  /** Whether the user may export anything. */
  public boolean isOffered(Workspace workspace) {
    return workspace.may("core.export");
  }

  /** Opens the dialog. */
  public void open(Workspace workspace, String type, ExportQuery query) {
    exporter(type)
        .ifPresent(exporter -> new ExportDialog(exports, exporter, workspace, query).open());
  }
}
