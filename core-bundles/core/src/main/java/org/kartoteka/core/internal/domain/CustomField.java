package org.kartoteka.core.internal.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;
import org.kartoteka.core.api.custom.CustomFieldData;
import org.kartoteka.core.api.custom.CustomFieldId;
import org.kartoteka.core.api.custom.CustomFieldIndex;
import org.kartoteka.core.api.custom.CustomFieldOption;
import org.kartoteka.core.api.custom.CustomFieldType;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** A field that an administrator added to a type of record. */
@Entity
@Table(name = "custom_field", schema = "core")
public class CustomField {

  @Id
  @SequenceGenerator(
      name = "custom_field",
      schema = "core",
      sequenceName = "custom_field_seq",
      allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "custom_field")
  private Long id;

  @Version private long revision;

  @Column(name = "record_type")
  private String recordType;

  private String name;

  @Convert(converter = JsonText.class)
  private String labels;

  @Enumerated(EnumType.STRING)
  private CustomFieldType type;

  @Convert(converter = JsonText.class)
  private String options;

  private boolean required;

  private int position;

  private boolean archived;

  /** Written by whoever builds the index. */
  @Enumerated(EnumType.STRING)
  @Column(name = "index_state", insertable = false, updatable = false)
  private CustomFieldIndex index = CustomFieldIndex.WAITING;

  protected CustomField() {}

  /**
   * A new field.
   *
   * @param data in their normal form
   */
  public CustomField(CustomFieldData data) {
    recordType = data.recordType();
    name = data.name();
    type = data.type();
    write(data);
  }

  /**
   * Takes over new data.
   *
   * @param data in their normal form
   */
  public void change(CustomFieldData data) {
    List<FieldError> fixed = new ArrayList<>();
    if (!data.recordType().equals(recordType)) {
      fixed.add(FieldError.of("recordType", "fixed"));
    }
    if (!data.name().equals(name)) {
      fixed.add(FieldError.of("name", "fixed"));
    }
    if (data.type() != type) {
      fixed.add(FieldError.of("type", "fixed"));
    }
    InvalidInput.throwIfAny(fixed);
    write(data);
  }

  /** The codes of options that new data would take away. */
  public Set<String> lostOptions(CustomFieldData data) {
    Set<String> lost = new HashSet<>();
    Json.list(options, CustomFieldOption.class).forEach(option -> lost.add(option.code()));
    data.options().forEach(option -> lost.remove(option.code()));
    return lost;
  }

  /** The field as others see it. */
  public CustomFieldView toView() {
    return new CustomFieldView(
        id(),
        revision,
        recordType,
        name,
        Json.texts(labels),
        type,
        Json.list(options, CustomFieldOption.class),
        required,
        position,
        archived,
        index);
  }

  public CustomFieldId id() {
    return new CustomFieldId(id);
  }

  public long revision() {
    return revision;
  }

  private void write(CustomFieldData data) {
    labels = Json.write(data.labels());
    options = Json.write(data.options());
    required = data.required();
    position = data.position();
    archived = data.archived();
  }
}
