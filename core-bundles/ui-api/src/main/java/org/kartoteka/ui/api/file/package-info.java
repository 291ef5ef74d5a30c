/** Files of bundles for browsers. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.ui.api.file;
