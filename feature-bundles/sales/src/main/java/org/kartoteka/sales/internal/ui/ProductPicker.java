package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.sales.ProductQuery;
import org.kartoteka.sales.ProductView;
import org.kartoteka.ui.api.Workspace;

/** Chooses a product that can be sold, by its code. */
final class ProductPicker extends ComboBox<String> {

  ProductPicker(SalesDesk desk, Workspace workspace) {
    setItems(
        query ->
            desk
                .catalogue()
                .page(
                    new ProductQuery(query.getFilter().orElse(null), null, null, true),
                    PageRequest.first(Math.max(1, query.getOffset() + query.getLimit())))
                .items()
                .stream()
                .skip(query.getOffset())
                .map(ProductView::code));
    setClearButtonVisible(true);
    setLabel(workspace.text("sales.line.product"));
  }
}
