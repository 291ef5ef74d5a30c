package org.kartoteka.platform.internal.privacy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.privacy.DataSubject;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.PersonalDataHolder;
import org.kartoteka.platform.api.privacy.PersonalDatum;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The events of the journal carry names. In those about the person's records, or records beside
 * them, the names and marks are replaced; an event stays, since features may still have to follow.
 */
@Component
public final class JournalPersonalData implements PersonalDataHolder {

  private final UnitOfWork unitOfWork;

  @Activate
  public JournalPersonalData(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public String feature() {
    return "platform";
  }

  @Override
  public List<PersonalDatum> describe(DataSubject subject) {
    return List.of();
  }

  @Override
  public List<ErasedData> erase(DataSubject subject) {
    String ids =
        Stream.concat(subject.records().stream(), subject.around().stream())
            .map(RecordRef::id)
            .distinct()
            .collect(Collectors.joining("|"));
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Long> events = naming(subject, ids);
    long erased = 0;
    for (String trace : events.isEmpty() ? List.<String>of() : subject.traces()) {
      erased +=
          Sql.of(
                  unitOfWork,
                  """
                  update platform.event
                     set payload = replace(payload::text, t.json, s.json)::jsonb
                    from (select substr(j, 2, length(j) - 2) as json
                            from (select to_json(?::text)::text as j) x) t,
                         (select substr(j, 2, length(j) - 2) as json
                            from (select to_json(?::text)::text as j) x) s
                   where id = any(?::bigint[]) and strpos(payload::text, t.json) > 0
                  """,
                  trace,
                  subject.substitute(),
                  events)
              .update();
    }
    return List.of(ErasedData.all("event", erased));
  }

  /**
   * The events that name the person and one of the records, found in one reading of the journal.
   */
  private List<Long> naming(DataSubject subject, String ids) {
    return Sql.of(
            unitOfWork,
            """
            select e.id from platform.event e
             where exists (select from unnest(?::text[]) t (x)
                            where strpos(e.payload::text,
                                         substr(to_json(x)::text, 2, length(to_json(x)::text) - 2))
                                  > 0)
               and e.payload::text ~ ?
            """,
            subject.traces(),
            "[:\\[,] ?\"?(" + ids + ")\"?[],}]")
        .list(row -> row.getLong(1));
  }
}
