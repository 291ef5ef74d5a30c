package org.kartoteka.core.api.register;

import org.kartoteka.core.api.party.RegisterId;
import org.kartoteka.platform.api.http.Versioned;

/**
 * A register.
 *
 * @param size how many parties it holds
 */
public record RegisterView(RegisterId id, long revision, String name, String description, long size)
    implements Versioned {}
