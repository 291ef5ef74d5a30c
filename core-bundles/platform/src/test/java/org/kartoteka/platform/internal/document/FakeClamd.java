package org.kartoteka.platform.internal.document;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A daemon that takes one file as clamd does, and answers what the test wants. */
final class FakeClamd implements AutoCloseable {

  private final ServerSocketChannel server;
  private final CompletableFuture<byte[]> received;

  private FakeClamd(ServerSocketChannel server, SocketAddress address, String answer)
      throws IOException {
    this.server = server.bind(address);
    received = CompletableFuture.supplyAsync(() -> serve(answer));
  }

  /** One that listens at a port. */
  FakeClamd(String answer) throws IOException {
    this(
        ServerSocketChannel.open(),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        answer);
  }

  /** One that listens at a Unix socket. */
  FakeClamd(Path socket, String answer) throws IOException {
    this(
        ServerSocketChannel.open(StandardProtocolFamily.UNIX),
        UnixDomainSocketAddress.of(socket),
        answer);
  }

  /** The address at a port. */
  String address() throws IOException {
    return "127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort();
  }

  /** The file that was sent. */
  byte[] received() throws Exception {
    return received.get(20, TimeUnit.SECONDS);
  }

  private byte[] serve(String answer) {
    try (SocketChannel socket = server.accept();
        DataInputStream in = new DataInputStream(Channels.newInputStream(socket))) {
      String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
      if (!command.equals("zINSTREAM\0")) {
        throw new IOException("another command: " + command);
      }
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      for (int size = in.readInt(); size > 0; size = in.readInt()) {
        file.write(in.readNBytes(size));
      }
      socket.write(ByteBuffer.wrap((answer + "\0").getBytes(StandardCharsets.US_ASCII)));
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
