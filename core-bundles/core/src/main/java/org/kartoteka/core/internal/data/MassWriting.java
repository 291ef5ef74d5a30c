package org.kartoteka.core.internal.data;

import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Component;

/**
 * Knows whether somebody writes thousands of records at once, so that work which can be done later
 * leaves the processors to it.
 */
@Component(service = MassWriting.class)
public class MassWriting {

  private final AtomicInteger going = new AtomicInteger();

  /** Does the writing. */
  public void during(Runnable writing) {
    going.incrementAndGet();
    try {
      writing.run();
    } finally {
      going.decrementAndGet();
    }
  }

  /** Whether any is going on. */
  public boolean isGoing() {
    return going.get() > 0;
  }
}
