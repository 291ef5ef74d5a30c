package org.kartoteka.sales.internal.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyScope;
import org.kartoteka.core.api.trade.ContractLine;
import org.kartoteka.core.api.trade.ContractTerms;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.sales.InvoiceTemplates;
import org.kartoteka.sales.ProductView;
import org.kartoteka.sales.TemplateData;
import org.kartoteka.sales.TemplateData.TemplateLine;
import org.kartoteka.sales.TemplateId;
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
          ContractTerms terms = terms(data);
          data.parties().forEach(party -> joins(id, data, party, data.startsOn(), terms));
          keeping.created(RecordRef.of(TYPE, id, data.name()), data);
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
          LocalDate day = data.effectiveOn() == null ? keeping.act().today() : data.effectiveOn();
          Map<PartyId, List<String>> left = agreements.ofTemplate(id);
          left.keySet().retainAll(before.parties());
          ContractTerms terms = terms(data);
          for (PartyId party : data.parties()) {
            List<String> keys = left.remove(party);
            if (keys == null) {
              joins(id, data, party, day, terms);
            } else {
              Fact annexed = Fact.annexed(rows.nextEvent(), day, terms);
              keys.forEach(key -> heard(key, data, party, annexed));
            }
          }
          left.forEach(
              (party, keys) -> {
                Fact ended = Fact.terminated(rows.nextEvent(), day.minusDays(1));
                keys.forEach(key -> heard(key, data, party, ended));
              });
          keeping.changed(RecordRef.of(TYPE, id, data.name()), before.data(), data);
          return view(id);
        });
  }

  @Override
  public TemplateView get(TemplateId id) {
    return keeping.with(SalesPermissions.RUN, () -> view(id));
  }

  @Override
  public List<TemplateView> all() {
    return keeping.with(SalesPermissions.RUN, rows::all);
  }

  private void joins(
      TemplateId id, TemplateData data, PartyId party, LocalDate day, ContractTerms terms) {
    LocalDate from = day.isAfter(data.startsOn()) ? day : data.startsOn();
    Fact signed = new Fact(rows.nextEvent(), Fact.Kind.SIGNED, from, data.endsOn(), terms);
    heard(id.value() + ":" + party.value(), data, party, signed);
  }

  private void heard(String key, TemplateData data, PartyId party, Fact fact) {
    agreements.heard(new DocumentRef(TYPE, key, data.name()), party, fact);
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
    Set<PartyId> covered = scope.covered(data.parties(), RecordAction.CHANGE);
    for (int at = 0; at < data.parties().size(); at++) {
      if (!covered.contains(data.parties().get(at))) {
        findings.add("parties[" + at + "]", "unknownParty", data.parties().get(at).value());
      }
    }
    findings.throwIfAny();
    return data;
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
