/** Admission: the review that new parties go through (ALF-10). */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.core.api.admission;
