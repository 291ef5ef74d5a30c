/** Bulk acts: one thing done with many parties, with preview, progress and undo. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.core.api.bulk;
