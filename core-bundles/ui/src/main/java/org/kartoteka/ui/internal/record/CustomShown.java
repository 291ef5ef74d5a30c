package org.kartoteka.ui.internal.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kartoteka.core.api.custom.CustomFieldType;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.Links;

/** Values of custom fields as a person reads them. */
public final class CustomShown {

  private CustomShown() {}

  /** The value as text, in the person's language; empty for null. */
  public static String text(Workspace workspace, CustomFieldView field, Object value) {
    if (value == null) {
      return "";
    }
    try {
      return switch (field.type()) {
        case TEXT, LINK -> value.toString();
        case NUMBER -> workspace.formats().number(new BigDecimal(value.toString()));
        case DATE -> workspace.formats().date(LocalDate.parse(value.toString()));
        case CHOICE -> field.optionLabel(value.toString(), workspace.formats().locale());
        case YES_NO -> workspace.text(Boolean.TRUE.equals(value) ? "custom.yes" : "custom.no");
      };
    } catch (RuntimeException otherForm) {
      return value.toString();
    }
  }

  /** Adds a column for each field to a list; it can be chosen, and the list sorted by it. */
  public static <T> void columns(
      KeysetGrid<T> list,
      Workspace workspace,
      List<CustomFieldView> fields,
      Function<T, Map<String, Object>> values) {
    for (CustomFieldView field : fields) {
      KeysetGrid<T>.Column column =
          list.column(
                  field.path(),
                  "custom.group",
                  row -> text(workspace, field, values.apply(row).get(field.name())))
              .titled(field.label(workspace.formats().locale()))
              .sortedBy(field.path())
              .onRequest();
      if (field.type() == CustomFieldType.NUMBER) {
        column.numeric();
      }
    }
  }

  /** The value as it stands on a card. */
  public static Component component(Workspace workspace, CustomFieldView field, Object value) {
    if (field.type() != CustomFieldType.LINK) {
      Span text = new Span(text(workspace, field, value));
      text.getStyle().set("white-space", "pre-line");
      return text;
    }
    return Links.web(value.toString());
  }
}
