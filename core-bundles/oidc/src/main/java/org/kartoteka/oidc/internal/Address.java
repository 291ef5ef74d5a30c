package org.kartoteka.oidc.internal;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses of a provider: encrypted, except on this machine. */
final class Address {

  private Address() {}

  static boolean isSafe(String text) {
    try {
      URI address = URI.create(text);
      return address.getHost() != null
          && address.getUserInfo() == null
          && address.getFragment() == null
          && ("https".equals(address.getScheme())
              || "http".equals(address.getScheme()) && isHere(address.getHost()));
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  private static boolean isHere(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  /** An address with parameters behind it, which may have some already. */
  static URI with(URI address, Map<String, String> parameters) {
    return URI.create(address + (address.getQuery() == null ? "?" : "&") + form(parameters));
  }

  static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
