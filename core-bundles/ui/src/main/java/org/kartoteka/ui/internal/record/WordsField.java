package org.kartoteka.ui.internal.record;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Chooses some of the words that are known, or new ones. */
public final class WordsField extends MultiSelectComboBox<String> {

  private final Set<String> offered;

  /**
   * A field.
   *
   * @param known the words that are offered
   */
  public WordsField(Collection<String> known) {
    offered = new LinkedHashSet<>(known);
    setItems(List.copyOf(offered));
    setAllowCustomValue(true);
    setAutoExpand(AutoExpandMode.VERTICAL);
    addCustomValueSetListener(
        event -> {
          Set<String> words = new LinkedHashSet<>(getValue());
          if (!event.getDetail().isBlank()) {
            words.add(event.getDetail().strip());
          }
          setValue(words);
        });
  }

  /** Chooses these words, known or not. */
  @Override
  public void setValue(Set<String> words) {
    if (words != null && !words.isEmpty() && offered.addAll(words)) {
      setItems(List.copyOf(offered));
    }
    super.setValue(words);
  }
}
