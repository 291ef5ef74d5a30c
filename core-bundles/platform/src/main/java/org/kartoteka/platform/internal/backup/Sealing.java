package org.kartoteka.platform.internal.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.kartoteka.platform.api.problem.Refused;

/**
 * The outside of a backup: plain, or encrypted with a password. Encrypted content goes through
 * AES-GCM in pieces, each with its number and whether it is the last one, so that nothing can be
 * changed, exchanged or cut off and nothing has to be held in memory.
 */
final class Sealing {

  private static final byte[] PLAIN =
      "KARTOTEKA BACKUP 1 PLAIN\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LOCKED =
      "KARTOTEKA BACKUP 1 AES-G\n".getBytes(StandardCharsets.US_ASCII);
  private static final int SALT = 16;
  private static final int TAG_BITS = 128;
  private static final int NONCE = 12;
  private static final int PIECE = 64 * 1024;
  private static final int ITERATIONS = 600_000;

  private Sealing() {}

  static OutputStream over(OutputStream out, char[] password) throws IOException {
    if (password == null) {
      out.write(PLAIN);
      return out;
    }
    byte[] salt = new byte[SALT];
    new SecureRandom().nextBytes(salt);
    out.write(LOCKED);
    out.write(salt);
    return new Pieces(new DataOutputStream(out), key(password, salt));
  }

  /**
   * What was written.
   *
   * @throws Refused when it is no backup, or needs a password
   */
  static InputStream over(InputStream in, char[] password) throws IOException {
    byte[] beginning = in.readNBytes(PLAIN.length);
    if (Arrays.equals(beginning, PLAIN)) {
      return in;
    }
    if (!Arrays.equals(beginning, LOCKED)) {
      throw new Refused("platform.backup.no-backup");
    }
    if (password == null) {
      throw new Refused("platform.backup.needs-password");
    }
    return new Opened(new DataInputStream(in), key(password, in.readNBytes(SALT)));
  }

  private static SecretKey key(char[] password, byte[] salt) {
    try {
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(new PBEKeySpec(password, salt, ITERATIONS, 256))
              .getEncoded();
      return new SecretKeySpec(key, "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, long piece, boolean last)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    byte[] nonce = ByteBuffer.allocate(NONCE).putInt(last ? 1 : 0).putLong(piece).array();
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  /** Encrypts piece by piece. */
  private static final class Pieces extends FilterOutputStream {
    private final DataOutputStream target;
    private final SecretKey key;
    private final byte[] piece = new byte[PIECE];
    private int filled;
    private long number;
    private boolean closed;

    Pieces(DataOutputStream target, SecretKey key) {
      super(target);
      this.target = target;
      this.key = key;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int from = offset;
      int left = length;
      while (left > 0) {
        if (filled == PIECE) {
          send(false);
        }
        int taken = Math.min(left, PIECE - filled);
        System.arraycopy(bytes, from, piece, filled, taken);
        filled += taken;
        from += taken;
        left -= taken;
      }
    }

    private void send(boolean last) throws IOException {
      try {
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, number++, last).doFinal(piece, 0, filled);
        target.writeBoolean(last);
        target.writeInt(sealed.length);
        target.write(sealed);
        filled = 0;
      } catch (GeneralSecurityException e) {
        throw new IOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        send(true);
        target.close();
      }
    }
  }

  /** Decrypts piece by piece. */
  private static final class Opened extends FilterInputStream {
    private final DataInputStream source;
    private final SecretKey key;
    private byte[] piece = new byte[0];
    private int read;
    private long number;
    private boolean ended;

    Opened(DataInputStream source, SecretKey key) {
      super(source);
      this.source = source;
      this.key = key;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      while (read == piece.length) {
        if (ended) {
          return -1;
        }
        open();
      }
      int taken = Math.min(length, piece.length - read);
      System.arraycopy(piece, read, bytes, offset, taken);
      read += taken;
      return taken;
    }

    private void open() throws IOException {
      try {
        boolean last = source.readBoolean();
        int length = source.readInt();
        if (length < 0 || length > PIECE + TAG_BITS / Byte.SIZE) {
          throw new Refused("platform.backup.broken");
        }
        byte[] sealed = source.readNBytes(length);
        if (sealed.length < length || length < TAG_BITS / Byte.SIZE) {
          throw new Refused("platform.backup.broken");
        }
        piece = cipher(Cipher.DECRYPT_MODE, key, number++, last).doFinal(sealed);
        read = 0;
        ended = last;
      } catch (GeneralSecurityException e) {
        throw new Refused(
            number == 1 ? "platform.backup.wrong-password" : "platform.backup.broken");
      } catch (EOFException e) {
        throw new Refused("platform.backup.broken");
      }
    }
  }
}
