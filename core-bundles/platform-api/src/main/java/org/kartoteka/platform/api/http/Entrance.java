package org.kartoteka.platform.api.http;

/**
 * A way into the product that answers. The servlet behind it registers it as a service at the end
 * of its {@code init} and withdraws it in {@code destroy}; the web server lets nobody in before all
 * ways are there, because a request that meets a servlet while it is being added spoils it.
 */
public enum Entrance {
  /** The HTTP API, below {@code /api}. */
  API,
  /** The browser application, everywhere else. */
  BROWSER;

  private static final String API_PATH = "/api";

  /** The entrance that a path of the web server leads to; the path begins with a slash. */
  public static Entrance of(String path) {
    return path.equals(API_PATH) || path.startsWith(API_PATH + "/") ? API : BROWSER;
  }
}
