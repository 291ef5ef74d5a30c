package org.kartoteka.platform.api.history;

/**
 * The change of one field.
 *
 * @param field the field's name as in the JSON
 * @param before the text before; null when it was empty
 * @param after the text after; null when it is empty now
 */
public record FieldChange(String field, String before, String after) {}
