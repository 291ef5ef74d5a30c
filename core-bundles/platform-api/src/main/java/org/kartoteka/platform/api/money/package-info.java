/** Amounts with their currency. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.platform.api.money;
