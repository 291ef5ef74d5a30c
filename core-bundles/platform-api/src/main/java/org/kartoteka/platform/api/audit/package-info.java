/**
 * Who did what and when, in one sealed log: changes, reading of private data, sign-ins, exports.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.platform.api.audit;
