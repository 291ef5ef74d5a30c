package org.kartoteka.rest.internal;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.jersey.servlet.ServletContainer;

/** One container of one set of resources; it ends with the last of its requests. */
final class Generation {

  private final ServletContainer container;
  private final AtomicInteger users = new AtomicInteger(1);

  Generation(ServletContainer container) {
    this.container = container;
  }

  /** Serves the request unless this generation has ended already. */
  boolean serve(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (!enter()) {
      return false;
    }
    boolean suspended = false;
    try {
      container.service(request, response);
      suspended = request.isAsyncStarted() && leaveWhenComplete(request);
    } finally {
      if (!suspended) {
        leave();
      }
    }
    return true;
  }

  /** No request comes any more. */
  void retire() {
    leave();
  }

  private boolean leaveWhenComplete(HttpServletRequest request) {
    try {
      request.getAsyncContext().addListener(new Leaving());
      return true;
    } catch (IllegalStateException completeMeanwhile) {
      return false;
    }
  }

  private boolean enter() {
    int present;
    do {
      present = users.get();
      if (present == 0) {
        return false;
      }
    } while (!users.compareAndSet(present, present + 1));
    return true;
  }

  private void leave() {
    if (users.decrementAndGet() == 0) {
      container.destroy();
    }
  }

  private final class Leaving implements AsyncListener {

    private final AtomicBoolean left = new AtomicBoolean();

    @Override
    public void onComplete(AsyncEvent event) {
      if (left.compareAndSet(false, true)) {
        leave();
      }
    }

    @Override
    public void onError(AsyncEvent event) {
      onComplete(event);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // Jersey answers and completes; then onComplete comes.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // Still the same request.
    }
  }
}
