package org.kartoteka.platform.api.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Marks a component as a JAX-RS resource below {@code /api/v1}. The component registers itself as a
 * service of its own class; the resource comes and goes with its bundle, and its address answers
 * 404 naming the stopped feature while it is away. Beans are read and written as JSON, {@link
 * org.kartoteka.platform.api.record.Id}s as strings; a returned {@link Versioned} sets the ETag.
 */
@ComponentPropertyType
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface HttpResource {

  /** Prefix of the properties. */
  String PREFIX_ = "kartoteka.http.";

  /** Always true. */
  boolean resource() default true;
}
