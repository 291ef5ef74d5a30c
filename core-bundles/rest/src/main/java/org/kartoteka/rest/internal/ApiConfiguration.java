package org.kartoteka.rest.internal;

import java.util.List;
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.kartoteka.rest.internal.json.JsonBodies;
import org.kartoteka.rest.internal.json.JsonMapping;
import org.kartoteka.rest.internal.problem.AnyFailure;
import org.kartoteka.rest.internal.problem.Problems;
import org.kartoteka.rest.internal.upload.UploadReader;

/** What a container of resources is made of. */
final class ApiConfiguration {

  private ApiConfiguration() {}

  static ResourceConfig of(List<Object> resources, Problems problems) {
    ResourceConfig config = new ResourceConfig();
    config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
    config.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
    config.property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
    config.register(new JsonBodies(JsonMapping.fresh()));
    config.register(new AnyFailure(problems));
    config.register(new Parameters());
    config.register(new CleanAddresses());
    config.register(new ReadableHeaders());
    config.register(new BodyLimits());
    config.register(new NeededBodies());
    config.register(new EntityTags());
    config.register(MultiPartFeature.class);
    config.register(new UploadReader());
    resources.forEach(config::register);
    return config;
  }
}
