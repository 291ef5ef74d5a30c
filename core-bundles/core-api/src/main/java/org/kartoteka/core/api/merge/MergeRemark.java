package org.kartoteka.core.api.merge;

import java.util.List;
import org.kartoteka.platform.api.record.RecordRef;

/**
 * Something that could not be put back as it was, because it was changed since the merge: the
 * change was kept.
 *
 * @param record the record it is about
 * @param key the key of the text for people
 * @param arguments the arguments of that text, such as the name of a field
 */
public record MergeRemark(RecordRef record, String key, List<String> arguments) {

  public MergeRemark {
    arguments = arguments == null ? List.of() : List.copyOf(arguments);
  }
}
