package org.kartoteka.contracts.internal.domain;

import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.kartoteka.contracts.NumberSeriesData;
import org.kartoteka.contracts.NumberSeriesId;
import org.kartoteka.persistence.Kept;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.record.NumberPattern;

/** A number series. */
@Entity
@Table(name = "number_series", schema = "contracts")
public class Series extends Kept {

  @javax.persistence.Id
  @SequenceGenerator(
      name = "number_series",
      schema = "contracts",
      sequenceName = "number_series_seq",
      allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "number_series")
  private Long id;

  private String name;

  private String pattern;

  protected Series() {}

  /** A new series with data in their normal form. */
  public Series(NumberSeriesData data, Act act) {
    super(act);
    write(data);
  }

  /** Takes over data in their normal form. */
  public void change(NumberSeriesData data, Act act) {
    write(data);
    touched(act);
  }

  public NumberSeriesId id() {
    return new NumberSeriesId(id);
  }

  public NumberPattern pattern() {
    return new NumberPattern(pattern);
  }

  public NumberSeriesData data() {
    return new NumberSeriesData(name, pattern);
  }

  private void write(NumberSeriesData data) {
    name = data.name();
    pattern = data.pattern();
  }
}
