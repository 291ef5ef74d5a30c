package org.kartoteka.platform.api.document;

import java.io.InputStream;
import java.util.List;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps files that belong to records, in the database or in a folder. The bundle that owns the
 * record checks who may see it; this service does not.
 */
@ProviderType
public interface Attachments {

  /**
   * Adds a file to a record, in the current transaction.
   *
   * @throws org.kartoteka.platform.api.problem.TooLarge over the limit (setting {@code
   *     platform.attachment-limit}, in bytes)
   * @throws org.kartoteka.platform.api.problem.InvalidInput when the name or the type is not
   *     allowed, or malware was found
   * @throws org.kartoteka.platform.api.problem.Refused when a scanner is in use and cannot tell
   */
  AttachmentView add(RecordRef owner, String fileName, InputStream content);

  /** The files of a record, oldest first. */
  List<AttachmentView> of(String ownerType, String ownerId);

  /** One attachment. */
  AttachmentView find(AttachmentId id);

  /**
   * The content; the caller closes it. The checksum is verified while reading.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is none
   */
  InputStream open(AttachmentId id);

  /** Removes an attachment, in the current transaction. */
  void remove(AttachmentId id);
}
