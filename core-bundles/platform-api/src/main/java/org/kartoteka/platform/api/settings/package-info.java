/** Settings of the installation and of its users. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.platform.api.settings;
