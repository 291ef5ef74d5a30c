package org.kartoteka.contracts;

import java.util.List;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The annexes of contracts (MON-17, MON-18). An annex is recorded when it was signed; it changes
 * lines, amounts and terms from its day on. One may be effective before another that was signed
 * earlier: then the earlier one still changes what it changed, from its own day on. Needs {@code
 * contracts.contract.sign}, reading {@code contracts.contract.read}.
 */
@ProviderType
public interface Annexes {

  /** The type of annexes in references. */
  String TYPE = "contracts.annex";

  /** Records an annex to a signed contract. */
  AnnexView annex(ContractId contract, ExpectedRevision revision, AnnexData data);

  /** The annexes of a contract in the order in which they are effective. */
  List<AnnexView> of(ContractId contract);
}
