package org.kartoteka.competitors.internal.party;

import java.time.Duration;
import org.kartoteka.competitors.Competitors;
import org.kartoteka.competitors.internal.Roster;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.job.JobRun;
import org.kartoteka.platform.api.job.ScheduledJob;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes in parties that were registered with the role, such as by an import of parties. */
@Component
public final class RoleCheck implements ScheduledJob {

  private static final PartyQuery WITH_ROLE = PartyQuery.where().role(Competitors.ROLE).query();

  private final PartyRegister parties;
  private final Roster roster;
  private final UnitOfWork unitOfWork;

  @Activate
  public RoleCheck(
      @Reference PartyRegister parties,
      @Reference Roster roster,
      @Reference UnitOfWork unitOfWork) {
    this.parties = parties;
    this.roster = roster;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public String name() {
    return "competitors.role-check";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(5);
  }

  @Override
  public void run(JobRun run) {
    PageRequest request = PageRequest.first(PageRequest.MAX_LIMIT);
    while (request != null && !run.cancelled()) {
      PageRequest next = request;
      Page<PartySummary> page = unitOfWork.call(() -> takeIn(next));
      request =
          page.next() == null
              ? null
              : new PageRequest(PageRequest.MAX_LIMIT, page.next(), request.sort());
    }
  }

  private Page<PartySummary> takeIn(PageRequest request) {
    Page<PartySummary> page = parties.page(WITH_ROLE, request);
    page.items().forEach(party -> roster.find(party.id()));
    return page;
  }
}
