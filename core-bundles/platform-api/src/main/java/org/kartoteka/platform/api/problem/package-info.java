/**
 * What can go wrong in the field's words: exceptions that carry a message key, so that every door
 * can say it in the reader's language.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.platform.api.problem;
