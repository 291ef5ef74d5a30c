/** Can the parts of the system work? */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.platform.api.health;
