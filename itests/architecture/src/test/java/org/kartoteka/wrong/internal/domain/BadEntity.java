package org.kartoteka.wrong.internal.domain;

import org.osgi.framework.BundleContext;

/** Deliberately wrong: an entity that knows the framework. */
public class BadEntity {

  BundleContext context;
}
