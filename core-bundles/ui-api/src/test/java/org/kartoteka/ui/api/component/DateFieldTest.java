package org.kartoteka.ui.api.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.ui.api.Workspace;

class DateFieldTest {

  @AfterEach
  void leave() {
    UI.setCurrent(null);
  }

  @Test
  void a_bulgarian_date_is_understood_without_the_word_year_that_it_is_shown_with() {
    workIn("bg");

    assertEquals(
        List.of("d.MM.yyyy 'г.'", "d.MM.yyyy"), new DateField().getI18n().getDateFormats());
  }

  @Test
  void other_languages_are_read_as_they_are_written() {
    for (String language : List.of("en", "pl", "ru")) {
      workIn(language);

      assertNull(new DateField().getI18n().getDateFormats(), language);
    }
  }

  private static void workIn(String language) {
    LocalFormats formats =
        new LocalFormats(
            Locale.forLanguageTag(language),
            ZoneOffset.UTC,
            Clock.systemUTC(),
            (key, arguments) -> key);
    Workspace workspace =
        (Workspace)
            Proxy.newProxyInstance(
                Workspace.class.getClassLoader(),
                new Class<?>[] {Workspace.class},
                (self, method, arguments) ->
                    method.getName().equals("formats") ? formats : method.getName());
    UI ui = new UI();
    ComponentUtil.setData(ui, Workspace.class, workspace);
    UI.setCurrent(ui);
  }
}
