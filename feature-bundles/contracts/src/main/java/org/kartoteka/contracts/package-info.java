/**
 * Contracts as other bundles see them: what was agreed, how long it holds, what annexes changed,
 * and what came of it.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.contracts;
