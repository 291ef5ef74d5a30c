package org.kartoteka.contracts;

/**
 * An entry of a code list.
 *
 * @param code stands in contracts and events, cannot be changed
 * @param retired whether it can no longer be chosen
 */
public record CodeEntry(CodeList list, String code, String name, boolean retired) {}
