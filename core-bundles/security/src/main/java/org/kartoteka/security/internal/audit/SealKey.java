package org.kartoteka.security.internal.audit;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kartoteka.platform.api.settings.Installation;
import org.kartoteka.security.internal.key.KeyFile;

/**
 * The key that the seals are signed with: a file of the data folder, so that whoever can write to
 * the database alone cannot seal a history of his own making.
 */
final class SealKey {

  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  private SealKey(byte[] key) {
    this.key = key;
  }

  /** The key of the installation, made when there is none yet. */
  static SealKey of(Installation installation) {
    return new SealKey(KeyFile.of(installation, "audit"));
  }

  /** By what the key is known: the beginning of its hash. */
  String name() {
    return HexFormat.of().formatHex(Arrays.copyOf(SealedEntry.sha256().digest(key), Long.BYTES));
  }

  byte[] mac(byte[] hash) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
