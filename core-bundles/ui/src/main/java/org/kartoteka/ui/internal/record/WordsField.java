package org.kartoteka.ui.internal.record;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Chooses some of the words that are known, or new ones. */
public final class WordsField extends MultiSelectComboBox<String> {

  /**
   * A field.
   *
   * @param known the words that are offered
   */
  public WordsField(Collection<String> known) {
    setItems(known);
    setAllowCustomValue(true);
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
    Set<String> all = new LinkedHashSet<>(getListDataView().getItems().toList());
    if (all.addAll(words)) {
      setItems(all);
    }
    super.setValue(words);
  }
}
