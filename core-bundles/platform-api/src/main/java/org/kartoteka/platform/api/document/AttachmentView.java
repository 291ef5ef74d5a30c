package org.kartoteka.platform.api.document;

import java.time.Instant;

/**
 * A file that belongs to a record.
 *
 * @param mediaType the type detected from the content, such as {@code application/pdf}
 * @param size in bytes
 * @param sha256 the checksum in hexadecimal
 */
public record AttachmentView(
    AttachmentId id,
    String ownerType,
    String ownerId,
    String name,
    String mediaType,
    long size,
    String sha256,
    String addedBy,
    Instant addedAt) {}
