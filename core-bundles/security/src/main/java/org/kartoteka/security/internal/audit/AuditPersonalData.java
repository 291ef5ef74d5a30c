package org.kartoteka.security.internal.audit;

import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kartoteka.platform.api.audit.AuditAct;
import org.kartoteka.platform.api.audit.AuditLog;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.privacy.DataSubject;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.PersonalDataHolder;
import org.kartoteka.platform.api.privacy.PersonalDatum;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes a person's data out of the audit log. Who did what, when, to which record and to which
 * fields stays; names and values go. The entries are sealed anew, and an entry {@code ERASED} names
 * them.
 */
@Component(
    reference =
        @Reference(
            name = "schema",
            service = DataSource.class,
            target = "(kartoteka.schema=security)"))
public final class AuditPersonalData implements PersonalDataHolder {

  private final UnitOfWork unitOfWork;
  private final AuditLog log;

  @Activate
  public AuditPersonalData(@Reference UnitOfWork unitOfWork, @Reference AuditLog log) {
    this.unitOfWork = unitOfWork;
    this.log = log;
  }

  @Override
  public String feature() {
    return "security";
  }

  @Override
  public List<PersonalDatum> describe(DataSubject subject) {
    return List.of();
  }

  @Override
  public List<ErasedData> erase(DataSubject subject) {
    Sql.of(unitOfWork, "set local kartoteka.erasing = 'audit_entry'").update();
    List<Long> erased = new java.util.ArrayList<>(wholly(subject.records()));
    erased.addAll(partly(subject));
    Sql.of(unitOfWork, "set local kartoteka.erasing = ''").update();
    if (!erased.isEmpty()) {
      Sql.of(
              unitOfWork,
              "insert into security.audit_unsealed select x from unnest(?::bigint[]) x",
              erased)
          .update();
    }
    RecordRef record = subject.records().get(0);
    log.record(
        AuditAct.ERASED,
        new RecordRef(record.type(), record.id(), subject.substitute()),
        List.of(
            new FieldChange(
                "entries",
                null,
                erased.stream().distinct().map(String::valueOf).collect(Collectors.joining(",")))));
    return List.of(ErasedData.all("history", erased.stream().distinct().count()));
  }

  /** Of the person's own records no value stays. */
  private List<Long> wholly(List<RecordRef> records) {
    return Sql.of(
            unitOfWork,
            """
            update security.audit_entry
               set label = '', salt = gen_random_uuid(), erased = true,
                   details = coalesce((select jsonb_agg(jsonb_build_object('field', d -> 'field',
                                                        'before', null, 'after', null) order by n)
                                         from jsonb_array_elements(details) with ordinality
                                              as e (d, n)), '[]')
             where (record_type, record_id) in (select * from unnest(?::text[], ?::text[]))
               and act <> 'ERASED'
            returning id
            """,
            records.stream().map(RecordRef::type).toList(),
            records.stream().map(RecordRef::id).toList())
        .list(row -> row.getLong(1));
  }

  /**
   * Of records beside them, values that name the person go; of any record those with its e-mail,
   * phone or identifier; of records that were deleted since, such as notes, those with its whole
   * name.
   */
  private List<Long> partly(DataSubject subject) {
    if (subject.traces().isEmpty()) {
      return List.of();
    }
    return Sql.of(
            unitOfWork,
            """
            with naming as materialized (
              select id from security.audit_entry e
               where exists (select from unnest(?::text[]) t (x)
                              where strpos(e.label, x) > 0 or strpos(e.details::text, x) > 0))
            update security.audit_entry
               set salt = gen_random_uuid(), erased = true,
                   label = case when exists (select from unnest(?::text[]) t (x)
                                              where strpos(label, x) > 0) then '' else label end,
                   details = coalesce((select jsonb_agg(case when exists (
                                                 select from unnest(?::text[]) t (x)
                                                  where strpos(d ->> 'before', x) > 0
                                                     or strpos(d ->> 'after', x) > 0)
                                               then jsonb_build_object('field', d -> 'field',
                                                        'before', null, 'after', null)
                                               else d end order by n)
                                         from jsonb_array_elements(details) with ordinality
                                              as e (d, n)), '[]')
             where id in (select id from naming)
               and ((record_type, record_id) in (select * from unnest(?::text[], ?::text[]))
                    or exists (select from unnest(?::text[]) t (x)
                                where strpos(label, x) > 0 or strpos(details::text, x) > 0)
                    or exists (select from unnest(?::text[]) t (x)
                                where strpos(label, x) > 0 or strpos(details::text, x) > 0)
                       and exists (select from security.audit_entry gone
                                    where gone.record_type = audit_entry.record_type
                                      and gone.record_id = audit_entry.record_id
                                      and gone.act = 'DELETED'))
               and act <> 'ERASED'
            returning id
            """,
            subject.traces(),
            subject.traces(),
            subject.traces(),
            subject.around().stream().map(RecordRef::type).toList(),
            subject.around().stream().map(RecordRef::id).toList(),
            subject.marks(),
            subject.certainTraces())
        .list(row -> row.getLong(1));
  }
}
