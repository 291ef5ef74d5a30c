/** Transactions, paging and revisions. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.platform.api.data;
