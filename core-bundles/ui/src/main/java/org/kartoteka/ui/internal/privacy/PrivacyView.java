package org.kartoteka.ui.internal.privacy;

import org.kartoteka.core.api.privacy.Consents;
import org.kartoteka.core.api.retention.RetentionReviews;
import org.kartoteka.core.api.retention.RetentionRules;
import org.kartoteka.ui.api.Section;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.WorkspaceView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How long data are kept and what for: {@code personal-data} and below it. */
@Component
public class PrivacyView implements WorkspaceView {

  private final RetentionReviews reviews;
  private final RetentionRules rules;
  private final Consents consents;

  @Activate
  public PrivacyView(
      @Reference RetentionReviews reviews,
      @Reference RetentionRules rules,
      @Reference Consents consents) {
    this.reviews = reviews;
    this.rules = rules;
    this.consents = consents;
  }

  @Override
  public String id() {
    return "personal-data";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "ui.retention.title";
  }

  @Override
  public Section section() {
    return Section.ADMINISTRATION;
  }

  @Override
  public String icon() {
    return "vaadin:hourglass-end";
  }

  @Override
  public int order() {
    return 35;
  }

  @Override
  public String permission() {
    return PersonalDataDesk.PERMISSION;
  }

  @Override
  public com.vaadin.flow.component.Component open(Visit visit) {
    return switch (visit.path().isEmpty() ? "" : visit.path().get(0)) {
      case "rules" -> new RetentionRulesPage(rules, visit);
      case "purposes" -> new PurposesPage(consents, visit);
      default -> new RetentionReviewsPage(reviews, rules, visit);
    };
  }
}
