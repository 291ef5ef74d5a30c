package org.kartoteka.commissions.internal;

import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserReferences;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who earns, or is to earn, is named by plans, splits and deals. */
@Component
public final class EarnersOfCommissions implements UserReferences {

  private static final String NAMED =
      """
      select count(*) from (select ?::bigint as id) u
       where exists (select 1 from commissions.beneficiary b where b.person_id = u.id)
          or exists (select 1 from commissions.deal d where d.salesperson_id = u.id)
          or exists (select 1 from commissions.assignment a
                      where a.assignee = 'PERSON' and a.subject = u.id::text)
          or exists (select 1 from commissions.split s
                      where s.rest_to = u.id
                         or s.shares @> jsonb_build_array(jsonb_build_object('person', u.id)))
      """;

  private final UnitOfWork unitOfWork;

  @Activate
  public EarnersOfCommissions(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public boolean anyTo(UserId user) {
    return Sql.of(unitOfWork, NAMED, user).number() > 0;
  }
}
