package org.kartoteka.core.internal.party;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kartoteka.core.api.party.Dealing;
import org.kartoteka.core.api.party.PartyGate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the party's present status. */
@Component
public final class PartyGateService implements PartyGate {

  private final UnitOfWork unitOfWork;
  private final PartyLists lists;

  @Activate
  public PartyGateService(@Reference UnitOfWork unitOfWork, @Reference PartyLists lists) {
    this.unitOfWork = unitOfWork;
    this.lists = lists;
  }

  @Override
  public boolean permits(PartyId party, Dealing dealing) {
    return standing(party, false).map(found -> found.status().permits(dealing)).orElse(false);
  }

  @Override
  public Set<PartyId> permitted(Collection<PartyId> parties, Dealing dealing) {
    List<PartyStatus> statuses =
        Arrays.stream(PartyStatus.values()).filter(status -> status.permits(dealing)).toList();
    return unitOfWork.call(
        () ->
            Set.copyOf(
                Sql.of(
                        unitOfWork,
                        "select id from core.party where id = any(?) and status = any(?)"
                            + " and merged_into is null",
                        parties,
                        statuses)
                    .list(row -> new PartyId(row.getLong(1)))));
  }

  @Override
  public void require(PartyId party, Dealing dealing) {
    PartyLists.Standing found =
        standing(party, true).orElseThrow(() -> new NotFound(PartyRegister.TYPE, party.value()));
    if (!found.status().permits(dealing)) {
      throw new Refused(
          found.status() == PartyStatus.BARRED
              ? "problem.party.barred"
              : "problem.party.not-permitted." + found.status(),
          found.name(),
          found.status().name(),
          dealing.name());
    }
  }

  private Optional<PartyLists.Standing> standing(PartyId party, boolean held) {
    return unitOfWork.call(() -> Optional.ofNullable(lists.standing(party, held)));
  }
}
