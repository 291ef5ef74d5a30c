package org.kartoteka.ui.api;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One stay of a person on a page: from one navigation to the next. Bound to one browser window; use
 * it only while that window's session is locked (in listeners and in {@code UI.access}).
 */
@ProviderType
public interface Visit {

  /**
   * The decoded segments of the address behind the page's id: {@code [12]} of {@code parties/12}.
   */
  List<String> path();

  /** A segment of the path as an id, the first one being 0; null when it is none. */
  default <I> I id(int segment, LongFunction<I> type) {
    return segment < path().size() ? AddressState.read(path().get(segment), type) : null;
  }

  /** The state in the query part of the address. */
  AddressState state();

  /** The first value of a query parameter. */
  default Optional<String> parameter(String name) {
    return Optional.ofNullable(state().first(name));
  }

  /** Shows the title in the browser's tab and keeps it for notices. */
  void title(String title);

  /**
   * Writes another state into the address without navigating, so that a link or a reload shows the
   * same.
   */
  void remember(AddressState state);

  /** Opens another address of the application, such as {@code parties/12?tab=notes}. */
  void navigate(String address);

  /**
   * While the condition holds, leaving the page asks first whether what is unsaved may be lost.
   *
   * @param unsaved whether there is something unsaved; null takes the guard away
   */
  void guard(BooleanSupplier unsaved);

  /** What the page can ask of the shell. */
  Workspace workspace();
}
