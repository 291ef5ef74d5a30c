package org.kartoteka.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server's port: any free one, the same as last time where possible. */
final class LoopbackPort {
  private final Path file;

  LoopbackPort(Path file) {
    this.file = file;
  }

  int remembered() throws IOException {
    if (Files.exists(file)) {
      try {
        int port = Integer.parseInt(Files.readString(file).strip());
        if (free(port)) {
          return port;
        }
      } catch (NumberFormatException e) {
        // A damaged file says nothing; another port will do.
      }
    }
    return another();
  }

  int another() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  void remember(int port) throws IOException {
    Files.writeString(file, port + "\n");
  }

  static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new java.net.InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 1);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
