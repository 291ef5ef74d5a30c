package org.kartoteka.core.api.admission;

import java.util.List;
import java.util.Optional;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The review of new parties (ALF-10). While {@link #SETTING} is {@code true}, every new party waits
 * for a decision; until then it stays potential: it may be contacted and offered to. A refused
 * party is barred and stays so until a new review admits it. Reading needs {@code core.party.read},
 * asking {@code core.party.status}, deciding {@code core.admission.decide}.
 */
@ProviderType
public interface Admissions {

  /** The setting whether new parties need an admission; off when it is not set. */
  String SETTING = "core.admission.required";

  /** Whether new parties need an admission. */
  boolean required();

  /**
   * A page of reviews, pending ones the oldest first, decided ones the latest first.
   *
   * @param state null for pending ones
   */
  Page<AdmissionView> page(AdmissionState state, PageRequest request);

  /** How many parties wait for a decision, counted up to the given number at most. */
  long pending(long atMost);

  /** The latest review of a party; empty when there was none. */
  Optional<AdmissionView> of(PartyId party);

  /** One review. */
  AdmissionView get(AdmissionId id);

  /** What whoever decides should know of a party. */
  List<AdmissionFact> facts(PartyId party);

  /** Decides on the pending review of a party; a refusal bars it. */
  AdmissionView decide(PartyId party, AdmissionDecision decision);

  /**
   * Asks for a review of a party that has none pending; a refused one stays barred meanwhile.
   *
   * @param question why; may be null
   */
  AdmissionView ask(PartyId party, String question);
}
