/** The test kit: fakes of the contracts and a real PostgreSQL for tests. */
package org.kartoteka.testing;
