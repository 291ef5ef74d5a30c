/** Work that runs at set times or in the background, never twice at once. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.platform.api.job;
