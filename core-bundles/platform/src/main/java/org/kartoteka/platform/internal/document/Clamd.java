package org.kartoteka.platform.internal.document;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kartoteka.platform.api.document.AttachmentScanner;
import org.kartoteka.platform.api.settings.Settings;

/** Asks the daemon of ClamAV, to which the file is sent (its command INSTREAM). */
final class Clamd implements AttachmentScanner {

  /** The setting that says where it listens, as {@code host:port}; without it nobody is asked. */
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
    try (Socket socket = new Socket()) {
      socket.connect(address(), MILLIS_TO_CONNECT);
      socket.setSoTimeout(MILLIS_TO_ANSWER);
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
      out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
      for (byte[] piece = content.readNBytes(PIECE);
          piece.length > 0;
          piece = content.readNBytes(PIECE)) {
        out.writeInt(piece.length);
        out.write(piece);
      }
      out.writeInt(0);
      out.flush();
      byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
      return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
    }
  }

  private InetSocketAddress address() throws IOException {
    String chosen = settings.get(SETTING).orElse("");
    Matcher address = ADDRESS.matcher(chosen);
    if (!address.matches() || Integer.parseInt(address.group(2)) > 65_535) {
      throw new IOException("No address of clamd: " + chosen);
    }
    return new InetSocketAddress(address.group(1), Integer.parseInt(address.group(2)));
  }
}
