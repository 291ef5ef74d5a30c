package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.Component;
import java.util.function.Supplier;
import org.kartoteka.platform.api.problem.Problem;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls what other bundles contribute so that a failure stays in its own place. */
public final class Contributed {

  private static final Logger LOG = LoggerFactory.getLogger(Contributed.class);

  private Contributed() {}

  /** The component the contribution makes, or a small error box. */
  public static Component component(Object contribution, Supplier<? extends Component> made) {
    try {
      return made.get();
    } catch (Problem problem) {
      return new ErrorBox(problem);
    } catch (RuntimeException | LinkageError failure) {
      log(contribution, failure);
      return ErrorBox.of("ui.contribution.failed");
    }
  }

  /** The value the contribution gives, or the fallback. */
  public static <T> T value(Object contribution, Supplier<T> given, T fallback) {
    try {
      return given.get();
    } catch (Problem problem) {
      return fallback;
    } catch (RuntimeException | LinkageError failure) {
      log(contribution, failure);
      return fallback;
    }
  }

  private static void log(Object contribution, Throwable failure) {
    Bundle bundle = FrameworkUtil.getBundle(contribution.getClass());
    LOG.error(
        "A contribution failed: {} of bundle {}",
        contribution.getClass().getName(),
        bundle == null ? "unknown" : bundle.getSymbolicName() + " " + bundle.getVersion(),
        failure);
  }
}
