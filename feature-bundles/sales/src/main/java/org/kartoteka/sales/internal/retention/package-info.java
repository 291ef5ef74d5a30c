/** How long the words of posted documents and payments are kept. */
package org.kartoteka.sales.internal.retention;
