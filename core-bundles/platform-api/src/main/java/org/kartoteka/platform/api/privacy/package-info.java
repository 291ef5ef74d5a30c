/** What all bundles know of one person: shown, handed out, erased. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.platform.api.privacy;
