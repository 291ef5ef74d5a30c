package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.data.binder.BeanPropertySet;
import com.vaadin.flow.internal.ReflectionCache;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vaadin keeps static caches by class of component; left alone they would keep the class loader of
 * every version of a feature that was ever replaced.
 */
final class LoaderRelease {

  private static final Logger LOG = LoggerFactory.getLogger(LoaderRelease.class);
  private static final Executor SOON =
      CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);

  private final AtomicBoolean planned = new AtomicBoolean();

  /** Empties the caches when the windows have left the pages of what is gone. */
  void soon() {
    if (planned.compareAndSet(false, true)) {
      SOON.execute(this::release);
    }
  }

  private void release() {
    planned.set(false);
    ReflectionCache.clearAll();
    clear(UIInternals.class, "warnedAboutDeps");
    clear(BeanPropertySet.class, "INSTANCES");
  }

  private static void clear(Class<?> owner, String name) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      Object cache = field.get(null);
      if (cache instanceof Map<?, ?> map) {
        map.clear();
      } else if (cache instanceof Collection<?> collection) {
        collection.clear();
      }
    } catch (ReflectiveOperationException anotherVaadin) {
      LOG.warn("Vaadin has no cache {}.{} any more", owner.getName(), name, anotherVaadin);
    }
  }
}
