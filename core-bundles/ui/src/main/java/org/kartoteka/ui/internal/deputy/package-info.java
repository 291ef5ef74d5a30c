/** Who stands in for whom while somebody is away. */
package org.kartoteka.ui.internal.deputy;
