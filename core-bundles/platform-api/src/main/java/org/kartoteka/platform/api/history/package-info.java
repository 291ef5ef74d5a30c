/** The change history of every record, field by field: who, when, before, after (ALF-26). */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.platform.api.history;
