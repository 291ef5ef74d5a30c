/** Import and export of records: described fields, dry run, an outcome per row. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.platform.api.exchange;
