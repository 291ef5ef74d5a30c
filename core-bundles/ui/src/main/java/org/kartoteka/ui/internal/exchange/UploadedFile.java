package org.kartoteka.ui.internal.exchange;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that was sent by the browser and is kept until it is imported or left. */
record UploadedFile(String name, File file) {

  private static final Logger LOG = LoggerFactory.getLogger(UploadedFile.class);

  /** Reads the file from its beginning. */
  <T> T read(Function<InputStream, T> reader) {
    try (InputStream content = Files.newInputStream(file.toPath())) {
      return reader.apply(content);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The file is not needed any more. */
  void delete() {
    try {
      Files.deleteIfExists(file.toPath());
    } catch (IOException locked) {
      LOG.warn("The uploaded file {} cannot be deleted", file, locked);
    }
  }
}
