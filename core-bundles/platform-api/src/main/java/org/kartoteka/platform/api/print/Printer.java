package org.kartoteka.platform.api.print;

import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes PDF files of documents, in any language with Latin, Cyrillic or Greek letters. Needs no
 * transaction; safe for use by several threads.
 */
@ProviderType
public interface Printer {

  /** The media type of what it writes. */
  String MEDIA_TYPE = "application/pdf";

  /** Writes the document; the stream stays open. */
  void print(PrintedDocument document, OutputStream out);
}
