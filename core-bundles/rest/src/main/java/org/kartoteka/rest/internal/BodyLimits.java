package org.kartoteka.rest.internal;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.kartoteka.platform.api.problem.TooLarge;

/** No body is read beyond its limit: 4 MiB of JSON, 256 MiB of a file. */
@PreMatching
final class BodyLimits implements ContainerRequestFilter {

  static final long JSON = 4L << 20;
  static final long FILE = 256L << 20;

  @Override
  public void filter(ContainerRequestContext request) {
    String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && request.hasEntity() && !encoding.equalsIgnoreCase("identity")) {
      throw new NotSupportedException("Content-Encoding");
    }
    long limit = limit(request.getMediaType());
    if (request.getLength() > limit) {
      throw new TooLarge(request.getLength(), limit);
    }
    request.setEntityStream(new Limited(request.getEntityStream(), limit));
  }

  private static long limit(MediaType type) {
    boolean json =
        type == null || type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    return json ? JSON : FILE;
  }

  private static final class Limited extends FilterInputStream {

    private final long limit;
    private long read;

    Limited(InputStream in, long limit) {
      super(in);
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      count(Math.max(count, 0));
      return count;
    }

    private void count(int more) {
      read += more;
      if (read > limit) {
        throw new TooLarge(read, limit);
      }
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
