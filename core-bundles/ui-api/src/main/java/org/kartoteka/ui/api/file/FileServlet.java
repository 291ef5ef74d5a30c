package org.kartoteka.ui.api.file;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/**
 * Serves files that never change while their bundle lives: packed for browsers that take it, kept
 * by browsers for a year under an address that names a version, and otherwise asked for again and
 * sent only when changed. Register a subclass as a servlet on the HTTP whiteboard.
 */
public abstract class FileServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";
  private static final int WORTH_PACKING = 1024;
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "svg", "image/svg+xml",
          "json", "application/json",
          "png", "image/png",
          "woff2", "font/woff2",
          "txt", "text/plain;charset=utf-8");
  private static final List<String> PLAIN = List.of("png", "woff2");

  private final transient Map<String, Content> contents = new ConcurrentHashMap<>();

  private record Content(byte[] bytes, String encoding, String tag) {}

  /** Where the file of a path lies, which begins with a slash; null when there is none. */
  protected abstract URL find(String path);

  /** Whether the address of the request changes with the content of the file. */
  protected boolean isVersioned(HttpServletRequest request) {
    return request.getParameter("v") != null;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    String type = path == null ? null : TYPES.get(extension(path));
    if (type == null || path.contains("..")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Content content = content(path, request.getHeader("Accept-Encoding"));
    if (content == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("Cache-Control", isVersioned(request) ? FOREVER : ASK_AGAIN);
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("ETag", content.tag());
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (content.tag().equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(type);
    if (content.encoding() != null) {
      response.setHeader("Content-Encoding", content.encoding());
    }
    response.setContentLength(content.bytes().length);
    response.getOutputStream().write(content.bytes());
  }

  private Content content(String path, String accepted) throws IOException {
    boolean packable = !PLAIN.contains(extension(path));
    if (packable && takes(accepted, "br")) {
      Content packed = kept(path, "br");
      if (packed != null) {
        return packed;
      }
    }
    if (packable && takes(accepted, "gzip")) {
      Content packed = kept(path, "gzip");
      if (packed != null) {
        return packed;
      }
    }
    return kept(path, null);
  }

  private Content kept(String path, String encoding) throws IOException {
    String key = path + " " + encoding;
    Content present = contents.get(key);
    if (present == null) {
      present = read(path, encoding);
      if (present != null) {
        contents.put(key, present);
      }
    }
    return present;
  }

  private Content read(String path, String encoding) throws IOException {
    if (encoding == null) {
      URL file = find(path);
      if (file == null) {
        return null;
      }
      byte[] bytes = bytes(file);
      return new Content(bytes, null, tag(bytes, ""));
    }
    URL packed = find(path + (encoding.equals("br") ? ".br" : ".gz"));
    if (packed != null) {
      byte[] bytes = bytes(packed);
      return new Content(bytes, encoding, tag(bytes, encoding));
    }
    URL file = find(path);
    if (file == null || encoding.equals("br")) {
      return null;
    }
    byte[] plain = bytes(file);
    if (plain.length < WORTH_PACKING) {
      return null;
    }
    byte[] bytes = pack(plain);
    return new Content(bytes, encoding, tag(bytes, encoding));
  }

  private static byte[] bytes(URL file) throws IOException {
    try (InputStream content = file.openStream()) {
      return content.readAllBytes();
    }
  }

  private static byte[] pack(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2);
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  private static String tag(byte[] bytes, String encoding) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return "\"" + Long.toHexString(sum.getValue()) + "-" + bytes.length + encoding + "\"";
  }

  private static boolean takes(String accepted, String encoding) {
    if (accepted == null) {
      return false;
    }
    for (String one : accepted.toLowerCase(Locale.ROOT).split(",")) {
      String[] parts = one.strip().split(";");
      if (parts[0].strip().equals(encoding)) {
        return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
      }
    }
    return false;
  }

  private static String extension(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
