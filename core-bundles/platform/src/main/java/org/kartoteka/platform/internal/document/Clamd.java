package org.kartoteka.platform.internal.document;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kartoteka.platform.api.document.AttachmentScanner;
import org.kartoteka.platform.api.settings.Settings;

/** Asks the daemon of ClamAV, to which the file is sent (its command INSTREAM). */
final class Clamd implements AttachmentScanner {

  /**
   * The setting that says where it listens, as {@code host:port} or as the path of its Unix socket;
   * without it nobody is asked.
   */
  static final String SETTING = "platform.clamd";

  private static final Pattern ADDRESS = Pattern.compile("\\[?([^\\[\\]]+?)]?:(\\d{1,5})");
  private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
  private static final String CLEAN = "stream: OK";
  private static final int PIECE = 64 * 1024;
  private static final int LONGEST_ANSWER = 1024;
  private static final int MILLIS_TO_CONNECT = 5_000;
  private static final int MILLIS_TO_ANSWER = 60_000;

  private final Settings settings;

  Clamd(Settings settings) {
    this.settings = settings;
  }

  @Override
  public boolean isInUse() {
    return settings.get(SETTING).isPresent();
  }

  @Override
  public Optional<String> scan(InputStream content) throws IOException {
    String answer = ask(content);
    if (answer.equals(CLEAN)) {
      return Optional.empty();
    }
    Matcher found = FOUND.matcher(answer);
    if (!found.matches()) {
      throw new IOException("clamd says: " + answer);
    }
    return Optional.of(found.group(1));
  }

  private String ask(InputStream content) throws IOException {
    String chosen = settings.get(SETTING).orElse("");
    return chosen.startsWith("/") ? askHere(chosen, content) : askThere(address(chosen), content);
  }

  private static String askThere(InetSocketAddress address, InputStream content)
      throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(address, MILLIS_TO_CONNECT);
      socket.setSoTimeout(MILLIS_TO_ANSWER);
      send(content, socket.getOutputStream());
      return answer(socket.getInputStream());
    }
  }

  /** A Unix socket knows no time limit of its own: it is closed when the answer is late. */
  private static String askHere(String path, InputStream content) throws IOException {
    try (SocketChannel socket = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      Future<?> late =
          CompletableFuture.runAsync(
              () -> close(socket),
              CompletableFuture.delayedExecutor(MILLIS_TO_ANSWER, TimeUnit.MILLISECONDS));
      try {
        send(content, Channels.newOutputStream(socket));
        return answer(Channels.newInputStream(socket));
      } finally {
        late.cancel(false);
      }
    }
  }

  private static void close(SocketChannel socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(InputStream content, OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to));
    out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
    for (byte[] piece = content.readNBytes(PIECE);
        piece.length > 0;
        piece = content.readNBytes(PIECE)) {
      out.writeInt(piece.length);
      out.write(piece);
    }
    out.writeInt(0);
    out.flush();
  }

  private static String answer(InputStream from) throws IOException {
    byte[] answer = from.readNBytes(LONGEST_ANSWER);
    return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
  }

  private static InetSocketAddress address(String chosen) throws IOException {
    Matcher address = ADDRESS.matcher(chosen);
    if (!address.matches() || Integer.parseInt(address.group(2)) > 65_535) {
      throw new IOException("No address of clamd: " + chosen);
    }
    return new InetSocketAddress(address.group(1), Integer.parseInt(address.group(2)));
  }
}
