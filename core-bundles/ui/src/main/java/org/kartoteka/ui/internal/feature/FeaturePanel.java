package org.kartoteka.ui.internal.feature;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.text.Collator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.feature.FeatureState;
import org.kartoteka.platform.api.feature.FeatureView;
import org.kartoteka.platform.api.journal.Journal;
import org.kartoteka.platform.api.journal.ParkedEvent;
import org.kartoteka.platform.api.journal.SubscriptionView;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.ErrorBox;
import org.kartoteka.ui.api.component.RelativeTime;
import org.kartoteka.ui.api.component.StatusPill;

/** One feature. */
final class FeaturePanel extends Div {

  private final transient Workspace workspace;
  private final transient Journal journal;
  private final transient FeaturesPage page;
  private final Div heading = new Div();
  private final Div details = new Div();
  private transient FeatureView shown;

  FeaturePanel(FeatureView feature, FeaturesPage page, Journal journal, Workspace workspace) {
    this.workspace = workspace;
    this.journal = journal;
    this.page = page;
    setId("feature-" + feature.id());
    addClassNames("kt-panel", "kt-feature");
    heading.addClassName("kt-feature-heading");
    add(heading, details);
    show(feature);
  }

  /** Shows how it stands now; buttons stay as long as they fit, for somebody may be at them. */
  void show(FeatureView feature) {
    boolean other =
        shown == null
            || shown.state() != feature.state()
            || !shown.title().equals(feature.title())
            || !shown.version().equals(feature.version());
    shown = feature;
    if (other) {
      heading.removeAll();
      head(feature);
    }
    details.removeAll();
    detail(feature);
  }

  private void detail(FeatureView feature) {
    if (feature.description() != null && !feature.description().isBlank()) {
      details.add(new Paragraph(feature.description()));
    }
    if (feature.lastProblem() != null && feature.state() != FeatureState.ACTIVE) {
      details.add(ErrorBox.saying(feature.lastProblem()));
    }
    feature.health().forEach(problem -> details.add(ErrorBox.saying(problem)));
    details.add(facts(feature));
    subscriptions(feature.id());
  }

  private void head(FeatureView feature) {
    String id = feature.id();
    H2 title = new H2(feature.title());
    Span version = new Span(feature.version());
    version.addClassName("kt-muted");
    StatusPill state =
        new StatusPill(
            workspace.text("ui.features.state." + feature.state().name()),
            switch (feature.state()) {
              case ACTIVE -> StatusPill.Tone.GOOD;
              case STOPPED -> StatusPill.Tone.NEUTRAL;
              case FAILED -> StatusPill.Tone.BAD;
            });
    state.setId("feature-state-" + id);
    Div actions = new Div();
    actions.addClassNames("kt-toolbar", "kt-card-actions");
    if (feature.state() == FeatureState.ACTIVE) {
      actions.add(
          FeaturesPage.button(
              "feature-stop-" + id,
              workspace.text("ui.features.stop"),
              VaadinIcon.STOP,
              () -> page.stop(shown)));
    } else {
      actions.add(
          FeaturesPage.button(
              "feature-start-" + id,
              workspace.text("ui.features.start"),
              VaadinIcon.PLAY,
              () -> page.start(shown)));
    }
    actions.add(
        FeaturesPage.button(
            "feature-remove-" + id,
            workspace.text("ui.features.remove"),
            VaadinIcon.CLOSE_CIRCLE_O,
            () -> page.remove(shown)));
    if (feature.state() != FeatureState.ACTIVE) {
      actions.add(
          FeaturesPage.button(
              "feature-purge-" + id,
              workspace.text("ui.features.purge"),
              VaadinIcon.TRASH,
              () -> page.purge(shown)));
    }
    heading.add(title, version, state, actions);
  }

  private DescriptionList facts(FeatureView feature) {
    DescriptionList facts = new DescriptionList();
    facts.addClassName("kt-facts");
    fact(
        facts,
        "ui.features.needs",
        feature.needs().isEmpty()
            ? workspace.text("ui.features.needs.none")
            : String.join(", ", feature.needs()));
    fact(facts, "ui.features.needed-by", String.join(", ", feature.neededBy()));
    fact(facts, "ui.features.contributes", contributions(feature.contributes()));
    if (feature.state() == FeatureState.ACTIVE && feature.health().isEmpty()) {
      fact(facts, "ui.features.health", workspace.text("ui.features.health.well"));
    }
    if (feature.waitingEvents() > 0) {
      fact(
          facts,
          "ui.features.waiting",
          workspace.text("ui.features.events", feature.waitingEvents()));
    }
    return facts;
  }

  private void fact(DescriptionList facts, String key, String value) {
    if (!value.isBlank()) {
      facts.add(
          new DescriptionList.Term(workspace.text(key)), new DescriptionList.Description(value));
    }
  }

  private String contributions(List<String> contributes) {
    Map<String, Long> kinds =
        contributes.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.contains(":") ? one.substring(0, one.indexOf(':')) : one,
                    TreeMap::new,
                    Collectors.counting()));
    return kinds.entrySet().stream()
        .map(kind -> workspace.text("ui.features.kind." + kind.getKey()) + times(kind.getValue()))
        .filter(text -> !text.startsWith("!"))
        .sorted(Collator.getInstance(workspace.formats().locale()))
        .collect(Collectors.joining(", "));
  }

  private static String times(long number) {
    return number == 1 ? "" : " × " + number;
  }

  private void subscriptions(String feature) {
    for (SubscriptionView subscription : journal.subscriptions()) {
      if (feature.equals(subscription.feature()) && subscription.parked() > 0) {
        details.add(parked(subscription));
      }
    }
  }

  private Details parked(SubscriptionView subscription) {
    Div events = new Div();
    events.addClassName("kt-card-list");
    for (ParkedEvent event : journal.parked(subscription.name())) {
      events.add(parked(event));
    }
    Details details =
        new Details(
            workspace.text("ui.features.parked", subscription.parked(), subscription.name()),
            events);
    details.setId("parked-" + subscription.name());
    return details;
  }

  private Div parked(ParkedEvent event) {
    Span type = new Span(event.type() + " · " + event.eventId());
    Span error = new Span(event.error());
    error.addClassName("kt-muted");
    Div line =
        new Div(
            type,
            new RelativeTime(event.occurredAt()),
            error,
            FeaturesPage.button(
                "parked-retry-" + event.eventId(),
                workspace.text("ui.features.retry"),
                VaadinIcon.REFRESH,
                () -> act(() -> journal.retry(event.subscription(), event.eventId()))),
            FeaturesPage.button(
                "parked-discard-" + event.eventId(),
                workspace.text("ui.features.discard"),
                VaadinIcon.TRASH,
                () -> act(() -> journal.discard(event.subscription(), event.eventId()))));
    line.addClassName("kt-line");
    return line;
  }

  private void act(Runnable act) {
    try {
      act.run();
    } catch (Problem problem) {
      workspace.problem(problem);
    }
    page.fill();
  }
}
