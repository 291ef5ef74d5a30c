package org.kartoteka.sales.internal;

import java.util.List;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.sales.Turnover;
import org.kartoteka.sales.TurnoverQuery;
import org.kartoteka.sales.TurnoverRow;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.sales.internal.data.TurnoverRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was sold to whom, of what, and when. */
@Component
public final class TurnoverService implements Turnover {

  private final RecordKeeping keeping;
  private final TurnoverRows rows;

  @Activate
  public TurnoverService(@Reference RecordKeeping keeping, @Reference TurnoverRows rows) {
    this.keeping = keeping;
    this.rows = rows;
  }

  @Override
  public List<TurnoverRow> rows(TurnoverQuery query) {
    return keeping.with(SalesPermissions.READ, () -> rows.rows(query));
  }
}
