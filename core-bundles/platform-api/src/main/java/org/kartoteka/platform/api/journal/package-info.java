/** The durable, ordered record of what happened, and those who want to be told of it. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.platform.api.journal;
