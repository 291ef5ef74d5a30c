package org.kartoteka.platform.api.problem;

/** The directory or provider that knows the person cannot be asked now. HTTP 503. */
public final class ProviderUnavailable extends Problem {

  private static final long serialVersionUID = 1L;

  public ProviderUnavailable(String title, Throwable cause) {
    super("problem.provider-unavailable", title);
    initCause(cause);
  }
}
