/**
 * Which feature bundles are installed, active, needed or missing, and what switching one would
 * mean.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.platform.api.feature;
