package org.kartoteka.ui.internal.feature;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kartoteka.platform.api.feature.FeatureCatalog;
import org.kartoteka.platform.api.feature.FeatureView;
import org.kartoteka.platform.api.feature.StartOutcome;
import org.kartoteka.platform.api.journal.Journal;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.AskDialog;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.internal.shell.Background;

/** All features with what can be done with them; follows every change as it happens. */
final class FeaturesPage extends Div {

  private final transient FeatureCatalog catalog;
  private final transient Journal journal;
  private final transient Background background;
  private final transient Workspace workspace;
  private final PageTitle title;
  private final ProgressBar progress = new ProgressBar();
  private final Div list = new Div();
  private final transient Map<String, FeaturePanel> panels = new HashMap<>();

  FeaturesPage(
      FeatureCatalog catalog,
      Journal journal,
      FeatureNews news,
      Background background,
      Workspace workspace) {
    this.catalog = catalog;
    this.journal = journal;
    this.background = background;
    this.workspace = workspace;
    addClassNames("kt-page", "kt-page-scroll");
    title = new PageTitle(workspace.text("ui.features.title"), upload());
    progress.setIndeterminate(true);
    progress.setVisible(false);
    progress.setId("features-progress");
    list.addClassName("kt-feature-list");
    Paragraph explanation = new Paragraph(workspace.text("ui.features.explanation"));
    explanation.addClassName("kt-muted");
    add(title, explanation, progress, list);
    news.followers().follow(this, id -> fill());
    fill();
  }

  private Upload upload() {
    Upload upload = new Upload();
    upload.setId("feature-upload");
    upload.setAcceptedFileTypes(".jar", "application/java-archive");
    upload.setMaxFiles(1);
    upload.setDropLabel(new com.vaadin.flow.component.html.Span(""));
    upload.addClassName("kt-upload-button");
    Button button = new Button(workspace.text("ui.features.install"), VaadinIcon.UPLOAD.create());
    button.setId("feature-install");
    upload.setUploadButton(button);
    upload.setUploadHandler(
        UploadHandler.inMemory(
            (metadata, bytes) -> {
              upload.clearFileList();
              act(
                  () -> catalog.install(metadata.fileName(), new ByteArrayInputStream(bytes)),
                  installed ->
                      workspace.done(
                          workspace.text(
                              "ui.features.installed", installed.title(), installed.version())));
            }));
    return upload;
  }

  /** Reads everything anew. */
  void fill() {
    List<FeatureView> features = catalog.features();
    title.count(workspace.formats().number(features.size()));
    List<Component> wanted =
        features.isEmpty() ? List.of(none()) : features.stream().map(this::panel).toList();
    if (!list.getChildren().toList().equals(wanted)) {
      list.removeAll();
      list.add(wanted);
    }
  }

  private Component panel(FeatureView feature) {
    FeaturePanel panel = panels.get(feature.id());
    if (panel == null) {
      panel = new FeaturePanel(feature, this, journal, workspace);
      panels.put(feature.id(), panel);
    } else {
      panel.show(feature);
    }
    return panel;
  }

  private Component none() {
    return new EmptyState(
        "vaadin:puzzle-piece",
        workspace.text("ui.features.none"),
        workspace.text("ui.features.none.why"));
  }

  void start(FeatureView feature) {
    act(() -> catalog.start(feature.id()), this::started);
  }

  private void started(StartOutcome outcome) {
    workspace.done(
        workspace.text(
            outcome.stillWaiting() > 0 ? "ui.features.started.waiting" : "ui.features.started",
            outcome.feature().title(),
            outcome.caughtUp(),
            outcome.stillWaiting()));
  }

  void stop(FeatureView feature) {
    new StopDialog(
            feature,
            catalog.impact(feature.id()),
            workspace,
            () ->
                act(
                    () -> catalog.stop(feature.id()),
                    stopped ->
                        workspace.done(
                            workspace.text("ui.features.stopped", stopped.title()),
                            () -> start(stopped))))
        .open();
  }

  void remove(FeatureView feature) {
    new AskDialog(
            "feature-remove-dialog",
            workspace.text("ui.features.remove.title", feature.title()),
            workspace.text("ui.features.remove.explanation"),
            workspace.text("ui.features.remove"),
            () ->
                act(
                    () -> {
                      catalog.remove(feature.id());
                      return feature;
                    },
                    removed ->
                        workspace.done(workspace.text("ui.features.removed", removed.title()))))
        .open();
  }

  void purge(FeatureView feature) {
    new AskDialog(
            "feature-purge-dialog",
            workspace.text("ui.features.purge.title", feature.title()),
            workspace.text("ui.features.purge.explanation"),
            workspace.text("ui.features.purge"),
            () ->
                act(
                    () -> catalog.purge(feature.id(), feature.id()),
                    file -> workspace.done(workspace.text("ui.features.purged", file))))
        .typed(feature.id())
        .open();
  }

  private <T> void act(Supplier<T> work, Consumer<T> then) {
    progress.setVisible(true);
    background.run(
        work,
        result -> {
          ended();
          then.accept(result);
        },
        this::ended);
  }

  private void ended() {
    progress.setVisible(false);
    fill();
  }

  /** A quiet button of a feature. */
  static Button button(String id, String text, VaadinIcon icon, Runnable act) {
    Button button = new Button(text, icon.create(), event -> act.run());
    button.setId(id);
    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    return button;
  }
}
