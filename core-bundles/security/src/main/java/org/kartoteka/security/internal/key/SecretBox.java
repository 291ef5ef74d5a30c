package org.kartoteka.security.internal.key;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets that have to be read again, such as those of authenticators: AES-256-GCM with a key
 * that does not lie in the database.
 */
public final class SecretBox {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  public SecretBox(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /**
   * Locks a secret in.
   *
   * @param owner whose it is: it opens for nobody else
   */
  public byte[] lock(byte[] secret, byte[] owner) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] locked = apply(Cipher.ENCRYPT_MODE, nonce, secret, owner);
    byte[] box = Arrays.copyOf(nonce, NONCE_BYTES + locked.length);
    System.arraycopy(locked, 0, box, NONCE_BYTES, locked.length);
    return box;
  }

  /** Takes a secret out. */
  public byte[] unlock(byte[] box, byte[] owner) {
    byte[] nonce = Arrays.copyOf(box, NONCE_BYTES);
    byte[] locked = Arrays.copyOfRange(box, NONCE_BYTES, box.length);
    return apply(Cipher.DECRYPT_MODE, nonce, locked, owner);
  }

  private byte[] apply(int mode, byte[] nonce, byte[] text, byte[] owner) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner);
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The secret does not belong to this installation", e);
    }
  }
}
