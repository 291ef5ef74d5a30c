package org.kartoteka.contracts.internal.data;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.persistence.EntityManagerFactory;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.internal.domain.Annex;
import org.kartoteka.contracts.internal.domain.Appendix;
import org.kartoteka.contracts.internal.domain.Contract;
import org.kartoteka.contracts.internal.domain.ContractType;
import org.kartoteka.contracts.internal.domain.TermsHistory;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyScope;
import org.kartoteka.persistence.Entities;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The contracts of the current unit of work, as far as the user's rights reach. */
@Component(service = ContractRecords.class)
public final class ContractRecords extends Entities {

  private final PartyScope scope;

  @Activate
  public ContractRecords(
      @Reference UnitOfWork unitOfWork,
      @Reference(target = "(osgi.unit.name=contracts)") EntityManagerFactory factory,
      @Reference PartyScope scope) {
    super(unitOfWork, factory);
    this.scope = scope;
  }

  /**
   * The contract.
   *
   * @throws NotFound when there is none, or its party is out of reach
   */
  public Contract readable(ContractId id) {
    Contract contract = find(Contract.class, id);
    if (contract == null || !scope.covers(contract.party(), RecordAction.READ)) {
      throw new NotFound(Contracts.TYPE, id.value());
    }
    return contract;
  }

  /**
   * The contract, held against other changes until the transaction ends.
   *
   * @throws NotFound when there is none, or its party is out of reach
   * @throws org.kartoteka.platform.api.problem.Forbidden when its party may not be changed
   */
  public Contract changeable(ContractId id) {
    readable(id);
    Contract contract = require(Contract.class, id, Contracts.TYPE);
    scope.require(contract.party(), RecordAction.CHANGE);
    return contract;
  }

  /** The contract, held, at the expected revision. */
  public Contract changeable(ContractId id, ExpectedRevision revision) {
    Contract contract = changeable(id);
    revision.check(contract.revision(), Contracts.TYPE, id.value());
    return contract;
  }

  /** Lets only those pass who may change the party. */
  public void requireChangeable(PartyId party) {
    scope.require(party, RecordAction.CHANGE);
  }

  /** These contracts, with their lines, in the same order; to be read only. */
  public List<Contract> all(List<ContractId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<ContractId, Contract> found =
        manager()
            .createQuery(
                "select distinct c from Contract c left join fetch c.lines where c.id in :ids",
                Contract.class)
            .setParameter("ids", ids.stream().map(ContractId::value).toList())
            .setHint("eclipselink.read-only", true)
            .getResultStream()
            .collect(Collectors.toMap(Contract::id, contract -> contract));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /** The type of a contract. */
  public ContractType typeOf(Contract contract) {
    return find(ContractType.class, contract.type());
  }

  /** Writes what was changed and watches it no longer: for work on many contracts at once. */
  public void release() {
    write();
    manager().clear();
  }

  /** The annexes of a contract in the order in which they were recorded. */
  public List<Annex> annexes(ContractId contract) {
    return of(Annex.class, contract, "place");
  }

  /** All records of a type of which there are few. */
  public <E> List<E> all(Class<E> type) {
    return manager()
        .createQuery("select e from " + type.getSimpleName() + " e", type)
        .getResultList();
  }

  /** The tariff appendices of a contract, the latest first. */
  public List<Appendix> appendices(ContractId contract) {
    return of(Appendix.class, contract, "validFrom desc, e.id desc");
  }

  /** What holds on each day between the parties of the contract. */
  public TermsHistory history(Contract contract) {
    return contract.history(annexes(contract.id()));
  }

  private <E> List<E> of(Class<E> type, ContractId contract, String order) {
    return manager()
        .createQuery(
            "select e from "
                + type.getSimpleName()
                + " e where e.contractId = :contract order by e."
                + order,
            type)
        .setParameter("contract", contract.value())
        .getResultList();
  }
}
