package org.kartoteka.competitors.internal.data;

import javax.persistence.EntityManagerFactory;
import org.kartoteka.persistence.Entities;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The records of this feature. */
@Component(service = CompetitorRecords.class)
public final class CompetitorRecords extends Entities {

  @Activate
  public CompetitorRecords(
      @Reference UnitOfWork unitOfWork,
      @Reference(target = "(osgi.unit.name=competitors)") EntityManagerFactory factory) {
    super(unitOfWork, factory);
  }
}
