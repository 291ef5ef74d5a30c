package org.kartoteka.platform.internal.thread;

import java.util.Hashtable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The threads of the platform, offered as services: {@code kartoteka.executor=background} for work
 * of any length, {@code kartoteka.executor=timer} to be called again later (return at once).
 */
@Component(service = BackgroundThreads.class, immediate = true)
public final class BackgroundThreads {

  private static final int MAX_THREADS = 32;

  private final ThreadPoolExecutor background =
      new ThreadPoolExecutor(
          0, MAX_THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), named("background"));
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, named("timer"));

  @Activate
  public BackgroundThreads(BundleContext context) {
    background.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
    timer.setRemoveOnCancelPolicy(true);
    context.registerService(ExecutorService.class, background, properties("background"));
    context.registerService(ScheduledExecutorService.class, timer, properties("timer"));
  }

  @Deactivate
  void stop() {
    timer.shutdownNow();
    background.shutdownNow();
  }

  private static Hashtable<String, Object> properties(String name) {
    Hashtable<String, Object> properties = new Hashtable<>();
    properties.put("kartoteka.executor", name);
    return properties;
  }

  private static ThreadFactory named(String name) {
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, "kartoteka-" + name + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
