/** Notes on parties and persons. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.core.api.note;
