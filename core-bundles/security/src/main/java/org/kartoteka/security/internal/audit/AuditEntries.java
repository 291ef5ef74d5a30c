package org.kartoteka.security.internal.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kartoteka.platform.api.audit.AuditAct;
import org.kartoteka.platform.api.audit.AuditEntry;
import org.kartoteka.platform.api.audit.AuditQuery;
import org.kartoteka.platform.api.data.Cursor;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.history.HistorySpan;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.record.RecordRef;

/** The table of entries. Every method runs in the caller's unit of work. */
public final class AuditEntries {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final String COLUMNS =
      "select id, record_type, record_id, label, act, actor, at, correlation, details::text as"
          + " details, erased from security.audit_entry where true";

  private final UnitOfWork unitOfWork;

  public AuditEntries(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** Appends an entry for each record, in their order. */
  public void append(
      AuditAct act,
      Map<RecordRef, List<FieldChange>> records,
      String actor,
      Instant at,
      String correlation) {
    Sql.of(
            unitOfWork,
            """
            insert into security.audit_entry (record_type, record_id, label, act, actor, at,
                                              correlation, details)
            select c.type, c.id, c.label, ?, ?, ?, ?, c.details::jsonb
              from unnest(?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
                   as c (type, id, label, details, n)
             order by c.n
            """,
            act,
            actor,
            at,
            correlation,
            records.keySet().stream().map(RecordRef::type).toList(),
            records.keySet().stream().map(RecordRef::id).toList(),
            records.keySet().stream().map(RecordRef::label).toList(),
            records.values().stream().map(AuditEntries::json).toList())
        .update();
  }

  /** The changes of one record, the latest first. */
  public Page<AuditEntry> changesOf(String recordType, String recordId, PageRequest request) {
    return page(
        " and record_type = ? and record_id = ? and act in ('CREATED', 'CHANGED', 'DELETED')",
        new ArrayList<>(List.of(recordType, recordId)),
        request);
  }

  /** The changes of several records, the latest first. */
  public List<AuditEntry> changesOf(
      String recordType, Collection<String> recordIds, HistorySpan span) {
    StringBuilder where =
        new StringBuilder(
            " and record_type = ? and record_id = any(?)"
                + " and act in ('CREATED', 'CHANGED', 'DELETED') and (at, id) < (?, ?)");
    List<Object> arguments =
        new ArrayList<>(List.of(recordType, recordIds, span.before(), span.beforeId()));
    add(where, arguments, " and actor = ?", span.actor());
    arguments.add(span.limit());
    return Sql.of(
            unitOfWork, COLUMNS + where + " order by at desc, id desc limit ?", arguments.toArray())
        .list(AuditEntries::entry);
  }

  Page<AuditEntry> page(AuditQuery query, PageRequest request) {
    StringBuilder where = new StringBuilder();
    List<Object> arguments = new ArrayList<>();
    add(where, arguments, " and actor = ?", query.actor());
    add(where, arguments, " and act = ?", query.act());
    if (query.act() != null && !isChange(query.act())) {
      where.append(" and act not in ('CREATED', 'CHANGED', 'DELETED')");
    }
    add(where, arguments, " and record_type = ?", query.recordType());
    add(where, arguments, " and record_id = ?", query.recordId());
    add(
        where,
        arguments,
        " and label ilike ?",
        query.text() == null ? null : "%" + query.text().replaceAll("([%_\\\\])", "\\\\$1") + "%");
    add(where, arguments, " and at >= ?", query.from());
    add(where, arguments, " and at < ?", query.until());
    return page(where.toString(), arguments, request);
  }

  private static boolean isChange(AuditAct act) {
    return act == AuditAct.CREATED || act == AuditAct.CHANGED || act == AuditAct.DELETED;
  }

  private static void add(
      StringBuilder where, List<Object> arguments, String condition, Object value) {
    if (value != null) {
      where.append(condition);
      arguments.add(value);
    }
  }

  private Page<AuditEntry> page(String where, List<Object> arguments, PageRequest request) {
    arguments.add(request.after() == null ? Long.MAX_VALUE : position(request.after()));
    arguments.add(request.limit() + 1);
    List<AuditEntry> rows =
        Sql.of(
                unitOfWork,
                COLUMNS + where + " and id < ? order by id desc limit ?",
                arguments.toArray())
            .list(AuditEntries::entry);
    boolean more = rows.size() > request.limit();
    List<AuditEntry> items = more ? rows.subList(0, request.limit()) : rows;
    return new Page<>(items, more ? Cursor.of(List.of(items.get(items.size() - 1).id())) : null);
  }

  private static long position(String cursor) {
    try {
      return Long.parseLong(Cursor.values(cursor, 1).get(0));
    } catch (NumberFormatException e) {
      throw new InvalidInput(FieldError.of("after", "cursor"));
    }
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("id"),
        AuditAct.valueOf(row.getString("act")),
        new RecordRef(
            row.getString("record_type"), row.getString("record_id"), row.getString("label")),
        row.getString("actor"),
        Sql.instant(row, "at"),
        row.getString("correlation"),
        details(row.getString("details")),
        row.getBoolean("erased"));
  }

  private static String json(List<FieldChange> details) {
    try {
      return JSON.writeValueAsString(details);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<FieldChange> details(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<FieldChange>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
