/** Registers ("bases"): definable lists of parties (TEN-2). */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.core.api.register;
