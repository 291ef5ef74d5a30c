/** How long data are kept: rules, the job that finds what is due, and the review of it. */
package org.kartoteka.core.internal.retention;
