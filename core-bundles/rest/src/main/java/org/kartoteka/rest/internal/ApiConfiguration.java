package org.kartoteka.rest.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.kartoteka.rest.internal.json.JsonBodies;
import org.kartoteka.rest.internal.json.JsonMapping;
import org.kartoteka.rest.internal.openapi.ApiDescription;
import org.kartoteka.rest.internal.problem.AnyFailure;
import org.kartoteka.rest.internal.problem.Problems;
import org.kartoteka.rest.internal.resource.HealthResource;
import org.kartoteka.rest.internal.resource.OpenApiResource;
import org.kartoteka.rest.internal.upload.UploadReader;

/** What a container of resources is made of. */
final class ApiConfiguration {

  private ApiConfiguration() {}

  static ResourceConfig of(List<Object> resources, Problems problems, HealthResource health) {
    ObjectMapper mapper = JsonMapping.fresh();
    ResourceConfig config = new ResourceConfig();
    config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
    config.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
    config.property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
    config.register(new JsonBodies(mapper));
    config.register(new AnyFailure(problems));
    config.register(new Parameters());
    config.register(new CleanAddresses());
    config.register(new BodyLimits());
    config.register(new NeededBodies());
    config.register(new EntityTags());
    config.register(MultiPartFeature.class);
    config.register(new UploadReader());
    resources.forEach(config::register);
    OpenApiResource openApi =
        new OpenApiResource(
            new ApiDescription(
                mapper, classes(resources, HealthResource.class, OpenApiResource.class)));
    return config.register(health).register(openApi);
  }

  private static List<Class<?>> classes(List<Object> resources, Class<?>... more) {
    List<Class<?>> classes = new ArrayList<>(List.of(more));
    resources.forEach(resource -> classes.add(resource.getClass()));
    return classes;
  }
}
