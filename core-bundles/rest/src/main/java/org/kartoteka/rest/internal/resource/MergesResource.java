package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.kartoteka.core.api.merge.MergeId;
import org.kartoteka.core.api.merge.MergeParties;
import org.kartoteka.core.api.merge.MergePersons;
import org.kartoteka.core.api.merge.MergePreview;
import org.kartoteka.core.api.merge.MergeQuery;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.core.api.merge.Merges;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Several parties, or persons of one party, become one, and several again. */
@Component(service = MergesResource.class)
@HttpResource
@Path("merges")
@Produces(MediaType.APPLICATION_JSON)
public final class MergesResource {

  private final Merges merges;

  @Activate
  public MergesResource(@Reference Merges merges) {
    this.merges = merges;
  }

  /**
   * Which cards become one.
   *
   * @param type {@code party} unless it says {@code person}
   * @param choices by field the id of the card whose value the survivor gets
   * @param revisions by the id of a card the revision the decision was made on
   */
  public record MergeRequest(
      String type,
      String survivor,
      List<String> merged,
      Map<String, String> choices,
      Map<String, Long> revisions) {

    boolean persons() {
      if (type == null || type.equals(PartyRegister.TYPE)) {
        return false;
      }
      if (!type.equals(PersonDirectory.TYPE)) {
        throw new InvalidInput(
            FieldError.of("type", "choice", PartyRegister.TYPE + ", " + PersonDirectory.TYPE));
      }
      return true;
    }

    <I> I survivor(LongFunction<I> type) {
      return survivor == null ? null : id("survivor", survivor, type);
    }

    <I> List<I> merged(LongFunction<I> type) {
      return merged == null
          ? List.of()
          : merged.stream().map(one -> id("merged", one, type)).toList();
    }

    <I> Map<String, I> choices(LongFunction<I> type) {
      Map<String, I> chosen = new HashMap<>();
      if (choices != null) {
        choices.forEach((field, card) -> chosen.put(field, id("choices." + field, card, type)));
      }
      return chosen;
    }

    <I> Map<I, Long> revisions(LongFunction<I> type) {
      Map<I, Long> byCard = new HashMap<>();
      if (revisions != null) {
        revisions.forEach((card, revision) -> byCard.put(id("revisions", card, type), revision));
      }
      return byCard;
    }

    private static <I> I id(String field, String text, LongFunction<I> type) {
      try {
        return type.apply(Long.parseLong(text));
      } catch (NumberFormatException e) {
        throw new InvalidInput(FieldError.of(field, "id"));
      }
    }
  }

  /** The merges of this installation. */
  @GET
  @Operation(
      summary = "List merges",
      description = "The latest first; with standing=true those that were not undone")
  public Page<MergeView> list(
      @QueryParam("party") PartyId party,
      @QueryParam("person") PersonId person,
      @QueryParam("standing") Boolean standing,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    return merges.page(
        new MergeQuery(party, person, Boolean.TRUE.equals(standing)),
        PageRequest.of(limit, after, null));
  }

  /** Merges parties, or persons of one party. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Merge one to four parties, or persons of one party, into another",
      description =
          "type is party or person. choices names fields and the card whose value is taken; a field"
              + " that is not named keeps the survivor's value, or the first there is, and lists are"
              + " joined. The others answer with 308 to the survivor from then on")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = MergeView.class)))
  public Response merge(MergeRequest request, @Context UriInfo address) {
    MergeView merge =
        request.persons()
            ? merges.merge(
                new MergePersons(
                    request.survivor(PersonId::new),
                    request.merged(PersonId::new),
                    request.choices(PersonId::new),
                    request.revisions(PersonId::new)))
            : merges.merge(
                new MergeParties(
                    request.survivor(PartyId::new),
                    request.merged(PartyId::new),
                    request.choices(PartyId::new),
                    request.revisions(PartyId::new)));
    return Answers.created(address, "merges", merge.id(), merge);
  }

  /** What a merge would do. */
  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "See what a merge would do",
      description = "Nothing is written: the fields side by side and what would move")
  public MergePreview preview(MergeRequest request) {
    return request.persons()
        ? merges.preview(request.survivor(PersonId::new), request.merged(PersonId::new))
        : merges.preview(request.survivor(PartyId::new), request.merged(PartyId::new));
  }

  /** One merge. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a merge")
  public MergeView read(@PathParam("id") MergeId id) {
    return merges.get(id);
  }

  /** Undoes it. */
  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Undo a merge",
      description =
          "Everything that moved goes back; what was changed since is kept, and remarks tell it")
  public MergeView undo(@PathParam("id") MergeId id) {
    return merges.undo(id);
  }
}
