package org.kartoteka.itests.platform.exam;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Starts one Karaf for the whole run and hands the test methods to it. */
public final class KarafExtension implements BeforeAllCallback, InvocationInterceptor {

  @Override
  public void beforeAll(ExtensionContext context) {
    karaf(context);
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    invocation.skip();
    karaf(context).call(method.getTargetClass().getName(), method.getExecutable().getName());
  }

  private static Karaf karaf(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .getOrComputeIfAbsent(Karaf.class, key -> Karaf.start(), Karaf.class);
  }
}
