package org.kartoteka.contracts.internal;

import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserReferences;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who sold a contract or looks after it is named by it. */
@Component
public final class PeopleOfContracts implements UserReferences {

  private static final String NAMED =
      """
      select count(*) from (select ?::bigint as id) u
       where exists (select 1 from contracts.contract c
                      where u.id in (c.salesperson_id, c.responsible_id))
          or exists (select 1 from contracts.annex a where a.salesperson_id = u.id)
      """;

  private final UnitOfWork unitOfWork;

  @Activate
  public PeopleOfContracts(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public boolean anyTo(UserId user) {
    return Sql.of(unitOfWork, NAMED, user).number() > 0;
  }
}
