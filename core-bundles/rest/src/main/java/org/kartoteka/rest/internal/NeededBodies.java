package org.kartoteka.rest.internal;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import org.kartoteka.rest.internal.openapi.ResourceMethod;
import org.kartoteka.rest.internal.problem.BadRequest;

/** Refuses a request without a body where the resource needs one. */
final class NeededBodies implements DynamicFeature {

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    if (ResourceMethod.body(resource.getResourceMethod()).isPresent()) {
      context.register(new Needed());
    }
  }

  private static final class Needed implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
      if (!request.hasEntity()) {
        throw new BadRequest("problem.missing-body");
      }
    }
  }
}
