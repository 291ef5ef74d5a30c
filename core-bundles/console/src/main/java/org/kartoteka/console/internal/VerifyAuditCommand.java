package org.kartoteka.console.internal;

import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.kartoteka.platform.api.audit.AuditFinding;
import org.kartoteka.platform.api.audit.AuditLog;
import org.kartoteka.platform.api.audit.AuditVerification;

/** Verifies the audit log. */
@Service
@Command(
    scope = "crm",
    name = "audit-verify",
    description = "Verifies that no entry of the audit log was changed, removed or slipped in")
public final class VerifyAuditCommand extends AdministratorCommand {

  @Reference AuditLog log;

  @Override
  String run() {
    AuditVerification found = log.verify();
    return (found.intact() ? "INTACT" : "TAMPERED WITH")
        + ": "
        + found.entries()
        + " entries, "
        + found.seals()
        + " seals, the last "
        + found.lastSeal()
        + " of "
        + found.sealedAt()
        + found.findings().stream()
            .map(one -> System.lineSeparator() + line(one))
            .collect(Collectors.joining());
  }

  private String line(AuditFinding finding) {
    return messages.text(Locale.ENGLISH, "audit.finding." + finding.kind().name())
        + (finding.entry() == null ? "" : " entry " + finding.entry())
        + (finding.seal() == null ? "" : " seal " + finding.seal());
  }
}
