package org.kartoteka.itests.platform.exam;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Dictionary;
import java.util.Hashtable;
import javax.inject.Inject;
import org.ops4j.pax.exam.ProbeInvoker;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** Runs single test methods inside of Karaf, in the bundle that holds all test classes. */
public final class Agent implements BundleActivator {

  static final String SIGNATURE = "kartoteka-itests";
  private static final long SERVICE_MILLIS = 15_000;

  @Override
  public void start(BundleContext context) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("Probe-Signature", SIGNATURE);
    context.registerService(
        ProbeInvoker.class,
        arguments -> run(context, (String) arguments[0], (String) arguments[1]),
        properties);
  }

  @Override
  public void stop(BundleContext context) {}

  private static void run(BundleContext context, String className, String method) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Agent.class.getClassLoader());
    try {
      Class<?> type = context.getBundle().loadClass(className);
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      Object test = constructor.newInstance();
      for (Field field : type.getDeclaredFields()) {
        if (field.isAnnotationPresent(Inject.class)) {
          field.setAccessible(true);
          field.set(test, injected(context, field.getType()));
        }
      }
      Method found = type.getDeclaredMethod(method);
      found.setAccessible(true);
      found.invoke(test);
    } catch (InvocationTargetException e) {
      throw asText(e.getCause());
    } catch (ReflectiveOperationException | InterruptedException e) {
      throw asText(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Object injected(BundleContext context, Class<?> type) throws InterruptedException {
    if (type == BundleContext.class) {
      return context;
    }
    ServiceTracker<?, ?> tracker = new ServiceTracker<>(context, type, null);
    tracker.open();
    Object service = tracker.waitForService(SERVICE_MILLIS);
    if (service == null) {
      throw new IllegalStateException("no service " + type.getName());
    }
    return service;
  }

  /** Only types of the JDK cross the wire: the text and the stack trace of the other side. */
  private static AssertionError asText(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    AssertionError error = new AssertionError("in Karaf: " + text);
    error.setStackTrace(failure.getStackTrace());
    return error;
  }
}
