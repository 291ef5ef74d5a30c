/** What happened around competitors. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.competitors.event;
