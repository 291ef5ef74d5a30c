package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.text.DateFormatSymbols;
import java.time.DayOfWeek;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kartoteka.ui.api.Workspace;

/**
 * A date, written and chosen as in the person's language. Whoever types goes on with the next
 * field; the calendar opens when it is asked for, by its sign or with the arrow down.
 */
public class DateField extends DatePicker {

  public DateField() {
    Workspace workspace = Workspace.current();
    Locale locale = workspace.formats().locale();
    DateFormatSymbols symbols = new DateFormatSymbols(locale);
    setLocale(locale);
    DatePickerI18n words =
        new DatePickerI18n()
            .setMonthNames(months(symbols))
            .setWeekdays(days(symbols.getWeekdays()))
            .setWeekdaysShort(days(symbols.getShortWeekdays()))
            .setFirstDayOfWeek(firstDay(locale))
            .setToday(workspace.text("ui.date.today"))
            .setCancel(workspace.text("ui.form.cancel"));
    if (locale.getLanguage().equals("bg")) {
      // Nobody types the abbreviation of the word year that dates are shown with.
      words.setDateFormats("d.MM.yyyy 'г.'", "d.MM.yyyy");
    }
    setI18n(words);
    setAutoOpen(false);
    setClearButtonVisible(true);
  }

  private static List<String> months(DateFormatSymbols symbols) {
    return Arrays.stream(symbols.getMonths()).filter(month -> !month.isEmpty()).toList();
  }

  private static List<String> days(String[] fromOne) {
    return Arrays.stream(fromOne).skip(1).toList();
  }

  private static int firstDay(Locale locale) {
    DayOfWeek first =
        locale.getLanguage().equals("en")
            ? DayOfWeek.MONDAY
            : WeekFields.of(locale).getFirstDayOfWeek();
    return first.getValue() % 7;
  }
}
