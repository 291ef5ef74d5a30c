package org.kartoteka.commissions.internal.calculation;

import java.util.List;
import java.util.Map;
import org.kartoteka.commissions.internal.domain.Annex;
import org.kartoteka.commissions.internal.domain.ContractFacts;
import org.kartoteka.commissions.internal.domain.DealLine;

/** What of a movement is kept as JSON. */
record MovementDetail(List<DealLine> lines, Map<String, ContractFacts> contracts, Annex annex) {

  static final MovementDetail NONE = new MovementDetail(null, null, null);
}
