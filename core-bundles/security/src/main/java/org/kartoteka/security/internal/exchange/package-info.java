/** Imports of branches and users. */
package org.kartoteka.security.internal.exchange;
