package org.kartoteka.ui.internal.exchange;

import java.util.List;
import org.kartoteka.platform.api.exchange.ImportId;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.ui.api.Section;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.WorkspaceView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Bringing records in from files, and one import: {@code import} and {@code import/12}. */
@Component
public class ImportsView implements WorkspaceView {

  private final ImportDesk desk;

  @Activate
  public ImportsView(@Reference ImportDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "import";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "ui.import.title";
  }

  @Override
  public Section section() {
    return Section.REGISTER;
  }

  @Override
  public String icon() {
    return "vaadin:download-alt";
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public String permission() {
    return "core.import";
  }

  @Override
  public com.vaadin.flow.component.Component open(Visit visit) {
    List<String> path = visit.path();
    if (path.isEmpty()) {
      return new ImportWizard(desk, visit);
    }
    return new ImportPage(desk, visit, desk.imports().find(id(path.get(0))));
  }

  private static ImportId id(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw new NotFound("import", text);
    }
    return new ImportId(Long.parseLong(text));
  }
}
