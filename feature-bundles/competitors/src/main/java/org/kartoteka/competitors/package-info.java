/**
 * Competitors as other bundles see them: what they do, sell, charge, and where they are present.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.competitors;
