package org.kartoteka.sales.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.sales.TaxRate;
import org.kartoteka.sales.TaxRateQuery;
import org.kartoteka.sales.TaxRateView;
import org.kartoteka.sales.TaxRates;
import org.kartoteka.sales.internal.data.RateRows;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.sales.internal.domain.CatalogueRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rates of tax by date. */
@Component
public final class TaxRateService implements TaxRates {

  static final String TYPE = "sales.tax-rate";

  /** The code is part of the address at which the rate is removed. */
  private static final Pattern NOT_IN_ADDRESSES = Pattern.compile(".*[/\\\\%].*|\\.{1,2}");

  private final UnitOfWork unitOfWork;
  private final RecordKeeping keeping;
  private final RateRows rows;

  @Activate
  public TaxRateService(
      @Reference UnitOfWork unitOfWork,
      @Reference RecordKeeping keeping,
      @Reference RateRows rows) {
    this.unitOfWork = unitOfWork;
    this.keeping = keeping;
    this.rows = rows;
  }

  @Override
  public List<TaxRate> all() {
    return unitOfWork.read(rows::taxRates);
  }

  @Override
  public Page<TaxRateView> page(TaxRateQuery query, PageRequest request) {
    return unitOfWork.read(() -> rows.page(query, request));
  }

  @Override
  public long count(TaxRateQuery query, long atMost) {
    return unitOfWork.read(() -> rows.count(query, atMost));
  }

  @Override
  public void set(TaxRate given) {
    keeping.with(
        SalesPermissions.CATALOGUE,
        () -> {
          Findings findings = new Findings();
          TaxRate rate = CatalogueRules.normal(given, findings);
          findings.throwIfAny();
          Optional<TaxRate> before = rows.taxRate(rate.code(), rate.validFrom());
          if (before.isEmpty() && NOT_IN_ADDRESSES.matcher(rate.code()).matches()) {
            throw new InvalidInput(FieldError.of("code", "notInAddress"));
          }
          if (before.isEmpty() || before.get().percent().compareTo(rate.percent()) != 0) {
            before.ifPresent(this::requireUnused);
            rows.set(rate);
            keeping.changed(reference(rate), before.orElse(null), rate);
          }
          return null;
        });
  }

  @Override
  public void remove(String code, LocalDate validFrom) {
    keeping.with(
        SalesPermissions.CATALOGUE,
        () -> {
          TaxRate before =
              rows.taxRate(code, validFrom)
                  .orElseThrow(() -> new NotFound(TYPE, code + " " + validFrom));
          requireUnused(before);
          rows.removeTaxRate(code, validFrom);
          keeping.deleted(reference(before), before);
          return null;
        });
  }

  /** The books must show later what a tax was reckoned by. */
  private void requireUnused(TaxRate rate) {
    if (rows.isUsed(rate)) {
      throw new Refused("problem.sales.tax-rate-used", rate.code(), rate.validFrom().toString());
    }
  }

  private static RecordRef reference(TaxRate rate) {
    String name = rate.code() + " " + rate.validFrom();
    return new RecordRef(TYPE, name, name);
  }
}
