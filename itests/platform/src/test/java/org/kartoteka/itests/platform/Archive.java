package org.kartoteka.itests.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Walks through all files of a folder, and through the jars in it and the jars in those. */
final class Archive {

  /** Looks at one file. */
  interface Visitor {
    void visit(String path, byte[] content);
  }

  private Archive() {}

  static void walk(Path folder, Visitor visitor) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String path = folder.relativize(file).toString();
      if (isZip(path)) {
        visitor.visit(path, new byte[0]);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
          walk(path, in, visitor);
        }
      } else {
        visitor.visit(path, Files.readAllBytes(file));
      }
    }
  }

  static void walk(String outer, InputStream in, Visitor visitor) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String path = outer + "!" + entry.getName();
      if (entry.isDirectory() || entry.getName().endsWith(".txz")) {
        continue;
      }
      if (isZip(path)) {
        visitor.visit(path, new byte[0]);
        walk(path, zip, visitor);
      } else {
        visitor.visit(path, zip.readAllBytes());
      }
    }
  }

  private static boolean isZip(String path) {
    return path.endsWith(".jar") || path.endsWith(".zip") || path.endsWith(".kar");
  }
}
