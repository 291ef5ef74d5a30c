/** How long kinds of data are kept, and the review of what is due. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.core.api.retention;
