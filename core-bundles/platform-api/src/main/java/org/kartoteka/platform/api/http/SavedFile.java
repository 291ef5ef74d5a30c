package org.kartoteka.platform.api.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A file that a client gets to save it, never to show it as a page of ours. */
public final class SavedFile {

  private SavedFile() {}

  /** The header {@code Content-Disposition} for a file of the name, in any script. */
  public static String disposition(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }
}
