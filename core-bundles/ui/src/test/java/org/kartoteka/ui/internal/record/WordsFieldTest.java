package org.kartoteka.ui.internal.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsFieldTest {

  @Test
  void words_that_are_not_known_are_chosen_and_offered_too() {
    WordsField field = new WordsField(List.of("vip", "dealer"));

    field.setValue(Set.of("Ltd, Inc", "vip"));

    assertEquals(Set.of("Ltd, Inc", "vip"), field.getValue());
    assertEquals(List.of("vip", "dealer", "Ltd, Inc"), field.getListDataView().getItems().toList());
    field.clear();
    assertEquals(Set.of(), field.getValue());
  }
}
