package org.kartoteka.core.internal.custom;

import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells whether records have values of custom fields. */
@Component(service = CustomFieldUse.class)
public class CustomFieldUse {

  private final UnitOfWork unitOfWork;

  @Activate
  public CustomFieldUse(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** Whether a record has a value of the field. */
  boolean of(CustomFieldView field) {
    return exists(field, CustomColumn.of(field).present());
  }

  /** Whether a record has this option of the field. */
  boolean of(CustomFieldView field, String option) {
    return exists(
        field,
        "custom <> '{}' and custom @> jsonb_build_object('" + field.name() + "', ?::text)",
        option);
  }

  private boolean exists(CustomFieldView field, String condition, Object... arguments) {
    return Sql.of(
                unitOfWork,
                "select case when exists (select 1 from core."
                    + field.recordType()
                    + " where "
                    + condition
                    + ") then 1 else 0 end",
                arguments)
            .number()
        > 0;
  }
}
