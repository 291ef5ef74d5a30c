package org.kartoteka.ui.internal.feature;

import org.kartoteka.platform.api.feature.FeatureCatalog;
import org.kartoteka.platform.api.journal.Journal;
import org.kartoteka.ui.api.Section;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.WorkspaceView;
import org.kartoteka.ui.internal.shell.Background;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The administration of features. */
@Component
public class FeaturesView implements WorkspaceView {

  private final FeatureCatalog catalog;
  private final Journal journal;
  private final FeatureNews news;
  private final Background background;

  @Activate
  public FeaturesView(
      @Reference FeatureCatalog catalog,
      @Reference Journal journal,
      @Reference FeatureNews news,
      @Reference Background background) {
    this.catalog = catalog;
    this.journal = journal;
    this.news = news;
    this.background = background;
  }

  @Override
  public String id() {
    return "features";
  }

  @Override
  public String feature() {
    return "ui";
  }

  @Override
  public String titleKey() {
    return "ui.features.title";
  }

  @Override
  public Section section() {
    return Section.ADMINISTRATION;
  }

  @Override
  public String icon() {
    return "vaadin:puzzle-piece";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String permission() {
    return "platform.feature.manage";
  }

  @Override
  public com.vaadin.flow.component.Component open(Visit visit) {
    return new FeaturesPage(catalog, journal, news, background, visit.workspace());
  }
}
