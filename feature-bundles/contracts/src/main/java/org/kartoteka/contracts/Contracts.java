package org.kartoteka.contracts;

import java.time.LocalDate;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Contracts (MON-1, MON-14, TON-15). A draft is signed; then it is changed by annexes, goes on by
 * renewal, and ends by termination or because its last day passes. Each of these is told to others
 * by a trade event in the same transaction. Reading needs {@code contracts.contract.read}, drafts
 * and scans {@code contracts.contract.change}, signing, annexes and renewals {@code
 * contracts.contract.sign}, the end and its withdrawal {@code contracts.contract.terminate}.
 * Contracts follow their party: of one out of reach there are none.
 */
@ProviderType
public interface Contracts {

  /** The type of contracts in references. */
  String TYPE = "contracts.contract";

  /** The name under which trade events know this feature. */
  String SOURCE = "contracts";

  /** Drafts a contract; it has its number at once. */
  ContractView draft(ContractData data);

  /** Changes a draft; of a signed contract only subject, responsible person and note. */
  ContractView change(ContractId id, ExpectedRevision revision, ContractData data);

  /** Removes a draft. */
  void discard(ContractId id, ExpectedRevision revision);

  /**
   * Registers that a draft was signed.
   *
   * @param signedOn the day, not in the future
   * @throws org.kartoteka.platform.api.problem.Refused when it is signed already, or the party's
   *     status forbids contracts
   * @throws org.kartoteka.platform.api.problem.InvalidInput when it lacks what its type demands
   */
  ContractView sign(ContractId id, ExpectedRevision revision, LocalDate signedOn);

  /**
   * Prolongs a contract in force.
   *
   * @param endsOn the new last day, behind the present one; null until further notice
   */
  ContractView renew(ContractId id, ExpectedRevision revision, LocalDate endsOn);

  /** Declares the end of a contract in force. */
  ContractView terminate(ContractId id, ExpectedRevision revision, TerminateContract order);

  /**
   * Withdraws a termination: the contract goes on with the last day, notice and renewal that were
   * agreed. Once its last day has passed this needs {@code contracts.contract.reopen} too.
   *
   * @param reason in words; required
   * @throws org.kartoteka.platform.api.problem.Refused when its end was not declared
   */
  ContractView withdrawTermination(ContractId id, ExpectedRevision revision, String reason);

  /**
   * The earliest last day when the end of a contract is declared on a day, as far as notice and
   * last day say.
   */
  LocalDate earliestEnd(ContractId id, LocalDate declaredOn);

  /**
   * One contract.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is none
   */
  ContractView get(ContractId id);

  /** What holds on a day. */
  TermsView terms(ContractId id, LocalDate day);

  /**
   * A page of contracts. Sorts: {@code number}, {@code partyName}, {@code signedOn}, {@code
   * startsOn}, {@code endsOn}, {@code monthlyAmount}, {@code changedAt} (default, the latest
   * first).
   */
  Page<ContractSummary> page(ContractQuery query, PageRequest request);

  /** How many match, counted up to the given number at most. */
  long count(ContractQuery query, long atMost);
}
