package org.kartoteka.core.internal.exchange;

import java.io.Closeable;
import java.util.List;

/** A file in the making; closing ends it and leaves the stream open. */
interface ExportFile extends Closeable {

  /** Adds a record; null cells are blank. */
  void row(List<String> cells);
}
