/**
 * Personal data: why they are processed, who consented, what was handed out, restricted, erased.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.core.api.privacy;
