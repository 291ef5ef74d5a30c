/**
 * Commissions as other bundles see them: plans, what was calculated by them and why, what was
 * granted, settled and paid.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.commissions;
