/** Deliberately wrong: exported, and shows what must stay inside. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.wrong.shown;
