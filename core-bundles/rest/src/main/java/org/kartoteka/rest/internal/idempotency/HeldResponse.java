package org.kartoteka.rest.internal.idempotency;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Holds the body back until it is certain that the change was written. */
final class HeldResponse extends HttpServletResponseWrapper {

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final ServletOutputStream stream = new Held();

  HeldResponse(HttpServletResponse response) {
    super(response);
  }

  RememberedAnswer answer() {
    return new RememberedAnswer(
        getStatus(),
        getContentType(),
        getHeader("Location"),
        getHeader("ETag"),
        body.toByteArray());
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return stream;
  }

  @Override
  public PrintWriter getWriter() {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  @Override
  public void setContentLength(int length) {
    // Known only when the body is sent.
  }

  @Override
  public void setContentLengthLong(long length) {
    // Known only when the body is sent.
  }

  @Override
  public void setHeader(String name, String value) {
    if (!name.equalsIgnoreCase("Content-Length")) {
      super.setHeader(name, value);
    }
  }

  @Override
  public void addHeader(String name, String value) {
    if (!name.equalsIgnoreCase("Content-Length")) {
      super.addHeader(name, value);
    }
  }

  @Override
  public void flushBuffer() {
    // Nothing leaves before the end.
  }

  @Override
  public void resetBuffer() {
    body.reset();
  }

  @Override
  public void reset() {
    super.reset();
    body.reset();
  }

  private final class Held extends ServletOutputStream {

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("not asynchronous");
    }

    @Override
    public void write(int value) {
      body.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      body.write(bytes, offset, length);
    }
  }
}
