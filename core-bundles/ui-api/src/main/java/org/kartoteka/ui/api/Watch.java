package org.kartoteka.ui.api;

import com.vaadin.flow.component.Component;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Looks at something again and again while it is shown, such as how far a long act is. Offered as a
 * service; call it on the thread of a person's request.
 */
@ProviderType
public interface Watch {

  /**
   * Looks several times a second, as the current user, until the component leaves its window or
   * nobody wants to look any more. An exception of the look ends it and is logged.
   *
   * @param look called on another thread, outside of a transaction
   * @param seen called in the window with what was seen; whether to look again
   */
  <T> void follow(Component place, Supplier<T> look, Predicate<T> seen);
}
