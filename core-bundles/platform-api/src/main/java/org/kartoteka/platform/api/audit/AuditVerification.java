package org.kartoteka.platform.api.audit;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a verification of the audit log found.
 *
 * @param entries how many entries were verified
 * @param seals how many seals
 * @param lastSeal the last seal in hexadecimal digits; written down elsewhere it proves later that
 *     everything up to it is as it was; null without any
 * @param sealedAt when the last seal was made
 * @param findings what is not as it was written, the first of them; empty when all is well
 */
@ProviderType
public record AuditVerification(
    long entries, long seals, String lastSeal, Instant sealedAt, List<AuditFinding> findings) {

  public AuditVerification {
    findings = List.copyOf(findings);
  }

  /** Whether every entry is as it was written. */
  public boolean intact() {
    return findings.isEmpty();
  }
}
