/** Backup of the whole installation into one file, and its way back. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.platform.api.backup;
