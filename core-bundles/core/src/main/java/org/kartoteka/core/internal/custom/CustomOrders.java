package org.kartoteka.core.internal.custom;

import java.util.Optional;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists sorted by a custom field. */
@Component(service = CustomOrders.class)
public class CustomOrders {

  private static final String CUSTOM = "custom.";

  private final CustomFieldBook book;

  @Activate
  public CustomOrders(@Reference CustomFieldBook book) {
    this.book = book;
  }

  /**
   * The order that the request names, if it is that of a custom field.
   *
   * @throws InvalidInput when there is no such field
   */
  public Optional<CustomOrder> of(String recordType, PageRequest request) {
    String sort = request.sortField();
    if (sort == null || !sort.startsWith(CUSTOM)) {
      return Optional.empty();
    }
    CustomFieldView field =
        book.named(recordType, sort.substring(CUSTOM.length()))
            .orElseThrow(() -> new InvalidInput(FieldError.of("sort", "sort")));
    return Optional.of(new CustomOrder(field, request));
  }
}
