package org.kartoteka.console.internal;

import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.kartoteka.platform.api.journal.Journal;

/** Lists the subscriptions of the journal. */
@Service
@Command(
    scope = "crm",
    name = "journal",
    description = "Lists the subscriptions of the journal with what waits and what is parked")
public final class JournalCommand extends AdministratorCommand {

  @Reference Journal journal;

  @Override
  String run() {
    return journal.subscriptions().stream()
        .map(
            one ->
                String.format(
                    "%-40s %-14s position %d, %d wait, %d parked%s",
                    one.name(),
                    one.connected() ? "connected" : "not connected",
                    one.position(),
                    one.waiting(),
                    one.parked(),
                    one.lastError() == null ? "" : ", " + one.lastError()))
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
