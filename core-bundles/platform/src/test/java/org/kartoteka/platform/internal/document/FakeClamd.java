package org.kartoteka.platform.internal.document;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A daemon that takes one file as clamd does, and answers what the test wants. */
final class FakeClamd implements AutoCloseable {

  private final ServerSocket server;
  private final CompletableFuture<byte[]> received;

  FakeClamd(String answer) throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    received = CompletableFuture.supplyAsync(() -> serve(answer));
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** The file that was sent. */
  byte[] received() throws Exception {
    return received.get(20, TimeUnit.SECONDS);
  }

  private byte[] serve(String answer) {
    try (Socket socket = server.accept();
        DataInputStream in = new DataInputStream(socket.getInputStream())) {
      String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
      if (!command.equals("zINSTREAM\0")) {
        throw new IOException("another command: " + command);
      }
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      for (int size = in.readInt(); size > 0; size = in.readInt()) {
        file.write(in.readNBytes(size));
      }
      socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
      return file.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
