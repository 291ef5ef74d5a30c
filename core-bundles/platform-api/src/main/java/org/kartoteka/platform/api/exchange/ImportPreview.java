package org.kartoteka.platform.api.exchange;

import java.util.List;
import java.util.Map;

/**
 * What a file looks like before it is imported.
 *
 * @param encoding the detected encoding, such as {@code UTF-8} or {@code windows-1250}
 * @param delimiter the detected delimiter
 * @param columns the headings in the file's order
 * @param mapping the guess: heading to field name; headings that mean nothing are absent
 * @param sample the first rows: heading to text
 */
public record ImportPreview(
    String encoding,
    String delimiter,
    List<String> columns,
    Map<String, String> mapping,
    List<Map<String, String>> sample) {}
