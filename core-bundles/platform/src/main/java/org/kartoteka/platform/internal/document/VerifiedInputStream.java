package org.kartoteka.platform.internal.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Compares the checksum when the end is reached: a file changed behind our back is never passed off
 * as ours.
 */
final class VerifiedInputStream extends FilterInputStream {

  private final MessageDigest digest = AttachmentService.sha256();
  private final String expected;
  private boolean verified;

  VerifiedInputStream(InputStream in, String expected) {
    super(in);
    this.expected = expected;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    if (n > 0) {
      digest.update(buffer, offset, n);
    } else if (n < 0 && !verified) {
      verified = true;
      if (!HexFormat.of().formatHex(digest.digest()).equals(expected)) {
        throw new IOException("the content does not have the checksum " + expected);
      }
    }
    return n;
  }
}
