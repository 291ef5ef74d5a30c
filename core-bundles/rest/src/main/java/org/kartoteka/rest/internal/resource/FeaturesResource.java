package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.feature.FeatureCatalog;
import org.kartoteka.platform.api.feature.FeatureImpact;
import org.kartoteka.platform.api.feature.FeatureState;
import org.kartoteka.platform.api.feature.FeatureView;
import org.kartoteka.platform.api.feature.StartOutcome;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.rest.internal.upload.Upload;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Features, to be started, stopped, installed, removed and purged. */
@Component(service = FeaturesResource.class)
@HttpResource
@Path("features")
@Produces(MediaType.APPLICATION_JSON)
public final class FeaturesResource {

  private final FeatureCatalog features;

  @Activate
  public FeaturesResource(@Reference FeatureCatalog features) {
    this.features = features;
  }

  /**
   * A feature after it was started or stopped.
   *
   * @param caughtUp how many events of the journal were caught up; null after a stop
   * @param stillWaiting how many still wait; null after a stop
   */
  public record SwitchedFeature(
      String id,
      String title,
      String description,
      String version,
      FeatureState state,
      List<String> needs,
      List<String> neededBy,
      List<String> contributes,
      List<String> health,
      String lastProblem,
      long waitingEvents,
      Long caughtUp,
      Long stillWaiting) {

    static SwitchedFeature of(FeatureView view, Long caughtUp, Long stillWaiting) {
      return new SwitchedFeature(
          view.id(),
          view.title(),
          view.description(),
          view.version(),
          view.state(),
          view.needs(),
          view.neededBy(),
          view.contributes(),
          view.health(),
          view.lastProblem(),
          view.waitingEvents(),
          caughtUp,
          stillWaiting);
    }
  }

  /** The wanted state of a feature: {@code ACTIVE} or {@code STOPPED}. */
  public record WantedState(FeatureState state) {}

  /** The feature's id typed once more. */
  public record Confirmation(String confirmation) {}

  /** Where a feature's data went: a file in the data folder. */
  public record Purged(String export) {}

  /** All features. */
  @GET
  @Operation(summary = "List features, stopped and failed ones included")
  public Page<FeatureView> list() {
    return Page.whole(features.features());
  }

  /** One feature. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a feature")
  public FeatureView read(@PathParam("id") String id) {
    return features.feature(id).orElseThrow(() -> new NotFound("feature", id));
  }

  /** Starts or stops a feature. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(summary = "Start or stop a feature")
  public SwitchedFeature change(@PathParam("id") String id, WantedState wanted) {
    read(id);
    if (wanted.state() == null) {
      throw new InvalidInput(FieldError.of("state", "required"));
    }
    return switch (wanted.state()) {
      case ACTIVE -> {
        StartOutcome outcome = features.start(id);
        yield SwitchedFeature.of(outcome.feature(), outcome.caughtUp(), outcome.stillWaiting());
      }
      case STOPPED -> SwitchedFeature.of(features.stop(id), null, null);
      case FAILED -> throw new InvalidInput(FieldError.of("state", "choice", "ACTIVE, STOPPED"));
    };
  }

  /** What stopping a feature would mean. */
  @GET
  @Path("{id}/impact")
  @Operation(summary = "Tell what stopping a feature would mean")
  public FeatureImpact impact(@PathParam("id") String id) {
    read(id);
    return features.impact(id);
  }

  /** Installs or updates a feature. */
  @POST
  @Consumes({
    MediaType.MULTIPART_FORM_DATA,
    "application/java-archive",
    MediaType.APPLICATION_OCTET_STREAM
  })
  @Operation(summary = "Install or update a feature from a jar", description = "All or nothing")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = FeatureView.class)))
  public Response install(
      @Parameter(description = "The file's name, unless the form tells it") @QueryParam("fileName")
          String fileName,
      Upload upload,
      @Context UriInfo address) {
    String name =
        upload
            .value(fileName, "fileName")
            .or(() -> Optional.ofNullable(upload.name()))
            .orElse("feature.jar");
    FeatureView feature = features.install(name, upload.content());
    return Answers.created(address, "features", feature.id(), feature);
  }

  /** Removes the code of a feature. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Remove a feature; its data stay")
  public void remove(@PathParam("id") String id) {
    read(id);
    features.remove(id);
  }

  /** Deletes the data of a feature after exporting them. */
  @POST
  @Path("{id}/purge")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Delete the data of a removed or stopped feature, leaving an export file")
  public Purged purge(@PathParam("id") String id, Confirmation confirmation) {
    if (confirmation.confirmation() == null) {
      throw new InvalidInput(FieldError.of("confirmation", "required"));
    }
    return new Purged(features.purge(id, confirmation.confirmation()));
  }
}
