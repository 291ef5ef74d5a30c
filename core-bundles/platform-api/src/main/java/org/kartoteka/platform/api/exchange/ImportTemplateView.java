package org.kartoteka.platform.api.exchange;

import java.time.Instant;
import java.util.Map;

/** A template as people see it; see {@link ImportTemplate}. */
public record ImportTemplateView(
    ImportTemplateId id,
    String name,
    String type,
    Map<String, String> mapping,
    ImportOptions options,
    String changedBy,
    Instant changedAt) {}
