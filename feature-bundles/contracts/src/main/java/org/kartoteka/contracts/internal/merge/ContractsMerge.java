package org.kartoteka.contracts.internal.merge;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.contracts.internal.data.ContractRecords;
import org.kartoteka.contracts.internal.domain.Contract;
import org.kartoteka.core.api.merge.MergeMove;
import org.kartoteka.core.api.merge.MergeRemark;
import org.kartoteka.core.api.merge.MovedRecords;
import org.kartoteka.core.api.merge.PartyMergeParticipant;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Two parties became one: their contracts are the survivor's. */
@Component
public final class ContractsMerge implements PartyMergeParticipant {

  private final UnitOfWork unitOfWork;
  private final PartyRegister parties;
  private final ContractRecords contracts;

  @Activate
  public ContractsMerge(
      @Reference UnitOfWork unitOfWork,
      @Reference PartyRegister parties,
      @Reference ContractRecords contracts) {
    this.unitOfWork = unitOfWork;
    this.parties = parties;
    this.contracts = contracts;
  }

  @Override
  public String name() {
    return ContractPermissions.FEATURE;
  }

  @Override
  public List<MovedRecords> count(PartyId party) {
    return moved(of(party).size());
  }

  @Override
  public MergeMove merge(PartyId survivor, PartyId merged) {
    List<ContractId> moving = of(merged);
    if (moving.isEmpty()) {
      return MergeMove.nothing();
    }
    move(moving, survivor);
    String memo =
        moving.stream().map(id -> Long.toString(id.value())).collect(Collectors.joining(","));
    return new MergeMove(moved(moving.size()), memo);
  }

  @Override
  public List<MergeRemark> undo(PartyId survivor, PartyId merged, String memo) {
    if (!memo.isEmpty()) {
      List<ContractId> were =
          Stream.of(memo.split(",")).map(id -> new ContractId(Long.parseLong(id))).toList();
      List<ContractId> there = of(survivor);
      move(were.stream().filter(there::contains).toList(), merged);
    }
    return List.of();
  }

  private void move(List<ContractId> moving, PartyId to) {
    String name =
        parties.summaries(List.of(to)).stream()
            .map(PartySummary::name)
            .findFirst()
            .orElse("#" + to.value());
    for (ContractId id : moving) {
      contracts.require(Contract.class, id, Contracts.TYPE).belongsTo(to, name);
    }
    contracts.write();
  }

  private List<ContractId> of(PartyId party) {
    return Sql.of(
            unitOfWork, "select id from contracts.contract where party_id = ? order by id", party)
        .list(row -> new ContractId(row.getLong(1)));
  }

  private static List<MovedRecords> moved(int number) {
    return number == 0 ? List.of() : List.of(new MovedRecords(Contracts.TYPE, number));
  }
}
