/**
 * The card register: parties (organisations and natural persons), their status and what it permits.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.core.api.party;
