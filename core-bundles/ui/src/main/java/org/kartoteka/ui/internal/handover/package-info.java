/** Handing over what somebody owned: to whom, preview, progress, undo. */
package org.kartoteka.ui.internal.handover;
