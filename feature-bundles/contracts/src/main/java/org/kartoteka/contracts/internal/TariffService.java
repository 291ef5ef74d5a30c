package org.kartoteka.contracts.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kartoteka.contracts.AppendixData;
import org.kartoteka.contracts.AppendixId;
import org.kartoteka.contracts.AppendixView;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.Order;
import org.kartoteka.contracts.OrderConformity;
import org.kartoteka.contracts.OrderLine;
import org.kartoteka.contracts.Tariffs;
import org.kartoteka.contracts.Verdict;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.contracts.internal.data.ContractRecords;
import org.kartoteka.contracts.internal.domain.Appendix;
import org.kartoteka.contracts.internal.domain.Conformity;
import org.kartoteka.contracts.internal.domain.Contract;
import org.kartoteka.contracts.internal.domain.ContractRules;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tariff appendices, and whether orders are as agreed. */
@Component
public final class TariffService implements Tariffs {

  private static final int MOST_LINES = 1_000;

  private final RecordKeeping records;
  private final ContractRecords contracts;

  @Activate
  public TariffService(@Reference RecordKeeping records, @Reference ContractRecords contracts) {
    this.records = records;
    this.contracts = contracts;
  }

  @Override
  public AppendixView add(ContractId id, AppendixData given) {
    return records.with(
        ContractPermissions.CHANGE,
        () -> {
          Contract contract = contracts.changeable(id);
          AppendixData data = normal(given);
          Appendix appendix = new Appendix(contract.id(), data, records.act());
          contracts.add(appendix);
          contracts.write();
          records.created(reference(appendix), AppendixFacts.of(data));
          return appendix.view();
        });
  }

  @Override
  public AppendixView change(AppendixId id, ExpectedRevision revision, AppendixData given) {
    return records.with(
        ContractPermissions.CHANGE,
        () -> {
          Appendix appendix = changeable(id, revision);
          AppendixData before = appendix.data();
          AppendixData data = normal(given);
          if (!before.equals(data)) {
            appendix.change(data, records.act());
            contracts.write();
            records.changed(reference(appendix), AppendixFacts.of(before), AppendixFacts.of(data));
          }
          return appendix.view();
        });
  }

  @Override
  public void remove(AppendixId id, ExpectedRevision revision) {
    records.with(
        ContractPermissions.CHANGE,
        () -> {
          Appendix appendix = changeable(id, revision);
          contracts.remove(appendix);
          contracts.write();
          records.deleted(reference(appendix), AppendixFacts.of(appendix.data()));
          return null;
        });
  }

  @Override
  public AppendixView get(AppendixId id) {
    return records.with(
        ContractPermissions.READ,
        () -> {
          Appendix appendix = contracts.find(Appendix.class, id);
          if (appendix == null) {
            throw new NotFound(TYPE, id.value());
          }
          contracts.readable(appendix.contract());
          return appendix.view();
        });
  }

  @Override
  public List<AppendixView> of(ContractId contract) {
    return records.with(
        ContractPermissions.READ,
        () ->
            contracts.appendices(contracts.readable(contract).id()).stream()
                .map(Appendix::view)
                .toList());
  }

  @Override
  public OrderConformity check(ContractId id, Order order) {
    return records.with(
        ContractPermissions.READ,
        () -> {
          Contract contract = contracts.readable(id);
          LocalDate day = Objects.requireNonNullElse(order.orderedOn(), records.act().today());
          check(order, day);
          Conformity conformity =
              new Conformity(
                  contracts.appendices(id).stream().map(Appendix::tariff).toList(),
                  contracts.history(contract).on(day).terms(),
                  day);
          boolean inForce = contract.holdsOn(day);
          boolean currency =
              order.currency() == null || order.currency().equalsIgnoreCase(contract.currency());
          List<OrderConformity.LineConformity> lines = new ArrayList<>();
          for (OrderLine line : order.lines()) {
            lines.add(conformity.of(lines.size() + 1, line));
          }
          boolean conforms =
              inForce
                  && currency
                  && lines.stream().allMatch(line -> line.verdict() == Verdict.CONFORMS);
          return new OrderConformity(day, inForce, currency, conforms, lines);
        });
  }

  private static void check(Order order, LocalDate day) {
    Findings findings = new Findings();
    findings.day("orderedOn", day);
    findings.atMost("lines", order.lines(), MOST_LINES);
    if (order.lines().isEmpty()) {
      findings.add("lines", "required");
    }
    for (int i = 0; i < order.lines().size(); i++) {
      OrderLine line = order.lines().get(i);
      String at = "lines[" + i + "].";
      findings.requiredLine(at + "product", line.product(), 100);
      findings.amount(at + "quantity", findings.required(at + "quantity", line.quantity()));
      findings.amount(at + "unitPrice", findings.required(at + "unitPrice", line.unitPrice()));
    }
    findings.throwIfAny();
  }

  private static AppendixData normal(AppendixData given) {
    Findings findings = new Findings();
    AppendixData data = ContractRules.normal(given, findings);
    findings.throwIfAny();
    return data;
  }

  private Appendix changeable(AppendixId id, ExpectedRevision revision) {
    Appendix appendix = contracts.require(Appendix.class, id, TYPE);
    contracts.changeable(appendix.contract());
    revision.check(appendix.revision(), TYPE, id.value());
    return appendix;
  }

  private static RecordRef reference(Appendix appendix) {
    return RecordRef.of(TYPE, appendix.id(), appendix.name());
  }
}
