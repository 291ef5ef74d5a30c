package org.kartoteka.ui.api.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreeWayTest {

  @Test
  void takesWhatOnlyOneSideChanged() {
    ThreeWay both =
        ThreeWay.of(
            fields("name", "Ada", "city", "Łódź"),
            fields("name", "Ada Ltd", "city", "Łódź"),
            fields("name", "Ada", "city", "Kraków"));

    assertTrue(both.conflicts().isEmpty());
    assertEquals(fields("name", "Ada Ltd", "city", "Kraków"), both.merged());
  }

  @Test
  void asksAboutAFieldThatBothChangedDifferently() {
    ThreeWay both = ThreeWay.of(fields("rating", 1), fields("rating", 2), fields("rating", 3));

    assertEquals(List.of(new ThreeWay.Conflict("rating", 1, 2, 3)), both.conflicts());
    assertEquals(fields("rating", 2), both.decided(Map.of("rating", 2)));
  }

  @Test
  void knowsNoConflictWhereBothDidTheSame() {
    ThreeWay both =
        ThreeWay.of(fields("web", null), fields("web", "a.example"), fields("web", "a.example"));

    assertTrue(both.conflicts().isEmpty());
  }

  @Test
  void takesBlankAndMissingForTheSame() {
    ThreeWay both = ThreeWay.of(fields("web", null), fields("web", ""), fields("web", "b.example"));

    assertEquals(fields("web", "b.example"), both.merged());
    assertTrue(both.conflicts().isEmpty());
  }

  @Test
  void mergesListsByElement() {
    ThreeWay both =
        ThreeWay.of(
            fields("tags", List.of("a", "b")),
            fields("tags", List.of("a", "c")),
            fields("tags", List.of("a", "b", "d")));

    assertEquals(fields("tags", List.of("a", "d", "c")), both.merged());
  }

  @Test
  void asksWhenBothReplacedTheSameElement() {
    ThreeWay both =
        ThreeWay.of(
            fields("phones", List.of("1")),
            fields("phones", List.of("2")),
            fields("phones", List.of("3")));

    assertEquals(1, both.conflicts().size());
  }

  @Test
  void recordsGoToFieldsAndBack() {
    Sample sample = new Sample("Ada", null);

    Sample changed = RecordFields.with(sample, "age", 36);

    assertEquals(new Sample("Ada", 36), changed);
    assertEquals(changed, RecordFields.to(Sample.class, RecordFields.of(changed)));
  }

  /** A record of a bundle. */
  public record Sample(String name, Integer age) {}

  private static Map<String, Object> fields(Object... pairs) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int index = 0; index < pairs.length; index += 2) {
      fields.put(Arrays.asList(pairs).get(index).toString(), pairs[index + 1]);
    }
    return fields;
  }
}
