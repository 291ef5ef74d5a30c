/** What bundles with entities have in common; the only API that knows JPA. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.persistence;
