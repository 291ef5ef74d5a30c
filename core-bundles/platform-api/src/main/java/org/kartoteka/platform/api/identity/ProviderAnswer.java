package org.kartoteka.platform.api.identity;

import org.kartoteka.platform.api.security.ProviderSession;

/**
 * What a provider says of somebody who has come back from it.
 *
 * @param session his session there
 */
public record ProviderAnswer(Identity identity, ProviderSession session) {}
