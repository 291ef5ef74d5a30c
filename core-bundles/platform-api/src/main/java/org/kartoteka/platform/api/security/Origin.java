package org.kartoteka.platform.api.security;

/**
 * Where a call comes from.
 *
 * @param address the network address
 * @param browser what the browser calls itself (User-Agent); may be null
 * @param device what the browser was given to be known again by; null when there is nothing
 */
public record Origin(String address, String browser, String device) {

  /** A call of a program. */
  public static Origin of(String address) {
    return new Origin(address, null, null);
  }
}
