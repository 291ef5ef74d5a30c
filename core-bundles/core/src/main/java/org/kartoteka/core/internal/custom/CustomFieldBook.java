package org.kartoteka.core.internal.custom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.core.api.custom.CustomFieldId;
import org.kartoteka.core.api.custom.CustomFieldIndex;
import org.kartoteka.core.api.custom.CustomFieldOption;
import org.kartoteka.core.api.custom.CustomFieldType;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.core.internal.domain.CustomValues;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The definitions of custom fields in memory; another node's changes are seen after seconds. */
@Component(service = CustomFieldBook.class)
public class CustomFieldBook {

  private static final Duration BELIEVED = Duration.ofSeconds(5);

  private final UnitOfWork unitOfWork;
  private final Clock clock;
  private volatile Read read;

  @Activate
  public CustomFieldBook(@Reference UnitOfWork unitOfWork, @Reference Clock clock) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  private record Read(
      List<CustomFieldView> fields,
      Map<String, CustomValues> values,
      Map<String, List<CustomFieldView>> shown,
      Instant at) {}

  /** Every field in its order. */
  public List<CustomFieldView> all() {
    return fresh().fields();
  }

  /** The fields of a type of record that are not archived. */
  public List<CustomFieldView> of(String recordType) {
    return fresh().shown().getOrDefault(recordType, List.of());
  }

  /** The field of a type of record with the name, archived or not. */
  public Optional<CustomFieldView> named(String recordType, String name) {
    return all().stream()
        .filter(field -> field.recordType().equals(recordType) && field.name().equals(name))
        .findFirst();
  }

  /** What brings the values of a type of record into their form. */
  public CustomValues values(String recordType) {
    return fresh().values().get(recordType);
  }

  /** Definitions were changed: they are read anew. */
  void forget() {
    read = null;
  }

  private Read fresh() {
    Read now = read;
    Instant present = clock.instant();
    if (now == null || now.at().plus(BELIEVED).isBefore(present)) {
      List<CustomFieldView> fields = unitOfWork.call(this::load);
      now =
          new Read(
              fields,
              Map.of("party", values(fields, "party"), "person", values(fields, "person")),
              Map.of("party", shown(fields, "party"), "person", shown(fields, "person")),
              present);
      read = now;
    }
    return now;
  }

  private static CustomValues values(List<CustomFieldView> fields, String recordType) {
    return new CustomValues(
        fields.stream().filter(field -> field.recordType().equals(recordType)).toList());
  }

  private static List<CustomFieldView> shown(List<CustomFieldView> fields, String recordType) {
    return fields.stream()
        .filter(field -> field.recordType().equals(recordType) && !field.archived())
        .toList();
  }

  /** Every field as the database has it now. */
  List<CustomFieldView> load() {
    return Sql.of(
            unitOfWork,
            """
            select id, revision, record_type, name, labels, type, options, required, position,
                   archived, index_state
              from core.custom_field order by record_type, position, id
            """)
        .list(
            row ->
                new CustomFieldView(
                    new CustomFieldId(row.getLong("id")),
                    row.getLong("revision"),
                    row.getString("record_type"),
                    row.getString("name"),
                    Json.texts(row.getString("labels")),
                    CustomFieldType.valueOf(row.getString("type")),
                    Json.list(row.getString("options"), CustomFieldOption.class),
                    row.getBoolean("required"),
                    row.getInt("position"),
                    row.getBoolean("archived"),
                    CustomFieldIndex.valueOf(row.getString("index_state"))));
  }
}
