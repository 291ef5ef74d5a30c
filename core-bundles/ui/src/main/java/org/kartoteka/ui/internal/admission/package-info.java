/** Admission of new parties: who waits, what is known of them, the decision. */
package org.kartoteka.ui.internal.admission;
