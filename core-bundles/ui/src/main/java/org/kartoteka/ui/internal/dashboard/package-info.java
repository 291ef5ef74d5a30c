/** The first page after signing in: tiles of the house and of its bundles. */
package org.kartoteka.ui.internal.dashboard;
