package org.kartoteka.ui.internal.exchange;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kartoteka.platform.api.exchange.Imports;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Watch;
import org.kartoteka.ui.internal.shell.Background;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The services that the pages of imports work with. */
@Component(service = ImportDesk.class)
public class ImportDesk {

  private final Imports imports;
  private final Background background;
  private final Watch watch;

  @Activate
  public ImportDesk(
      @Reference Imports imports, @Reference Background background, @Reference Watch watch) {
    this.imports = imports;
    this.background = background;
    this.watch = watch;
  }

  /** The imports. */
  Imports imports() {
    return imports;
  }

  /** Looks again and again. */
  Watch watch() {
    return watch;
  }

  /**
   * Does the work beside the window.
   *
   * @param then called in the window with the result
   * @param refused called in the window with the problem that the work met
   * @param failed called in the window when it failed otherwise; a notice is shown already
   */
  <T> void work(Supplier<T> work, Consumer<T> then, Consumer<Problem> refused, Runnable failed) {
    background.run(
        () -> {
          try {
            return new Answer<>(work.get(), null);
          } catch (Problem problem) {
            return new Answer<T>(null, problem);
          }
        },
        answer -> {
          if (answer.problem() == null) {
            then.accept(answer.value());
          } else {
            refused.accept(answer.problem());
          }
        },
        failed);
  }

  private record Answer<T>(T value, Problem problem) {}
}
