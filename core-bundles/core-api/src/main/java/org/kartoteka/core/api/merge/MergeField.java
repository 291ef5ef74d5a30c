package org.kartoteka.core.api.merge;

import java.util.List;

/**
 * A field in which the parties of a merge may differ.
 *
 * @param name the field's name as in the JSON of a party; {@code custom.<name>} for a custom field
 * @param list whether its values are joined unless one is chosen
 * @param different whether there is anything to choose
 * @param values the values as texts, in the order of the parties; null where a party has none
 * @param suggested the place of the value the survivor gets unless another is chosen; -1 for a list
 *     that is joined
 */
public record MergeField(
    String name, boolean list, boolean different, List<String> values, int suggested) {}
