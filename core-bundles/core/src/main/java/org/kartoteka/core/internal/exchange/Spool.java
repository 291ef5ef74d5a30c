package org.kartoteka.core.internal.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kartoteka.platform.api.problem.TooLarge;

/** Keeps an uploaded file aside while it is read; deleted when closed. */
final class Spool implements AutoCloseable {

  private static final int BLOCK = 64 * 1024;

  private final Path file;

  private Spool(Path file) {
    this.file = file;
  }

  /**
   * Puts the content aside.
   *
   * @throws TooLarge over the limit
   */
  static Spool of(InputStream content, long limit) {
    return written(out -> copy(content, out, limit));
  }

  /** Writes a file. */
  @FunctionalInterface
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** Puts aside what is written. */
  static Spool written(Writing writing) {
    try {
      Spool spool = new Spool(Files.createTempFile("kartoteka-import", ".tmp"));
      try (OutputStream out = Files.newOutputStream(spool.file)) {
        writing.to(out);
      } catch (IOException | RuntimeException e) {
        spool.close();
        throw e;
      }
      return spool;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file() {
    return file;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(InputStream content, OutputStream out, long limit) throws IOException {
    byte[] block = new byte[BLOCK];
    long size = 0;
    int length = content.read(block);
    while (length >= 0) {
      size += length;
      if (size > limit) {
        throw new TooLarge(size, limit);
      }
      out.write(block, 0, length);
      length = content.read(block);
    }
  }
}
