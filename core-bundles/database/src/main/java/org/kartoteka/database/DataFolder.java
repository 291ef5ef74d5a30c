package org.kartoteka.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The data folder of one running Kartoteka: locked as long as it is open, so that nobody else uses
 * it.
 */
public final class DataFolder implements AutoCloseable {
  private static final String LOCK = "kartoteka.lock";

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Makes the folder if it is not there, and takes it for this process alone. */
  public static DataFolder open(Path wanted) throws DatabaseProblem {
    Path path = wanted.toAbsolutePath().normalize();
    FileChannel channel;
    try {
      Files.createDirectories(path);
      channel =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new DatabaseProblem("The data folder " + path + " is not writable: " + e, e);
    }
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        channel.truncate(0);
        channel.write(
            ByteBuffer.wrap(
                (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
        return new DataFolder(path, channel);
      }
    } catch (OverlappingFileLockException e) {
      // This very process has the folder open already.
    } catch (IOException e) {
      close(channel);
      throw new DatabaseProblem("The data folder " + path + " can not be locked: " + e, e);
    }
    close(channel);
    throw new DatabaseProblem(
        "The data folder " + path + " is in use by another Kartoteka. Stop that one first.");
  }

  /** The folder itself, absolute. */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    close(channel);
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
