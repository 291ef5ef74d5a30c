/**
 * An own PostgreSQL server beside the product: unpacked, initialised, started and stopped by it.
 * Plain Java, so that tests use the same server as the product.
 */
@Version("1.0.0")
package org.kartoteka.database;

import org.osgi.annotation.versioning.Version;
