package org.kartoteka.sales.internal;

import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserReferences;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who sold what was invoiced, or is to be, is named by it. */
@Component
public final class SellersOfDocuments implements UserReferences {

  private static final String NAMED =
      """
      select count(*) from (select ?::bigint as id) u
       where exists (select 1 from sales.document d where d.salesperson_id = u.id)
          or exists (select 1 from sales.agreement a where a.salesperson_id = u.id)
          or exists (select 1 from sales.agreement_event e where e.salesperson_id = u.id)
      """;

  private final UnitOfWork unitOfWork;

  @Activate
  public SellersOfDocuments(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public boolean anyTo(UserId user) {
    return Sql.of(unitOfWork, NAMED, user).number() > 0;
  }
}
