package org.kartoteka.platform.api.http;

import java.util.function.LongSupplier;

/** How often each address may ask; this machine itself may as often as it likes. */
public final class AddressAllowances {

  private final Allowances<String> allowances;

  /**
   * Allowances that are full in the beginning.
   *
   * @param perSecond requests a second; 0 or less for any number
   * @param nanos the time in nanoseconds, from any beginning
   */
  public AddressAllowances(int perSecond, LongSupplier nanos) {
    this.allowances = new Allowances<>(perSecond, nanos);
  }

  /** Takes one request from the allowance of an address, as {@link Allowances#passes} does. */
  public boolean passes(String address) {
    return isThisMachine(address) || allowances.passes(address);
  }

  private static boolean isThisMachine(String address) {
    return address.startsWith("127.") || address.equals("::1") || address.equals("[::1]");
  }
}
