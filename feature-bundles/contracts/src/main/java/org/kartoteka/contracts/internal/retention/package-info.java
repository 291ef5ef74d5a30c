/** How long contracts that are over are kept. */
package org.kartoteka.contracts.internal.retention;
