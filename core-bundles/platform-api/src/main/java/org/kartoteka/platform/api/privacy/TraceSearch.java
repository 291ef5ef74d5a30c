package org.kartoteka.platform.api.privacy;

import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Looks for texts in every column of every table of every bundle, running or not. */
@ProviderType
public interface TraceSearch {

  /**
   * Where any of the texts occurs, as {@link TracePattern} finds them; reads the whole database and
   * the folder of attachments. Within the current transaction: what it has removed is not found.
   */
  default List<Trace> find(Collection<String> texts) {
    return findEach(List.of(texts)).get(0);
  }

  /**
   * The same for several, in one reading.
   *
   * @param each what is looked for, one collection for each
   * @return where it was found, in the order of the collections
   */
  List<List<Trace>> findEach(List<? extends Collection<String>> each);

  /**
   * A place where a text was found.
   *
   * @param place schema, table and column, or the folder
   * @param rows how many rows
   */
  record Trace(String place, long rows) {}
}
