package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What was typed in a window and is not saved yet; leaving its page asks first. */
public final class UnsavedInput {

  private final Map<Component, BooleanSupplier> places = new LinkedHashMap<>();

  private UnsavedInput() {}

  /**
   * Looks after a place of input as long as it is shown.
   *
   * @param unsaved whether something would be lost now
   */
  public static void watch(Component place, BooleanSupplier unsaved) {
    place.addAttachListener(event -> of(event.getUI()).places.put(place, unsaved));
    place.addDetachListener(event -> of(event.getUI()).places.remove(place));
  }

  /** Whether leaving now would lose something that was typed in the window. */
  public static boolean in(UI window) {
    return of(window).places.values().stream().anyMatch(BooleanSupplier::getAsBoolean);
  }

  /** The person has agreed to lose it all. */
  public static void forget(UI window) {
    of(window).places.clear();
  }

  private static UnsavedInput of(UI window) {
    UnsavedInput present = ComponentUtil.getData(window, UnsavedInput.class);
    if (present == null) {
      present = new UnsavedInput();
      ComponentUtil.setData(window, UnsavedInput.class, present);
    }
    return present;
  }
}
