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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.kartoteka.core.api.note.NoteQuery;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.core.api.note.Notebook;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.party.RegisterId;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.api.register.RegisterView;
import org.kartoteka.core.api.register.Registers;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.rest.internal.json.JsonMergePatch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Parties, and what belongs to one. */
@Component(service = PartiesResource.class)
@HttpResource
@Path("parties")
@Produces(MediaType.APPLICATION_JSON)
public final class PartiesResource {

  private static final String PATCHES = "application/merge-patch+json";
  private static final Set<String> PLAIN =
      Set.of("query", "status", "kind", "role", "tag", "register", "owner", "city", "country");

  private final PartyRegister parties;
  private final PersonDirectory persons;
  private final Notebook notes;
  private final Registers registers;
  private final UnitOfWork unitOfWork;

  @Activate
  public PartiesResource(
      @Reference PartyRegister parties,
      @Reference PersonDirectory persons,
      @Reference Notebook notes,
      @Reference Registers registers,
      @Reference UnitOfWork unitOfWork) {
    this.parties = parties;
    this.persons = persons;
    this.notes = notes;
    this.registers = registers;
    this.unitOfWork = unitOfWork;
  }

  /** A page of parties. */
  @GET
  @Operation(
      summary = "List parties",
      description =
          "Sorts: name (default), number, status, city, rating, changedAt, custom.{name}; records"
              + " without a value of the custom field come last. Several criteria are all met;"
              + " several values of one are alternatives, of tag all are met",
      parameters = {
        @Parameter(name = "withoutTag", description = "None of these tags"),
        @Parameter(name = "withoutRegister", description = "Not in this register"),
        @Parameter(name = "ratingFrom", description = "Rated so or better, 1 to 5"),
        @Parameter(name = "ratingTo", description = "Rated so or worse, 1 to 5"),
        @Parameter(name = "createdFrom", description = "Registered on this day or later"),
        @Parameter(name = "createdTo", description = "Registered on this day or earlier"),
        @Parameter(name = "createdWithinDays", description = "Registered in so many days"),
        @Parameter(name = "changedFrom", description = "Changed on this day or later"),
        @Parameter(name = "changedTo", description = "Changed last on this day or earlier"),
        @Parameter(name = "changedWithinDays", description = "Changed in so many days"),
        @Parameter(name = "unchangedForDays", description = "Not changed in so many days"),
        @Parameter(
            name = "without",
            description =
                "What they lack: OWNER, RATING, TAG, ROLE, IDENTIFIER, ADDRESS, PHONE, EMAIL, WEB,"
                    + " BANK_ACCOUNT, REGISTER, PERSON, NOTE"),
        @Parameter(name = "custom.{name}", description = PersonsResource.CUSTOM_CRITERIA)
      })
  public Page<PartySummary> list(
      @QueryParam("query") String query,
      @QueryParam("status") List<PartyStatus> statuses,
      @QueryParam("kind") PartyKind kind,
      @QueryParam("role") List<String> roles,
      @QueryParam("tag") List<String> tags,
      @QueryParam("register") RegisterId register,
      @QueryParam("owner") UserId owner,
      @QueryParam("city") String city,
      @QueryParam("country") List<String> countries,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort,
      @Context UriInfo address) {
    PartyQuery.Builder wanted = further(address).and();
    wanted.text(query).kind(kind).register(register).owner(owner).city(city);
    statuses.stream().filter(Objects::nonNull).forEach(wanted::status);
    given(roles).forEach(wanted::role);
    given(tags).forEach(wanted::tag);
    given(countries).forEach(wanted::country);
    return parties.page(wanted.query(), PageRequest.of(limit, after, sort));
  }

  /** The criteria that are no parameters of the method. */
  private static PartyQuery further(UriInfo address) {
    Map<String, List<String>> fields = CustomParameters.of(address);
    address
        .getQueryParameters()
        .forEach(
            (name, values) -> {
              if (PartyQuery.fieldNames().contains(name) && !PLAIN.contains(name)) {
                fields.put(name, values);
              }
            });
    return PartyQuery.of(fields);
  }

  private static List<String> given(List<String> texts) {
    return texts.stream().filter(text -> text != null && !text.isBlank()).toList();
  }

  /** Registers a party. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Register a party")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PartyView.class)))
  public Response register(PartyRequest request, @Context UriInfo address) {
    PartyView party =
        unitOfWork.callRepeatably(
            () -> {
              PartyView registered = parties.register(request.data());
              return request.status() == null
                  ? registered
                  : withStatus(registered, request.status(), request.statusReason());
            });
    return Answers.created(address, "parties", party.id(), party);
  }

  /** One party. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a party")
  public PartyView read(@PathParam("id") PartyId id) {
    return parties.get(id);
  }

  /** Changes a party. */
  @PATCH
  @Path("{id}")
  @Consumes({PATCHES, MediaType.APPLICATION_JSON})
  @Operation(
      summary = "Change a party",
      description = "The status may be changed along; statusReason tells why")
  public PartyView change(
      @PathParam("id") PartyId id,
      @HeaderParam("If-Match") String revision,
      @Schema(implementation = PartyRequest.class) JsonMergePatch patch) {
    ExpectedRevision expected = ExpectedRevision.ifMatch(revision);
    Optional<PartyStatus> status = patch.take("status", PartyStatus.class);
    String reason = patch.take("statusReason", String.class).orElse(null);
    return unitOfWork.callRepeatably(
        () -> {
          PartyView before = parties.get(id);
          expected.check(before.revision(), PartyRegister.TYPE, id.value());
          PartyView after =
              patch.isEmpty()
                  ? before
                  : parties.change(id, expected, patch.applyTo(before, PartyData.class));
          return status.map(wanted -> withStatus(after, wanted, reason)).orElse(after);
        });
  }

  private PartyView withStatus(PartyView party, PartyStatus status, String reason) {
    return party.status() == status
        ? party
        : parties.changeStatus(party.id(), ExpectedRevision.of(party.revision()), status, reason);
  }

  /** Removes a party. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Remove a party with its persons and notes")
  public void remove(@PathParam("id") PartyId id, @HeaderParam("If-Match") String revision) {
    parties.remove(id, ExpectedRevision.ifMatch(revision));
  }

  /** The persons of a party. */
  @GET
  @Path("{id}/persons")
  @Operation(
      summary = "List the persons of a party",
      operationId = "parties.persons",
      description = PersonsResource.SORTS,
      parameters =
          @Parameter(name = "custom.{name}", description = PersonsResource.CUSTOM_CRITERIA))
  public Page<PersonView> persons(
      @PathParam("id") PartyId id,
      @QueryParam("query") String query,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort,
      @Context UriInfo address) {
    parties.get(id);
    return persons.page(
        PersonQuery.of(CustomParameters.of(address)).with(query, id),
        PageRequest.of(limit, after, sort));
  }

  /** Adds a person to a party. */
  @POST
  @Path("{id}/persons")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Add a person to a party")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PersonView.class)))
  public Response addPerson(
      @PathParam("id") PartyId id, PersonRequest request, @Context UriInfo address) {
    Belonging.check("partyId", request.partyId(), id);
    PersonView person = persons.add(id, request.data());
    return Answers.created(address, "persons", person.id(), person);
  }

  /** The notes of a party. */
  @GET
  @Path("{id}/notes")
  @Operation(summary = "List the notes of a party and its persons")
  public Page<NoteView> notes(
      @PathParam("id") PartyId id,
      @QueryParam("query") String query,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    parties.get(id);
    return notes.page(new NoteQuery(query, id, null), PageRequest.of(limit, after, null));
  }

  /** Writes a note on a party. */
  @POST
  @Path("{id}/notes")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Write a note on a party")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = NoteView.class)))
  public Response writeNote(
      @PathParam("id") PartyId id, NoteRequest request, @Context UriInfo address) {
    Belonging.check("partyId", request.partyId(), id);
    NoteView note = notes.write(id, request.personId(), request.data());
    return Answers.created(address, "notes", note.id(), note);
  }

  /** The registers a party is in. */
  @GET
  @Path("{id}/registers")
  @Operation(summary = "List the registers a party is in")
  public Page<RegisterView> registers(
      @Parameter(description = "The party") @PathParam("id") PartyId id) {
    return Page.whole(registers.of(id));
  }
}
