/** Cards that are probably the same party or person: found while typing and in the register. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.core.api.duplicate;
