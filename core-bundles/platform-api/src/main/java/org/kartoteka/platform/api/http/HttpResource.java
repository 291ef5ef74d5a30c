package org.kartoteka.platform.api.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Marks a component as a JAX-RS resource below {@code /api/v1}. The component registers itself as a
 * service of its own class; the resource comes and goes with its bundle, and its address answers
 * 404 naming the stopped feature while it is away: the bundle's header {@code Kartoteka-Http} lists
 * the paths, without it the feature's id is taken as its path.
 *
 * <pre>{@code
 * @Component(service = RivalsResource.class)
 * @HttpResource
 * @Path("rivals")
 * @Produces(MediaType.APPLICATION_JSON)
 * public final class RivalsResource {
 *
 *   @GET
 *   public Page<RivalView> list(
 *       @QueryParam("query") String query,
 *       @QueryParam("limit") Integer limit,
 *       @QueryParam("after") String after,
 *       @QueryParam("sort") String sort) {
 *     return rivals.page(query, PageRequest.of(limit, after, sort));
 *   }
 *
 *   @POST
 *   @Consumes(MediaType.APPLICATION_JSON)
 *   @ApiResponse(
 *       responseCode = "201",
 *       content = @Content(schema = @Schema(implementation = RivalView.class)))
 *   public Response add(RivalData data, @Context UriInfo address) {
 *     RivalView rival = rivals.add(data);
 *     URI location =
 *         address.getAbsolutePathBuilder().path("{id}").build(rival.id().value());
 *     return Response.created(location).entity(rival).build();
 *   }
 *
 *   @PATCH
 *   @Path("{id}")
 *   @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
 *   public RivalView change(
 *       @PathParam("id") RivalId id,
 *       @HeaderParam("If-Match") String revision,
 *       @Schema(implementation = RivalData.class) MergePatch patch) {
 *     return rivals.change(
 *         id, ExpectedRevision.ifMatch(revision), patch.applyTo(rivals.get(id), RivalData.class));
 *   }
 * }
 * }</pre>
 *
 * <p>Everything is signed in before a resource is called; the services ask for rights. A method
 * takes what comes from the address by annotated parameters and the body by the one parameter
 * without annotation, which is required. Records are read and written as JSON: {@link
 * org.kartoteka.platform.api.record.Id}s and decimal numbers as strings, times in ISO 8601; unknown
 * members and wrong types are refused before the method is called. A returned {@link Versioned}
 * sets the ETag; a {@link org.kartoteka.platform.api.problem.Problem} becomes problem details;
 * {@code Idempotency-Key} needs nothing from the resource, but a POST must then answer on its own
 * thread. The OpenAPI description follows from the signatures, with {@code Operation}, {@code
 * Parameter}, {@code Schema} and {@code ApiResponse} of swagger for what they do not say.
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
