/** What happened to custom fields. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.core.api.custom.event;
