package org.kartoteka.rest.internal.idempotency;

import java.util.List;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.privacy.DataSubject;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.PersonalDataHolder;
import org.kartoteka.platform.api.privacy.PersonalDatum;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers that are kept for a day in case a request comes again; those that name a person go. */
@Component
public final class RememberedPersonalData implements PersonalDataHolder {

  private final UnitOfWork unitOfWork;

  @Activate
  public RememberedPersonalData(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public String feature() {
    return "rest";
  }

  @Override
  public List<PersonalDatum> describe(DataSubject subject) {
    return List.of();
  }

  @Override
  public List<ErasedData> erase(DataSubject subject) {
    long erased =
        Sql.of(
                unitOfWork,
                "delete from rest.idempotent_requests where exists (select from unnest(?::text[]) t"
                    + " (x) where position(convert_to(x, 'UTF8') in coalesce(body, '')) > 0 or"
                    + " strpos(key, x) > 0)",
                subject.traces())
            .update();
    return List.of(ErasedData.all("answer", erased));
  }
}
