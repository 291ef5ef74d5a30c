/** What happened to parties that became one. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.core.api.merge.event;
