package org.kartoteka.platform.api.feature;

import java.util.List;

/**
 * A feature as administrators see it.
 *
 * @param id the feature's short name, such as {@code competitors}
 * @param title its name in the asker's language
 * @param description what it is for, in the asker's language; may be empty
 * @param version the version of its bundle
 * @param state its state on this node
 * @param needs the features it cannot work without
 * @param neededBy the features that cannot work without it
 * @param contributes what it brings: kinds of contribution with their ids, such as {@code view:
 *     competitors}
 * @param health what is wrong now; empty when all is well
 * @param lastProblem the last failure in plain words; null when there was none
 * @param waitingEvents how many journal events wait for it
 */
public record FeatureView(
    String id,
    String title,
    String description,
    String version,
    FeatureState state,
    List<String> needs,
    List<String> neededBy,
    List<String> contributes,
    List<String> health,
    String lastProblem,
    long waitingEvents) {}
