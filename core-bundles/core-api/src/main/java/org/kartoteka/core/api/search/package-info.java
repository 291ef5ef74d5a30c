/** One search box over everything. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.core.api.search;
