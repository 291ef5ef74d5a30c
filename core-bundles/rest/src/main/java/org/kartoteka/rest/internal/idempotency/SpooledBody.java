package org.kartoteka.rest.internal.idempotency;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.kartoteka.platform.api.problem.TooLarge;

/**
 * A request whose body was read to its end and can be read again: small in memory, large in a file.
 */
final class SpooledBody extends HttpServletRequestWrapper implements AutoCloseable {

  private static final int IN_MEMORY = 256 * 1024;
  private static final long LIMIT = 256L << 20;

  private final byte[] small;
  private final Path large;
  private final byte[] hash;

  private SpooledBody(HttpServletRequest request, byte[] small, Path large, byte[] hash) {
    super(request);
    this.small = small;
    this.large = large;
    this.hash = hash;
  }

  static SpooledBody of(HttpServletRequest request) throws IOException {
    MessageDigest digest = sha256();
    String query = request.getQueryString();
    digest.update(
        (request.getContentType() + "?" + (query == null ? "" : query))
            .getBytes(StandardCharsets.UTF_8));
    InputStream in = request.getInputStream();
    byte[] head = in.readNBytes(IN_MEMORY);
    if (head.length < IN_MEMORY) {
      return new SpooledBody(request, head, null, digest.digest(head));
    }
    Path file = Files.createTempFile("kartoteka-body", ".tmp");
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
      out.write(head);
      copy(in, out, head.length);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    return new SpooledBody(request, null, file, digest.digest());
  }

  private static void copy(InputStream in, OutputStream out, long already) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long total = already;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      total += count;
      if (total > LIMIT) {
        throw new TooLarge(total, LIMIT);
      }
      out.write(buffer, 0, count);
    }
  }

  /** Of the body, its type and the query. */
  byte[] hash() {
    return hash.clone();
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Replay(
        large == null
            ? new ByteArrayInputStream(small)
            : new BufferedInputStream(Files.newInputStream(large)));
  }

  @Override
  public void close() throws IOException {
    if (large != null) {
      Files.deleteIfExists(large);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Replay extends ServletInputStream {

    private final InputStream in;
    private boolean finished;

    Replay(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      finished = one < 0;
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      finished = count < 0;
      return count;
    }

    @Override
    public boolean isFinished() {
      return finished;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("not asynchronous");
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
