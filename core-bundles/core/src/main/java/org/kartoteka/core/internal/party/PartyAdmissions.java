package org.kartoteka.core.internal.party;

import java.util.List;
import org.kartoteka.core.api.admission.AdmissionState;
import org.kartoteka.core.api.admission.Admissions;
import org.kartoteka.core.api.admission.event.AdmissionAsked;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.internal.domain.Party;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.journal.Journal;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which parties wait for a decision on their admission, and what they may not become meanwhile. */
@Component(service = PartyAdmissions.class)
public class PartyAdmissions {

  private final UnitOfWork unitOfWork;
  private final Settings settings;
  private final Journal journal;

  @Activate
  public PartyAdmissions(
      @Reference UnitOfWork unitOfWork, @Reference Settings settings, @Reference Journal journal) {
    this.unitOfWork = unitOfWork;
    this.settings = settings;
    this.journal = journal;
  }

  /** How a party's latest review stands. */
  public record Standing(AdmissionState state, boolean again) {}

  /** Whether new parties need an admission. */
  public boolean required() {
    return settings.get(Admissions.SETTING).map("true"::equals).orElse(false);
  }

  /** New parties wait for a decision, if they need one. */
  void registered(List<Party> parties, Act act) {
    if (parties.isEmpty() || !required()) {
      return;
    }
    Sql.of(
            unitOfWork,
            """
            insert into core.admission (party_id, state, asked_at, asked_by)
            select id, 'PENDING', ?, ? from unnest(?::bigint[]) as id
            """,
            act.at(),
            act.by(),
            parties.stream().map(Party::id).toList())
        .update();
    journal.append(
        parties.stream()
            .map(party -> new AdmissionAsked(party.id(), party.name(), false))
            .toList());
  }

  /** Lets a party have only those statuses that its review permits. */
  void require(Party party, PartyStatus next) {
    Standing standing = of(party.id());
    if (standing == null || standing.state() == AdmissionState.ADMITTED) {
      return;
    }
    boolean refused = standing.state() == AdmissionState.REFUSED || standing.again();
    if (refused && next != PartyStatus.BARRED) {
      throw new Refused("problem.admission.refused", party.name());
    }
    if (required() && waits(next)) {
      throw new Refused("problem.admission.pending", party.name());
    }
  }

  /** Whether the status has to wait for the decision of a review. */
  static boolean waits(PartyStatus status) {
    return status == PartyStatus.ACTIVE || status == PartyStatus.PASSIVE;
  }

  /** How the latest review of a party stands; null when there was none. */
  public Standing of(PartyId party) {
    return Sql.of(
            unitOfWork,
            "select state, again from core.admission where party_id = ? order by id desc limit 1",
            party)
        .first(row -> new Standing(AdmissionState.valueOf(row.getString(1)), row.getBoolean(2)))
        .orElse(null);
  }
}
