package org.kartoteka.rest.internal;

import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.concurrent.Callable;
import org.glassfish.jersey.server.ResourceConfig;

/** Runs what looks for parts of Jersey by the class loader of the thread. */
final class JerseyLoader {

  private JerseyLoader() {}

  static <T> T call(Callable<T> work) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ResourceConfig.class.getClassLoader());
    try {
      return work.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Lets JAX-RS find its implementation, which it keeps from then on. */
  static void prepare() {
    try {
      call(RuntimeDelegate::getInstance);
    } catch (Exception e) {
      throw new IllegalStateException("Jersey is not there", e);
    }
  }
}
