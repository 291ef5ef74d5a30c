package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.kartoteka.core.api.note.NoteQuery;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.core.api.note.Notebook;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.http.MergePatch;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Persons of all parties. */
@Component(service = PersonsResource.class)
@HttpResource
@Path("persons")
@Produces(MediaType.APPLICATION_JSON)
public final class PersonsResource {

  static final String CUSTOM_CRITERIA =
      "The value of a custom field; also custom.{name}.contains for texts, .from and .to for"
          + " numbers and dates, .without for no value";
  static final String SORTS =
      "Sorts: name (default), party, custom.{name}; records without a value of the custom field"
          + " come last";

  private final PersonDirectory persons;
  private final Notebook notes;
  private final UnitOfWork unitOfWork;

  @Activate
  public PersonsResource(
      @Reference PersonDirectory persons,
      @Reference Notebook notes,
      @Reference UnitOfWork unitOfWork) {
    this.persons = persons;
    this.notes = notes;
    this.unitOfWork = unitOfWork;
  }

  /** A page of persons. */
  @GET
  @Operation(
      summary = "List persons",
      description = SORTS,
      parameters = @Parameter(name = "custom.{name}", description = CUSTOM_CRITERIA))
  public Page<PersonView> list(
      @QueryParam("query") String query,
      @QueryParam("partyId") PartyId party,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort,
      @Context UriInfo address) {
    return persons.page(
        PersonQuery.of(CustomParameters.of(address)).with(query, party),
        PageRequest.of(limit, after, sort));
  }

  /** Adds a person to the party that the body names. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Add a person")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PersonView.class)))
  public Response add(PersonRequest request, @Context UriInfo address) {
    if (request.partyId() == null) {
      throw new InvalidInput(FieldError.of("partyId", "required"));
    }
    PersonView person = persons.add(request.partyId(), request.data());
    return Answers.created(address, "persons", person.id(), person);
  }

  /** One person. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a person")
  public PersonView read(@PathParam("id") PersonId id) {
    return persons.get(id);
  }

  /** Changes a person. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(summary = "Change a person")
  public PersonView change(
      @PathParam("id") PersonId id,
      @HeaderParam("If-Match") String revision,
      @Schema(implementation = PersonData.class) MergePatch patch) {
    ExpectedRevision expected = ExpectedRevision.ifMatch(revision);
    return unitOfWork.callRepeatably(
        () -> {
          PersonView before = persons.get(id);
          expected.check(before.revision(), PersonDirectory.TYPE, id.value());
          return persons.change(id, expected, patch.applyTo(before, PersonData.class));
        });
  }

  /** Removes a person. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Remove a person with the notes about it")
  public void remove(@PathParam("id") PersonId id, @HeaderParam("If-Match") String revision) {
    persons.remove(id, ExpectedRevision.ifMatch(revision));
  }

  /** The notes about a person. */
  @GET
  @Path("{id}/notes")
  @Operation(summary = "List the notes about a person")
  public Page<NoteView> notes(
      @PathParam("id") PersonId id,
      @QueryParam("query") String query,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    persons.get(id);
    return notes.page(new NoteQuery(query, null, id), PageRequest.of(limit, after, null));
  }

  /** Writes a note about a person. */
  @POST
  @Path("{id}/notes")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Write a note about a person")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = NoteView.class)))
  public Response writeNote(
      @PathParam("id") PersonId id, NoteRequest request, @Context UriInfo address) {
    Belonging.check("personId", request.personId(), id);
    NoteView note = notes.write(request.partyId(), id, request.data());
    return Answers.created(address, "notes", note.id(), note);
  }
}
