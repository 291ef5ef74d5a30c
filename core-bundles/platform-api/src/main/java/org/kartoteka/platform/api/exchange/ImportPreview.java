package org.kartoteka.platform.api.exchange;

import java.util.List;
import java.util.Map;

/**
 * What a file looks like before it is imported.
 *
 * @param format what the file is
 * @param encoding the detected encoding, such as {@code UTF-8} or {@code windows-1250}
 * @param delimiter the detected delimiter; null when the format has none
 * @param sheets the sheets of a workbook; empty for other formats
 * @param sheet the sheet that was read; null for other formats
 * @param columns the headings in the file's order
 * @param mapping that of the template, or the guess: heading to field name; headings that mean
 *     nothing are absent
 * @param template the template whose headings fit; null when none does
 * @param options those of the template, or the usual ones
 * @param sample the first rows: heading to text
 * @param examples by heading a few different texts from its first rows that have one
 */
public record ImportPreview(
    FileFormat format,
    String encoding,
    String delimiter,
    List<String> sheets,
    String sheet,
    List<String> columns,
    Map<String, String> mapping,
    ImportTemplateId template,
    ImportOptions options,
    List<Map<String, String>> sample,
    Map<String, List<String>> examples) {}
