package org.kartoteka.database;

/** Why there is no database: one clear sentence for the person who starts the product. */
public final class DatabaseProblem extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param sentence what is wrong and what helps
   */
  public DatabaseProblem(String sentence) {
    super(sentence);
  }

  /**
   * @param sentence what is wrong and what helps
   * @param cause what was thrown
   */
  public DatabaseProblem(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
