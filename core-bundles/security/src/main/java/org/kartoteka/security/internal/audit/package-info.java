/** The audit log: its entries, their seals, the verification. */
package org.kartoteka.security.internal.audit;
