package org.kartoteka.ui.internal.exchange;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.Map;
import org.kartoteka.platform.api.exchange.ImportPreview;
import org.kartoteka.ui.api.Workspace;

/** The first rows of a file as they were read. */
final class SampleTable extends Div {

  private static final int ROWS = 10;

  SampleTable(ImportPreview preview, Workspace workspace) {
    addClassName("kt-sample");
    getElement().setAttribute("tabindex", "0");
    getElement().setAttribute("role", "region");
    getElement().setAttribute("aria-label", workspace.text("ui.import.sample"));
    NativeTable table = new NativeTable();
    NativeTableRow headings = table.getHead().addRow();
    preview.columns().forEach(column -> headings.add(new NativeTableHeaderCell(column)));
    List<Map<String, String>> rows = preview.sample().stream().limit(ROWS).toList();
    for (Map<String, String> row : rows) {
      NativeTableRow line = table.getBody().addRow();
      preview
          .columns()
          .forEach(column -> line.add(new NativeTableCell(row.getOrDefault(column, ""))));
    }
    add(table);
  }
}
