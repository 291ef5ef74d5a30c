/** Custom fields: where they are defined, filled in and shown. */
package org.kartoteka.ui.internal.custom;
