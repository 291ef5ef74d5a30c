package org.kartoteka.core.internal.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** Finds out how the text of a file is encoded. */
final class TextEncoding {

  static final Charset LATIN_2 = Charset.forName("windows-1250");
  static final Charset CYRILLIC = Charset.forName("windows-1251");

  private static final int BLOCK = 64 * 1024;

  private TextEncoding() {}

  /**
   * The encoding: what a byte order mark says; UTF-8 when the whole file is; else windows-1251 when
   * letters beyond ASCII mostly stand side by side, as in Cyrillic words, and windows-1250 when
   * they stand alone, as in Polish ones.
   *
   * @throws InvalidInput when the file is empty or no text
   */
  static Charset of(Path file) throws IOException {
    byte[] head = head(file);
    if (head.length == 0) {
      throw new InvalidInput(FieldError.of("file", "emptyFile"));
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    Letters letters = read(file);
    if (letters.zeros > 0) {
      throw new InvalidInput(FieldError.of("file", "noTable"));
    }
    if (startsWith(head, 0xEF, 0xBB, 0xBF) || letters.utf8) {
      return StandardCharsets.UTF_8;
    }
    return letters.together * 2 > letters.high ? CYRILLIC : LATIN_2;
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(3);
    }
  }

  private static boolean startsWith(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Letters read(Path file) throws IOException {
    Letters letters = new Letters();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK)) {
      byte[] block = new byte[BLOCK];
      int length = in.readNBytes(block, 0, BLOCK);
      while (length > 0) {
        letters.take(block, length);
        length = in.readNBytes(block, 0, BLOCK);
      }
    }
    letters.end();
    return letters;
  }

  /** What the bytes of a file look like. */
  private static final class Letters {
    private final CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer chars = CharBuffer.allocate(BLOCK + 16);
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private boolean utf8 = true;
    private boolean lastHigh;
    private long high;
    private long together;
    private long zeros;

    void take(byte[] block, int length) {
      for (int i = 0; i < length; i++) {
        boolean isHigh = block[i] < 0;
        if (isHigh) {
          high++;
          together += lastHigh ? 1 : 0;
        } else if (block[i] == 0) {
          zeros++;
        }
        lastHigh = isHigh;
      }
      if (utf8) {
        ByteBuffer bytes = ByteBuffer.allocate(rest.remaining() + length);
        bytes.put(rest).put(block, 0, length).flip();
        decode(bytes, false);
      }
    }

    void end() {
      if (utf8) {
        decode(rest, true);
      }
    }

    private void decode(ByteBuffer bytes, boolean end) {
      chars.clear();
      utf8 = !decoder.decode(bytes, chars, end).isError();
      rest = bytes.slice();
    }
  }
}
