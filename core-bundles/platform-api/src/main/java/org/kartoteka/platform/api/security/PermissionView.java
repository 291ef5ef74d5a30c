package org.kartoteka.platform.api.security;

/**
 * A permission as administrators see it.
 *
 * @param resting whether the bundle that declared it is not active now
 */
public record PermissionView(String name, String feature, boolean resting) {}
