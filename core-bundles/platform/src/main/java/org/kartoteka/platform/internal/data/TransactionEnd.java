package org.kartoteka.platform.internal.data;

/**
 * Whether this thread is ending a transaction. The pool takes the transaction's connections back by
 * itself then; a handle that is closed meanwhile, as EclipseLink does after completion, would be
 * taken back twice and the connection lent to two at once.
 */
public final class TransactionEnd {

  private static final ThreadLocal<Boolean> ENDING = ThreadLocal.withInitial(() -> false);

  private TransactionEnd() {}

  /** Whether a transaction of this thread is being committed or rolled back just now. */
  public static boolean isNow() {
    return ENDING.get();
  }

  /** Runs what ends a transaction. */
  public static void during(Runnable end) {
    ENDING.set(true);
    try {
      end.run();
    } finally {
      ENDING.remove();
    }
  }
}
