package org.kartoteka.sales.internal;

import java.time.LocalDate;
import java.util.List;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.sales.TaxRate;
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
  public void set(TaxRate given) {
    keeping.with(
        SalesPermissions.CATALOGUE,
        () -> {
          Findings findings = new Findings();
          TaxRate rate = CatalogueRules.normal(given, findings);
          findings.throwIfAny();
          TaxRate before = find(rate.code(), rate.validFrom());
          rows.set(rate);
          keeping.changed(reference(rate), before, rate);
          return null;
        });
  }

  @Override
  public void remove(String code, LocalDate validFrom) {
    keeping.with(
        SalesPermissions.CATALOGUE,
        () -> {
          TaxRate before = find(code, validFrom);
          if (!rows.removeTaxRate(code, validFrom)) {
            throw new NotFound(TYPE, code + " " + validFrom);
          }
          keeping.deleted(reference(before), before);
          return null;
        });
  }

  private TaxRate find(String code, LocalDate validFrom) {
    return rows.taxRates().stream()
        .filter(rate -> rate.code().equals(code) && rate.validFrom().equals(validFrom))
        .findFirst()
        .orElse(null);
  }

  private static RecordRef reference(TaxRate rate) {
    return new RecordRef(TYPE, rate.code(), rate.code() + " " + rate.validFrom());
  }
}
