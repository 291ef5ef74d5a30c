package org.kartoteka.platform.api.feature;

import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says what stopping its feature would leave undone. Called on the thread of the administrator who
 * asks, in a transaction; an exception is logged and shown as unknown.
 */
@ConsumerType
public interface ImpactReporter {

  /** The feature it speaks for. */
  String feature();

  /** Open work in sentences of the given language; empty when nothing would wait. */
  List<String> openWork(Locale locale);
}
