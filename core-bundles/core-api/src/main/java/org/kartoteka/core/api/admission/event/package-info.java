/** What happened in reviews of parties. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.core.api.admission.event;
