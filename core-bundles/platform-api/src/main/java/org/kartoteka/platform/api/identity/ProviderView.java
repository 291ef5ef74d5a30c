package org.kartoteka.platform.api.identity;

/**
 * A provider that is in use.
 *
 * @param redirects whether people sign in on its own page; otherwise they type its password here
 */
public record ProviderView(String id, String title, boolean redirects) {}
