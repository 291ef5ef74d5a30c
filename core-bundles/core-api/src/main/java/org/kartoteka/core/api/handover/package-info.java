/** What somebody owned goes to others in one act, whatever bundle keeps it. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.core.api.handover;
