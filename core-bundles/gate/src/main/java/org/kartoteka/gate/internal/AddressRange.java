package org.kartoteka.gate.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Network addresses: one, or all with the same beginning ({@code 10.0.0.0/8}). */
record AddressRange(byte[] start, int bits) {

  /**
   * The range that is written so.
   *
   * @throws IllegalArgumentException when it is no address
   */
  static AddressRange of(String written) {
    int slash = written.indexOf('/');
    byte[] start = bytes(slash < 0 ? written : written.substring(0, slash));
    int bits =
        slash < 0 ? start.length * Byte.SIZE : Integer.parseInt(written.substring(slash + 1));
    return new AddressRange(start, bits);
  }

  /** Whether the address lies in it. */
  boolean contains(String address) {
    byte[] other = bytes(address);
    if (other.length != start.length) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> i % Byte.SIZE;
      if ((start[i / Byte.SIZE] & mask) != (other[i / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** Never asks a name server: what is no number is refused. */
  private static byte[] bytes(String address) {
    String plain = address.strip().replaceAll("^\\[|]$|%.*$", "");
    if (!plain.matches("[0-9a-fA-F:.]+") || !plain.matches(".*[:.].*")) {
      throw new IllegalArgumentException("This is no network address: " + address);
    }
    try {
      return InetAddress.getByName(plain).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("This is no network address: " + address, e);
    }
  }
}
