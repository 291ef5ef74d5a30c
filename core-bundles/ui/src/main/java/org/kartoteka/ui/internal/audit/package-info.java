/** The audit log in the browser. */
package org.kartoteka.ui.internal.audit;
