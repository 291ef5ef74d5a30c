package org.kartoteka.console.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A password that does not stand in the command, where others could read it. */
final class PasswordFile {

  private PasswordFile() {}

  /** The first line; null without a file. */
  static char[] read(String file) {
    if (file == null) {
      return null;
    }
    try {
      return Files.readAllLines(Path.of(file)).get(0).toCharArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
