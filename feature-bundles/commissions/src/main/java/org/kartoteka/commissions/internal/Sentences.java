package org.kartoteka.commissions.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.kartoteka.commissions.Step;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.security.CurrentUser;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says the steps of a reckoning in the reader's language. */
@Component(service = Sentences.class)
public final class Sentences {

  private static final String DAY = "\\d{4}-\\d\\d-\\d\\d";

  /** Days end with an abbreviation in some languages, whose point ends the sentence too. */
  private static final Pattern TWO_POINTS = Pattern.compile("(?<!\\.)\\.\\.$");

  private final Messages messages;
  private final CurrentUser reader;

  @Activate
  public Sentences(@Reference Messages messages, @Reference CurrentUser reader) {
    this.messages = messages;
    this.reader = reader;
  }

  /** The steps for whoever reads now. */
  public List<String> of(List<Step> steps) {
    Locale locale = reader.require().locale();
    return steps.stream().map(step -> said(step, locale)).toList();
  }

  private String said(Step step, Locale locale) {
    String sentence =
        messages.text(
            locale,
            "commissions.step." + step.key(),
            step.arguments().stream().map(argument -> said(argument, locale)).toArray());
    return TWO_POINTS.matcher(sentence).replaceFirst(".");
  }

  private static Object said(Object argument, Locale locale) {
    return argument instanceof String text && text.matches(DAY)
        ? LocalDate.parse(text)
            .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale))
        : argument;
  }
}
