package org.kartoteka.contracts.internal;

import java.util.Comparator;
import java.util.List;
import org.kartoteka.contracts.NumberSeries;
import org.kartoteka.contracts.NumberSeriesData;
import org.kartoteka.contracts.NumberSeriesId;
import org.kartoteka.contracts.NumberSeriesView;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.contracts.internal.data.ContractRecords;
import org.kartoteka.contracts.internal.data.Numbers;
import org.kartoteka.contracts.internal.domain.ContractRules;
import org.kartoteka.contracts.internal.domain.Series;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The number series. */
@Component
public final class NumberSeriesService implements NumberSeries {

  private final RecordKeeping records;
  private final ContractRecords contracts;
  private final Numbers numbers;

  @Activate
  public NumberSeriesService(
      @Reference RecordKeeping records,
      @Reference ContractRecords contracts,
      @Reference Numbers numbers) {
    this.records = records;
    this.contracts = contracts;
    this.numbers = numbers;
  }

  @Override
  public List<NumberSeriesView> all() {
    return records.with(
        ContractPermissions.READ,
        () ->
            contracts.all(Series.class).stream()
                .map(this::view)
                .sorted(Comparator.comparing(NumberSeriesView::name))
                .toList());
  }

  @Override
  public NumberSeriesView get(NumberSeriesId id) {
    return all().stream()
        .filter(series -> series.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound(TYPE, id.value()));
  }

  @Override
  public NumberSeriesView add(NumberSeriesData given) {
    return records.with(
        ContractPermissions.DEFINE,
        () -> {
          NumberSeriesData data = normal(given);
          Series series = new Series(data, records.act());
          contracts.add(series);
          contracts.write();
          records.created(reference(series), data);
          return view(series);
        });
  }

  @Override
  public NumberSeriesView change(
      NumberSeriesId id, ExpectedRevision revision, NumberSeriesData given) {
    return records.with(
        ContractPermissions.DEFINE,
        () -> {
          Series series = contracts.require(Series.class, id, TYPE);
          revision.check(series.revision(), TYPE, id.value());
          NumberSeriesData before = series.data();
          NumberSeriesData data = normal(given);
          if (!before.equals(data)) {
            series.change(data, records.act());
            contracts.write();
            records.changed(reference(series), before, data);
          }
          return view(series);
        });
  }

  private static NumberSeriesData normal(NumberSeriesData given) {
    Findings findings = new Findings();
    NumberSeriesData data = ContractRules.normal(given, findings);
    findings.throwIfAny();
    return data;
  }

  private NumberSeriesView view(Series series) {
    NumberSeriesData data = series.data();
    return new NumberSeriesView(
        series.id(),
        series.revision(),
        data.name(),
        data.pattern(),
        numbers.next(series, records.act().today()));
  }

  private static RecordRef reference(Series series) {
    return RecordRef.of(TYPE, series.id(), series.data().name());
  }
}
