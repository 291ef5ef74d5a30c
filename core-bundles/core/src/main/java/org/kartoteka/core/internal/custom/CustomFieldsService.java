package org.kartoteka.core.internal.custom;

import static org.kartoteka.core.internal.data.CorePermissions.CUSTOM_FIELD_MANAGE;
import static org.kartoteka.core.internal.data.CorePermissions.PARTY_READ;

import java.util.List;
import java.util.Locale;
import org.kartoteka.core.api.custom.CustomFieldData;
import org.kartoteka.core.api.custom.CustomFieldId;
import org.kartoteka.core.api.custom.CustomFieldType;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.core.api.custom.CustomFields;
import org.kartoteka.core.api.custom.event.CustomFieldChanged;
import org.kartoteka.core.internal.data.BrokenConstraint;
import org.kartoteka.core.internal.data.CoreRecords;
import org.kartoteka.core.internal.data.Diary;
import org.kartoteka.core.internal.data.Phrases;
import org.kartoteka.core.internal.domain.CustomField;
import org.kartoteka.core.internal.domain.CustomFieldRules;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.history.FieldChanges;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The fields that administrators add to parties and persons. */
@Component
public final class CustomFieldsService implements CustomFields {

  private static final int MOST = 100;

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final CoreRecords entities;
  private final CustomFieldBook book;
  private final CustomFieldUse use;
  private final Diary diary;
  private final Messages messages;
  private final CustomFieldNews news;

  @Activate
  public CustomFieldsService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference CoreRecords entities,
      @Reference CustomFieldBook book,
      @Reference CustomFieldUse use,
      @Reference Diary diary,
      @Reference Messages messages,
      @Reference CustomFieldNews news) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.entities = entities;
    this.book = book;
    this.use = use;
    this.diary = diary;
    this.messages = messages;
    this.news = news;
  }

  @Override
  public List<CustomFieldView> all() {
    access.require(PARTY_READ);
    return book.all();
  }

  @Override
  public List<CustomFieldView> of(String recordType) {
    access.require(PARTY_READ);
    return book.of(recordType);
  }

  @Override
  public CustomFieldView get(CustomFieldId id) {
    access.require(PARTY_READ);
    return unitOfWork.call(
        () -> {
          CustomField field = entities.find(CustomField.class, id);
          if (field == null) {
            throw new NotFound(TYPE, id.value());
          }
          return field.toView();
        });
  }

  @Override
  public CustomFieldView define(CustomFieldData data) {
    access.require(CUSTOM_FIELD_MANAGE);
    return unitOfWork.call(
        () -> {
          CustomFieldData normal = CustomFieldRules.normal(data);
          long there =
              book.all().stream()
                  .filter(field -> field.recordType().equals(normal.recordType()))
                  .count();
          if (there >= MOST) {
            throw new Refused("problem.custom-field.too-many", MOST);
          }
          CustomField field = new CustomField(normal);
          entities.add(field);
          write(normal);
          CustomFieldView view = field.toView();
          diary.created(reference(view), between(null, view), event(view, true));
          tellAfterwards(view.recordType());
          return view;
        });
  }

  @Override
  public CustomFieldView change(CustomFieldId id, ExpectedRevision revision, CustomFieldData data) {
    access.require(CUSTOM_FIELD_MANAGE);
    return unitOfWork.call(
        () -> {
          CustomField field = held(id, revision);
          CustomFieldView before = field.toView();
          CustomFieldData normal = CustomFieldRules.normal(data);
          for (String lost : field.lostOptions(normal)) {
            if (use.of(before, lost)) {
              throw new InvalidInput(FieldError.of("options", "customOptionUsed", lost));
            }
          }
          field.change(normal);
          write(normal);
          CustomFieldView view = field.toView();
          diary.changed(reference(view), between(before, view), event(view, true));
          tellAfterwards(view.recordType());
          return view;
        });
  }

  @Override
  public void remove(CustomFieldId id, ExpectedRevision revision) {
    access.require(CUSTOM_FIELD_MANAGE);
    unitOfWork.run(
        () -> {
          CustomField field = held(id, revision);
          CustomFieldView view = field.toView();
          if (use.of(view)) {
            throw new Refused("problem.custom-field.in-use", view.name());
          }
          entities.remove(field);
          entities.write();
          diary.removed(reference(view), between(view, null), event(view, false));
          tellAfterwards(view.recordType());
        });
  }

  @Override
  public String text(CustomFieldView field, Object value, Locale locale) {
    if (value == null) {
      return "";
    }
    if (field.type() == CustomFieldType.CHOICE) {
      return field.optionLabel(value.toString(), locale);
    }
    if (field.type() == CustomFieldType.YES_NO && value instanceof Boolean yes) {
      return messages.text(locale, yes ? "custom.yes" : "custom.no");
    }
    return value.toString();
  }

  private CustomField held(CustomFieldId id, ExpectedRevision revision) {
    CustomField field = entities.require(CustomField.class, id, TYPE);
    revision.check(field.revision(), TYPE, id.value());
    return field;
  }

  private void write(CustomFieldData data) {
    try {
      entities.write();
    } catch (BrokenConstraint broken) {
      if (broken.is("custom_field_record_type_name_key")) {
        throw new InvalidInput(FieldError.of("name", "notUnique", data.name()));
      }
      throw broken;
    }
  }

  private void tellAfterwards(String recordType) {
    unitOfWork.afterCommit(() -> news.tell(recordType));
  }

  private static CustomFieldChanged event(CustomFieldView field, boolean present) {
    return new CustomFieldChanged(field.recordType(), field.name(), present);
  }

  private static List<FieldChange> between(CustomFieldView before, CustomFieldView after) {
    return new FieldChanges<>(before, after)
        .field("recordType", CustomFieldView::recordType)
        .field("name", CustomFieldView::name)
        .field("labels", field -> labels(field.labels()))
        .field("type", CustomFieldView::type)
        .field(
            "options",
            field ->
                Phrases.joined(
                    field.options(), one -> Phrases.phrase(" ", one.code(), labels(one.labels()))))
        .field("required", CustomFieldView::required)
        .field("position", CustomFieldView::position)
        .field("archived", CustomFieldView::archived)
        .list();
  }

  private static String labels(java.util.Map<String, String> labels) {
    return Phrases.joined(
        List.copyOf(labels.entrySet()), one -> one.getKey() + ": " + one.getValue());
  }

  private static RecordRef reference(CustomFieldView field) {
    return RecordRef.of(TYPE, field.id(), field.recordType() + "." + field.name());
  }
}
