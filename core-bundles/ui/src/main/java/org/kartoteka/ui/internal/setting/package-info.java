/** The settings of the house, its own pages and those that bundles add. */
package org.kartoteka.ui.internal.setting;
