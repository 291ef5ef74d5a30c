package org.kartoteka.platform.api.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks through attachments and files to import for malware before they are taken. Offered as a
 * service; every one in use is asked about every file, on the thread that brings it. While its
 * bundle is stopped nobody asks it.
 */
@ConsumerType
public interface AttachmentScanner {

  /** Whether it is set up: then no file is taken that it has not looked through. */
  boolean isInUse();

  /**
   * Looks through a file.
   *
   * @return the name of what was found, such as {@code Eicar-Test-Signature}; empty when nothing
   * @throws IOException when it cannot tell; the file is refused then
   */
  Optional<String> scan(InputStream content) throws IOException;
}
