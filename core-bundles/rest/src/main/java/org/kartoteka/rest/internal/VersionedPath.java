package org.kartoteka.rest.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Optional;

/**
 * A request whose version counts as part of the servlet's path, so that resources need not name it.
 */
final class VersionedPath extends HttpServletRequestWrapper {

  private static final String VERSION = "/v1";

  private VersionedPath(HttpServletRequest request) {
    super(request);
  }

  /** The request below the version; empty when it asks for something else. */
  static Optional<VersionedPath> of(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info != null && (info.equals(VERSION) || info.startsWith(VERSION + "/"))
        ? Optional.of(new VersionedPath(request))
        : Optional.empty();
  }

  @Override
  public String getServletPath() {
    return super.getServletPath() + VERSION;
  }

  @Override
  public String getPathInfo() {
    String rest = super.getPathInfo().substring(VERSION.length());
    return rest.isEmpty() ? null : rest;
  }

  /** The path below the version without a leading slash. */
  String path() {
    String info = getPathInfo();
    return info == null ? "" : info.substring(1);
  }
}
