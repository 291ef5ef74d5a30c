package org.kartoteka.console.internal;

import java.util.Locale;
import java.util.function.Supplier;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;

/**
 * A command of somebody who sits at the console: he has the machine, so he may do everything. A
 * refusal is told in words.
 */
abstract class AdministratorCommand implements Action {

  @Reference CurrentUser currentUser;
  @Reference Messages messages;

  /** Does the work and returns what the console prints. */
  abstract String run();

  @Override
  public final Object execute() {
    Supplier<String> work = this::run;
    try {
      return currentUser.runAs(User.SYSTEM, work);
    } catch (Problem e) {
      return messages.text(Locale.ENGLISH, e.key(), e.arguments().toArray());
    }
  }
}
