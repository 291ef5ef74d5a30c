/** Bringing records in from files: the wizard, its progress and what was refused. */
package org.kartoteka.ui.internal.exchange;
