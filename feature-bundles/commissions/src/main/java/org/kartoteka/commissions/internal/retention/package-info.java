/** How long words about people are kept on commissions. */
package org.kartoteka.commissions.internal.retention;
