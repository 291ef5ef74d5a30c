package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.kartoteka.core.api.duplicate.DuplicatePair;
import org.kartoteka.core.api.duplicate.DuplicatePersons;
import org.kartoteka.core.api.duplicate.DuplicatePersonsQuery;
import org.kartoteka.core.api.duplicate.DuplicateProgress;
import org.kartoteka.core.api.duplicate.DuplicateQuery;
import org.kartoteka.core.api.duplicate.Duplicates;
import org.kartoteka.core.api.duplicate.SimilarParty;
import org.kartoteka.core.api.duplicate.SimilarPerson;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.HttpResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Parties, and contact persons, that are probably the same. */
@Component(service = DuplicatesResource.class)
@HttpResource
@Path("duplicates")
@Produces(MediaType.APPLICATION_JSON)
public final class DuplicatesResource {

  private static final int USUAL = 5;

  private final Duplicates duplicates;

  @Activate
  public DuplicatesResource(@Reference Duplicates duplicates) {
    this.duplicates = duplicates;
  }

  /** Pairs that wait for a decision. */
  @GET
  @Operation(
      summary = "List pairs of parties that are probably the same",
      description =
          "The likeliest first; with dismissed=true those that were said not to be the same")
  public Page<DuplicatePair> list(
      @QueryParam("party") PartyId party,
      @QueryParam("dismissed") Boolean dismissed,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    return duplicates.page(
        new DuplicateQuery(party, Boolean.TRUE.equals(dismissed)),
        PageRequest.of(limit, after, null));
  }

  /** How far the search is. */
  @GET
  @Path("progress")
  @Operation(
      summary = "Read how far the search for duplicates is",
      description =
          "Parties and contact persons are compared in the background soon after each change")
  public DuplicateProgress progress() {
    return duplicates.progress();
  }

  /** Parties that look like data that are not saved yet. */
  @POST
  @Path("check")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Find parties that look like data that are not saved yet",
      description =
          "Nothing is written; the data may be incomplete. except is the party they belong to: it"
              + " is not found, nor are those that were said not to be the same; limit 1 to 50")
  public Page<SimilarParty> check(
      @QueryParam("except") PartyId except,
      @QueryParam("limit") Integer limit,
      PartyRequest request) {
    return Page.whole(duplicates.check(request.data(), except, limit == null ? USUAL : limit));
  }

  /** Says that two are not the same. */
  @PUT
  @Path("{one}/{other}/dismissal")
  @Operation(summary = "Say that two parties are not the same")
  public void dismiss(@PathParam("one") PartyId one, @PathParam("other") PartyId other) {
    duplicates.dismiss(one, other);
  }

  /** Takes that back. */
  @DELETE
  @Path("{one}/{other}/dismissal")
  @Operation(summary = "Take back that two parties are not the same")
  public void reopen(@PathParam("one") PartyId one, @PathParam("other") PartyId other) {
    duplicates.reopen(one, other);
  }

  /** Pairs of persons that wait for a decision. */
  @GET
  @Path("persons")
  @Operation(
      summary = "List pairs of contact persons that are probably the same",
      description =
          "The likeliest first; with dismissed=true those of which somebody said that both cards are"
              + " right. Two of one party can be merged; two of different parties stand here only"
              + " on strong evidence and can be merged once they are at one party")
  public Page<DuplicatePersons> persons(
      @QueryParam("person") PersonId person,
      @QueryParam("dismissed") Boolean dismissed,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    return duplicates.page(
        new DuplicatePersonsQuery(person, Boolean.TRUE.equals(dismissed)),
        PageRequest.of(limit, after, null));
  }

  /** Persons that look like data that are not saved yet. */
  @POST
  @Path("persons/check")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Find persons that look like data that are not saved yet",
      description =
          "Nothing is written; the data may be incomplete. Those of the party that partyId names"
              + " come first; of other parties those who share an e-mail, a phone, or the name and"
              + " the birthday. except is the person they belong to: it is not found, nor are those"
              + " of which somebody said that both cards are right; limit 1 to 50")
  public Page<SimilarPerson> checkPerson(
      @QueryParam("except") PersonId except,
      @QueryParam("limit") Integer limit,
      PersonRequest request) {
    return Page.whole(
        duplicates.check(request.data(), request.partyId(), except, limit == null ? USUAL : limit));
  }

  /** Says that both cards are right. */
  @PUT
  @Path("persons/{one}/{other}/dismissal")
  @Operation(
      summary = "Say that two persons are not the same",
      description = "Or that they are, and work for two parties: both cards stay")
  public void dismissPersons(@PathParam("one") PersonId one, @PathParam("other") PersonId other) {
    duplicates.dismiss(one, other);
  }

  /** Takes that back. */
  @DELETE
  @Path("persons/{one}/{other}/dismissal")
  @Operation(summary = "Take back that two persons are not the same")
  public void reopenPersons(@PathParam("one") PersonId one, @PathParam("other") PersonId other) {
    duplicates.reopen(one, other);
  }
}
