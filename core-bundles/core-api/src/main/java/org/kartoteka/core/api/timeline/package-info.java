/** What happened on a party, in order, whatever bundle knows of it. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.core.api.timeline;
