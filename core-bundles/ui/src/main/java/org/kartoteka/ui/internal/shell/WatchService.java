package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.ui.api.Watch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks beside the window, and shows what was seen in it. */
@Component
public final class WatchService implements Watch {

  private static final Logger LOG = LoggerFactory.getLogger(WatchService.class);
  private static final long EVERY = 400;

  private final ScheduledExecutorService timer;
  private final ExecutorService background;
  private final CurrentUser currentUser;

  @Activate
  public WatchService(
      @Reference(target = "(kartoteka.executor=timer)") ScheduledExecutorService timer,
      @Reference(target = "(kartoteka.executor=background)") ExecutorService background,
      @Reference CurrentUser currentUser) {
    this.timer = timer;
    this.background = background;
    this.currentUser = currentUser;
  }

  @Override
  public <T> void follow(
      com.vaadin.flow.component.Component place, Supplier<T> look, Predicate<T> seen) {
    later(new Round<>(UI.getCurrent(), currentUser.require(), place, look, seen));
  }

  private record Round<T>(
      UI ui,
      User user,
      com.vaadin.flow.component.Component place,
      Supplier<T> look,
      Predicate<T> seen) {}

  private <T> void later(Round<T> round) {
    try {
      timer.schedule(() -> background.execute(() -> look(round)), EVERY, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException stopping) {
      LOG.debug("Nothing is looked at any more", stopping);
    }
  }

  private <T> void look(Round<T> round) {
    try {
      T value = currentUser.runAs(round.user(), round.look());
      round
          .ui()
          .access(
              () -> {
                if (round.place().isAttached() && round.seen().test(value)) {
                  later(round);
                }
              });
    } catch (UIDetachedException closed) {
      LOG.debug("The window that looked is closed", closed);
    } catch (RuntimeException failure) {
      LOG.warn("What is shown cannot be looked at any more", failure);
    }
  }
}
