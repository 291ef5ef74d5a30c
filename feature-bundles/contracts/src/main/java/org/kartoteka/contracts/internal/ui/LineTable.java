package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import org.kartoteka.ui.api.Workspace;

/** Lines as a table. */
final class LineTable extends Div {

  /** A table with the titles of its columns by their keys; the last ones are numbers. */
  LineTable(Workspace workspace, List<String> titleKeys, List<List<String>> rows, int numbers) {
    addClassName("kt-scroll");
    getStyle().set("overflow-x", "auto");
    NativeTable table = new NativeTable();
    table.addClassName("kt-table");
    NativeTableRow titles = new NativeTableRow();
    for (int i = 0; i < titleKeys.size(); i++) {
      NativeTableHeaderCell cell = new NativeTableHeaderCell();
      cell.setText(workspace.text(titleKeys.get(i)));
      if (i >= titleKeys.size() - numbers) {
        cell.getStyle().set("text-align", "end");
      }
      titles.add(cell);
    }
    NativeTableHeader head = new NativeTableHeader();
    head.add(titles);
    NativeTableBody body = new NativeTableBody();
    for (List<String> values : rows) {
      NativeTableRow row = new NativeTableRow();
      for (int i = 0; i < values.size(); i++) {
        NativeTableCell cell = new NativeTableCell(values.get(i));
        cell.setClassName("kt-number", i >= values.size() - numbers);
        row.add(cell);
      }
      body.add(row);
    }
    table.add(head, body);
    add(table);
  }
}
