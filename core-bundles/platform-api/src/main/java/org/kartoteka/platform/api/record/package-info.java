/**
 * Identity of records across bundles: typed ids and references that stay readable when the bundle
 * that owns the record is switched off.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.platform.api.record;
