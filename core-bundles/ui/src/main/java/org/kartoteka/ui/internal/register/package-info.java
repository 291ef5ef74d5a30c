/** The registers parties stand in: define, change, remove, open. */
package org.kartoteka.ui.internal.register;
