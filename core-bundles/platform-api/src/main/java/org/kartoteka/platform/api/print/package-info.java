/** Documents on paper: described by features, laid out by the house. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.platform.api.print;
