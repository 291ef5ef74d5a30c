package org.kartoteka.sales.internal.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyScope;
import org.kartoteka.core.api.trade.ContractLine;
import org.kartoteka.core.api.trade.ContractTerms;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.sales.InvoiceTemplates;
import org.kartoteka.sales.ProductView;
import org.kartoteka.sales.TemplateData;
import org.kartoteka.sales.TemplateData.TemplateLine;
import org.kartoteka.sales.TemplateId;
import org.kartoteka.sales.TemplateParties;
import org.kartoteka.sales.TemplatePartyView;
import org.kartoteka.sales.TemplateView;
import org.kartoteka.sales.internal.data.CatalogueRows;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.sales.internal.data.TemplateRows;
import org.kartoteka.sales.internal.domain.Fact;
import org.kartoteka.sales.internal.domain.TemplateRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Templates of invoices: for each of their parties an agreement like that of a contract. */
@Component
public final class TemplateService implements InvoiceTemplates {

  private final RecordKeeping keeping;
  private final TemplateRows rows;
  private final CatalogueRows products;
  private final Agreements agreements;
  private final PartyScope scope;

  @Activate
  public TemplateService(
      @Reference RecordKeeping keeping,
      @Reference TemplateRows rows,
      @Reference CatalogueRows products,
      @Reference Agreements agreements,
      @Reference PartyScope scope) {
    this.keeping = keeping;
    this.rows = rows;
    this.products = products;
    this.agreements = agreements;
    this.scope = scope;
  }

  @Override
  public TemplateView add(TemplateData given) {
    return keeping.with(
        SalesPermissions.RUN,
        () -> {
          TemplateData data = checked(given, null);
          TemplateId id = rows.insert(data, keeping.act());
          keeping.created(RecordRef.of(TYPE, id, data.name()), data);
          if (data.parties() != null) {
            joined(id, data, rows.join(id, data.parties()), data.startsOn());
          }
          return view(id);
        });
  }

  @Override
  public TemplateView change(TemplateId id, ExpectedRevision revision, TemplateData given) {
    return keeping.with(
        SalesPermissions.RUN,
        () -> {
          rows.lock(id);
          TemplateView before = view(id);
          revision.check(before.revision(), TYPE, id.value());
          TemplateData data = checked(given, before);
          rows.update(id, data, keeping.act());
          keeping.changed(RecordRef.of(TYPE, id, data.name()), before.data(), withoutParties(data));
          LocalDate day = day(data.effectiveOn());
          Map<PartyId, List<String>> stay = agreements.ofTemplate(id);
          if (data.parties() != null) {
            Set<PartyId> leaving = new HashSet<>(rows.parties(id));
            data.parties().forEach(leaving::remove);
            leaving.retainAll(scope.covered(leaving, RecordAction.CHANGE));
            Map<PartyId, List<String>> left = new HashMap<>(stay);
            left.keySet().retainAll(leaving);
            stay.keySet().removeAll(leaving);
            rows.leave(id, leaving);
            left(data.name(), left, day);
          }
          agreements.heard(
              data.name(), byKey(stay), Fact.annexed(rows.nextEvent(), day, terms(data)));
          if (data.parties() != null) {
            joined(id, data, rows.join(id, data.parties()), day);
          }
          return view(id);
        });
  }

  @Override
  public TemplateView join(TemplateId id, TemplateParties given) {
    return withParties(
        id,
        given,
        (template, parties, day) -> {
          List<PartyId> fresh = rows.join(id, parties);
          joined(id, template.data(), fresh, day);
          return new Joined(fresh);
        });
  }

  @Override
  public TemplateView leave(TemplateId id, TemplateParties given) {
    return withParties(
        id,
        given,
        (template, parties, day) -> {
          Map<PartyId, List<String>> leaving = agreements.ofTemplate(id);
          leaving.keySet().retainAll(Set.copyOf(parties));
          rows.leave(id, leaving.keySet());
          left(template.name(), leaving, day);
          return new Left(List.copyOf(leaving.keySet()));
        });
  }

  /** Parties that joined a template, as its history tells. */
  public record Joined(List<PartyId> joined) {}

  /** Parties that left a template, as its history tells. */
  public record Left(List<PartyId> left) {}

  private interface Membership {
    Record change(TemplateView template, List<PartyId> parties, LocalDate day);
  }

  private TemplateView withParties(TemplateId id, TemplateParties given, Membership membership) {
    return keeping.with(
        SalesPermissions.RUN,
        () -> {
          rows.lock(id);
          TemplateView template = view(id);
          Findings findings = new Findings();
          List<PartyId> parties = TemplateRules.parties(given.parties(), findings);
          LocalDate day = day(findings.day("effectiveOn", given.effectiveOn()));
          findings.throwIfAny();
          requireReach(parties);
          Record done = membership.change(template, parties, day);
          rows.touch(id, keeping.act());
          keeping.changed(RecordRef.of(TYPE, id, template.name()), null, done);
          return view(id);
        });
  }

  @Override
  public Page<TemplatePartyView> parties(TemplateId id, PartyId party, PageRequest request) {
    return keeping.with(SalesPermissions.RUN, () -> rows.parties(view(id).id(), party, request));
  }

  @Override
  public TemplateView get(TemplateId id) {
    return keeping.with(SalesPermissions.RUN, () -> view(id));
  }

  @Override
  public List<TemplateView> all() {
    return keeping.with(SalesPermissions.RUN, rows::all);
  }

  private void joined(TemplateId id, TemplateData data, List<PartyId> parties, LocalDate day) {
    LocalDate from = day.isAfter(data.startsOn()) ? day : data.startsOn();
    Map<String, PartyId> keys = new HashMap<>();
    parties.forEach(party -> keys.put(id.value() + ":" + party.value(), party));
    agreements.heard(
        data.name(),
        keys,
        new Fact(rows.nextEvent(), Fact.Kind.SIGNED, from, data.endsOn(), terms(data)));
  }

  private void left(String name, Map<PartyId, List<String>> parties, LocalDate day) {
    agreements.heard(name, byKey(parties), Fact.terminated(rows.nextEvent(), day.minusDays(1)));
  }

  private static Map<String, PartyId> byKey(Map<PartyId, List<String>> keys) {
    Map<String, PartyId> parties = new HashMap<>();
    keys.forEach((party, those) -> those.forEach(key -> parties.put(key, party)));
    return parties;
  }

  private LocalDate day(LocalDate wanted) {
    return wanted == null ? keeping.act().today() : wanted;
  }

  private static TemplateData withoutParties(TemplateData data) {
    return new TemplateData(
        data.name(),
        data.currency(),
        data.startsOn(),
        data.endsOn(),
        data.billing(),
        data.lines(),
        null,
        data.effectiveOn());
  }

  private ContractTerms terms(TemplateData data) {
    Map<String, ProductView> known =
        products.ofCodes(data.lines().stream().map(TemplateLine::product).toList());
    List<ContractLine> lines = new ArrayList<>();
    for (TemplateLine line : data.lines()) {
      ProductView product = known.get(line.product());
      BigDecimal cost = product.currency().equals(data.currency()) ? product.cost() : null;
      lines.add(
          new ContractLine(
              product.code(),
              product.code(),
              Objects.requireNonNullElse(line.name(), product.name()),
              line.quantity(),
              product.unit(),
              Objects.requireNonNullElse(line.unitPrice(), product.price()),
              cost,
              product.taxCode(),
              data.billing(),
              data.startsOn(),
              null));
    }
    return new ContractTerms(
        "template", null, null, null, data.startsOn(), data.endsOn(), data.currency(), lines);
  }

  private TemplateData checked(TemplateData given, TemplateView before) {
    Findings findings = new Findings();
    TemplateData data = TemplateRules.normal(given, findings);
    if (before != null && !before.currency().equals(data.currency())) {
      findings.add("currency", "fixed");
    }
    if (data.name() != null && rows.isTaken(data.name(), before == null ? null : before.id())) {
      findings.add("name", "notUnique", data.name());
    }
    Map<String, ProductView> known =
        products.ofCodes(
            data.lines().stream().map(TemplateLine::product).filter(Objects::nonNull).toList());
    for (int at = 0; at < data.lines().size(); at++) {
      TemplateLine line = data.lines().get(at);
      if (line.product() != null) {
        check("lines[" + at + "].", line, known.get(line.product()), data, findings);
      }
    }
    findings.throwIfAny();
    if (data.parties() != null) {
      requireReach(data.parties());
    }
    return data;
  }

  /** All at once: who is out of reach does not exist. */
  private void requireReach(List<PartyId> parties) {
    Findings findings = new Findings();
    Set<PartyId> covered = scope.covered(parties, RecordAction.CHANGE);
    for (int at = 0; at < parties.size(); at++) {
      if (!covered.contains(parties.get(at))) {
        findings.add("parties[" + at + "]", "unknownParty", parties.get(at));
      }
    }
    findings.throwIfAny();
  }

  private static void check(
      String field, TemplateLine line, ProductView product, TemplateData data, Findings findings) {
    if (product == null) {
      findings.add(field + "product", "unknownProductCode", line.product());
    } else if (line.unitPrice() == null && !product.currency().equals(data.currency())) {
      findings.add(field + "unitPrice", "otherCurrency", product.currency().getCurrencyCode());
    }
  }

  private TemplateView view(TemplateId id) {
    return rows.find(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
  }
}
