package org.kartoteka.security.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.kartoteka.platform.api.data.Cursor;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.MDC;

/** The change history: one row an act, only ever appended. */
@Component(
    reference =
        @Reference(
            name = "schema",
            service = DataSource.class,
            target = "(kartoteka.schema=security)"))
public final class ChangeHistoryService implements ChangeHistory {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final UnitOfWork unitOfWork;
  private final CurrentUser currentUser;
  private final Clock clock;

  @Activate
  public ChangeHistoryService(
      @Reference UnitOfWork unitOfWork,
      @Reference CurrentUser currentUser,
      @Reference Clock clock) {
    this.unitOfWork = unitOfWork;
    this.currentUser = currentUser;
    this.clock = clock;
  }

  @Override
  public void record(ChangeView.Kind kind, RecordRef record, List<FieldChange> changes) {
    if (kind == ChangeView.Kind.CHANGED && changes.isEmpty()) {
      return;
    }
    write(kind, Map.of(record, changes));
  }

  @Override
  public void record(ChangeView.Kind kind, Map<RecordRef, List<FieldChange>> changes) {
    Map<RecordRef, List<FieldChange>> real = new LinkedHashMap<>(changes);
    real.values().removeIf(fields -> kind == ChangeView.Kind.CHANGED && fields.isEmpty());
    if (!real.isEmpty()) {
      write(kind, real);
    }
  }

  private void write(ChangeView.Kind kind, Map<RecordRef, List<FieldChange>> changes) {
    unitOfWork.run(
        () ->
            Sql.of(
                    unitOfWork,
                    """
                    insert into security.change (record_type, record_id, label, kind, actor, at,
                                                 correlation, changes)
                    select c.type, c.id, c.label, ?, ?, ?, ?, c.fields::jsonb
                      from unnest(?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
                           as c (type, id, label, fields, n)
                     order by c.n
                    """,
                    kind,
                    currentUser.user().orElse(User.SYSTEM).name(),
                    clock.instant(),
                    MDC.get("correlation"),
                    changes.keySet().stream().map(RecordRef::type).toList(),
                    changes.keySet().stream().map(RecordRef::id).toList(),
                    changes.keySet().stream().map(RecordRef::label).toList(),
                    changes.values().stream().map(ChangeHistoryService::json).toList())
                .update());
  }

  @Override
  public Page<ChangeView> of(String recordType, String recordId, PageRequest request) {
    long before = request.after() == null ? Long.MAX_VALUE : position(request.after());
    List<ChangeView> rows =
        unitOfWork.read(
            () ->
                Sql.of(
                        unitOfWork,
                        "select id, record_type, record_id, label, kind, actor, at, correlation,"
                            + " changes::text from security.change where record_type = ? and record_id"
                            + " = ? and id < ? order by id desc limit ?",
                        recordType,
                        recordId,
                        before,
                        request.limit() + 1)
                    .list(ChangeHistoryService::view));
    boolean more = rows.size() > request.limit();
    List<ChangeView> items = more ? rows.subList(0, request.limit()) : rows;
    return new Page<>(items, more ? Cursor.of(List.of(items.get(items.size() - 1).id())) : null);
  }

  private static long position(String cursor) {
    try {
      return Long.parseLong(Cursor.values(cursor, 1).get(0));
    } catch (NumberFormatException e) {
      throw new InvalidInput(FieldError.of("after", "cursor"));
    }
  }

  private static ChangeView view(ResultSet row) throws SQLException {
    return new ChangeView(
        row.getLong("id"),
        new RecordRef(
            row.getString("record_type"), row.getString("record_id"), row.getString("label")),
        ChangeView.Kind.valueOf(row.getString("kind")),
        row.getString("actor"),
        Sql.instant(row, "at"),
        row.getString("correlation"),
        changes(row.getString("changes")));
  }

  private static String json(List<FieldChange> changes) {
    try {
      return JSON.writeValueAsString(changes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<FieldChange> changes(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<FieldChange>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
