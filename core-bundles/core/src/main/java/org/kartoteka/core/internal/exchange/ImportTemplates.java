package org.kartoteka.core.internal.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.exchange.ImportTemplate;
import org.kartoteka.platform.api.exchange.ImportTemplateId;
import org.kartoteka.platform.api.exchange.ImportTemplateView;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Templates of imports, as the database keeps them. */
@Component(service = ImportTemplates.class)
public class ImportTemplates {

  private static final int NAME = 100;
  private static final int MOST = 500;

  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Activate
  public ImportTemplates(@Reference UnitOfWork unitOfWork, @Reference Clock clock) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** The templates for a type, by name. */
  List<ImportTemplateView> of(String type) {
    return Sql.of(
            unitOfWork,
            "select * from core.import_template where type = ? order by lower(name) limit ?",
            type,
            MOST)
        .list(ImportTemplates::view);
  }

  /** The one that uses the most of these headings, and no other. */
  Optional<ImportTemplateView> fitting(String type, List<String> columns) {
    return of(type).stream()
        .filter(one -> !one.mapping().isEmpty() && columns.containsAll(one.mapping().keySet()))
        .max(
            Comparator.comparing((ImportTemplateView one) -> one.mapping().size())
                .thenComparing(ImportTemplateView::changedAt));
  }

  /** Keeps a template; one of the same name and type is replaced. */
  ImportTemplateView save(ImportTemplate template, String by) {
    Findings findings = new Findings();
    String name = findings.requiredLine("name", template.name(), NAME);
    findings.throwIfAny();
    return Sql.of(
            unitOfWork,
            """
            insert into core.import_template (type, name, mapping, options, changed_by, changed_at)
            values (?, ?, ?::jsonb, ?::jsonb, ?, ?)
            on conflict (type, lower(name)) do update
               set name = excluded.name, mapping = excluded.mapping, options = excluded.options,
                   changed_by = excluded.changed_by, changed_at = excluded.changed_at
            returning *
            """,
            template.type(),
            name,
            Json.write(template.mapping()),
            Json.write(template.options()),
            by,
            clock.instant())
        .first(ImportTemplates::view)
        .orElseThrow();
  }

  /** Removes a template. */
  void remove(ImportTemplateId id) {
    int gone = Sql.of(unitOfWork, "delete from core.import_template where id = ?", id).update();
    if (gone == 0) {
      throw new NotFound("import-template", id.value());
    }
  }

  private static ImportTemplateView view(ResultSet row) throws SQLException {
    return new ImportTemplateView(
        new ImportTemplateId(row.getLong("id")),
        row.getString("name"),
        row.getString("type"),
        Json.texts(row.getString("mapping")),
        Json.value(row.getString("options"), ImportOptions.class),
        row.getString("changed_by"),
        Sql.instant(row, "changed_at"));
  }
}
