package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.privacy.ConsentData;
import org.kartoteka.core.api.privacy.ConsentId;
import org.kartoteka.core.api.privacy.ConsentView;
import org.kartoteka.core.api.privacy.Consents;
import org.kartoteka.core.api.privacy.ErasureView;
import org.kartoteka.core.api.privacy.LegalBasis;
import org.kartoteka.core.api.privacy.PersonalDataRights;
import org.kartoteka.core.api.privacy.PersonalDataRights.Form;
import org.kartoteka.core.api.privacy.PersonalDataStanding;
import org.kartoteka.core.api.privacy.ProcessingPurpose;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.document.AttachmentId;
import org.kartoteka.platform.api.document.AttachmentView;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.privacy.PersonalDatum;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.rest.internal.upload.Download;
import org.kartoteka.rest.internal.upload.Upload;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a person can ask for: what is held of them, consents, restriction, erasure. */
@Component(service = PersonalDataResource.class)
@HttpResource
@Path("personal-data")
@Produces(MediaType.APPLICATION_JSON)
public final class PersonalDataResource {

  private final PersonalDataRights rights;
  private final Consents consents;
  private final CurrentUser currentUser;

  @Activate
  public PersonalDataResource(
      @Reference PersonalDataRights rights,
      @Reference Consents consents,
      @Reference CurrentUser currentUser) {
    this.rights = rights;
    this.consents = consents;
    this.currentUser = currentUser;
  }

  /**
   * A purpose of processing.
   *
   * @param basis the legal ground
   * @param archived null for false
   */
  public record PurposeRequest(LegalBasis basis, String description, Boolean archived) {}

  /**
   * Why something is done.
   *
   * @param reason who asked for it and when
   */
  public record ReasonRequest(String reason) {}

  /**
   * A withdrawal.
   *
   * @param how by which way it was withdrawn
   */
  public record WithdrawalRequest(String how) {}

  /** All purposes. */
  @GET
  @Path("purposes")
  @Operation(summary = "List what personal data are processed for")
  public Page<ProcessingPurpose> purposes() {
    return Page.whole(consents.purposes());
  }

  /** Adds or changes a purpose. */
  @PUT
  @Path("purposes/{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Add or change a purpose")
  public ProcessingPurpose save(@PathParam("name") String name, PurposeRequest purpose) {
    return consents.save(
        new ProcessingPurpose(
            name, purpose.basis(), purpose.description(), Boolean.TRUE.equals(purpose.archived())));
  }

  /** Everything that is held of a person. */
  @GET
  @Path("persons/{id}")
  @Operation(
      summary = "Read everything that is held of a person",
      description = "In every feature, stopped ones too; stands in the audit log")
  public Page<PersonalDatum> register(@PathParam("id") PersonId id) {
    return Page.whole(rights.register(id));
  }

  /** Everything that is held of a person, as a file. */
  @GET
  @Path("persons/{id}/file")
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  @Operation(summary = "Download everything that is held of a person")
  public Response file(
      @PathParam("id") PersonId id,
      @Parameter(description = "JSON if not given") @QueryParam("form") Form form) {
    Form wanted = form == null ? Form.JSON : form;
    rights.standing(id);
    User user = currentUser.require();
    return Download.of(
        "personal-data-" + id.value() + (wanted == Form.JSON ? ".json" : ".html"),
        wanted == Form.JSON ? MediaType.APPLICATION_JSON : MediaType.TEXT_HTML,
        out ->
            currentUser.runAs(
                user,
                () -> {
                  rights.dossier(id, wanted, out);
                  return null;
                }));
  }

  /** How the processing stands. */
  @GET
  @Path("persons/{id}/standing")
  @Operation(summary = "Read whether processing is restricted and what was erased")
  public PersonalDataStanding standing(@PathParam("id") PersonId id) {
    return rights.standing(id);
  }

  /** Restricts the processing. */
  @PUT
  @Path("persons/{id}/restriction")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Restrict the processing of a person's data")
  public PersonalDataStanding restrict(@PathParam("id") PersonId id, ReasonRequest request) {
    return rights.restrict(id, request.reason());
  }

  /** Permits the processing again. */
  @DELETE
  @Path("persons/{id}/restriction")
  @Operation(summary = "Permit the processing of a person's data again")
  public PersonalDataStanding release(@PathParam("id") PersonId id) {
    return rights.release(id);
  }

  /** Tries an erasure. */
  @POST
  @Path("persons/{id}/erasure-preview")
  @Operation(summary = "Tell what an erasure would erase, and what it would keep and why")
  public ErasureView preview(@PathParam("id") PersonId id) {
    return rights.preview(id);
  }

  /** Erases. */
  @POST
  @Path("persons/{id}/erasure")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Erase a person everywhere, or make it anonymous where a record has to stay",
      description = "Cannot be undone; of a private person the party is erased too")
  public ErasureView erase(@PathParam("id") PersonId id, ReasonRequest request) {
    return rights.erase(id, request.reason());
  }

  /** The consents of a person. */
  @GET
  @Path("persons/{id}/consents")
  @Operation(summary = "List the consents of a person, those withdrawn too")
  public Page<ConsentView> consents(@PathParam("id") PersonId id) {
    return Page.whole(consents.of(id));
  }

  /** Writes a consent down. */
  @POST
  @Path("persons/{id}/consents")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Record a consent")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ConsentView.class)))
  public Response give(
      @PathParam("id") PersonId id, ConsentData consent, @Context UriInfo address) {
    ConsentView given = consents.give(id, consent);
    return Answers.created(
        address, "personal-data/persons/" + id.value() + "/consents", given.id(), given);
  }

  /** Withdraws a consent. */
  @POST
  @Path("persons/{id}/consents/{consent}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Withdraw a consent, at once")
  public ConsentView withdraw(
      @PathParam("id") PersonId id,
      @PathParam("consent") ConsentId consent,
      WithdrawalRequest request) {
    return consents.withdraw(id, consent, request.how());
  }

  /** Adds a proof. */
  @POST
  @Path("persons/{id}/consents/{consent}/proofs")
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_OCTET_STREAM})
  @Operation(summary = "Add a file that shows that a consent was given")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AttachmentView.class)))
  public Response prove(
      @PathParam("id") PersonId id,
      @PathParam("consent") ConsentId consent,
      @Parameter(description = "The file's name, unless the form tells it") @QueryParam("fileName")
          String fileName,
      Upload upload,
      @Context UriInfo address) {
    String name =
        upload
            .value(fileName, "fileName")
            .or(() -> Optional.ofNullable(upload.name()))
            .orElseThrow(() -> new InvalidInput(FieldError.of("fileName", "required")));
    AttachmentView proof = consents.prove(id, consent, name, upload.content());
    return Answers.created(
        address,
        "personal-data/persons/" + id.value() + "/consents/" + consent.value() + "/proofs",
        proof.id(),
        proof);
  }

  /** The content of a proof. */
  @GET
  @Path("persons/{id}/consents/{consent}/proofs/{proof}")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "Download a file that shows that a consent was given")
  public Response proof(
      @PathParam("id") PersonId id,
      @PathParam("consent") ConsentId consent,
      @PathParam("proof") AttachmentId proof) {
    AttachmentView view =
        consents.of(id).stream()
            .filter(one -> one.id().equals(consent))
            .flatMap(one -> one.proofs().stream())
            .filter(one -> one.id().equals(proof))
            .findFirst()
            .orElseThrow(() -> new NotFound("attachment", proof.value()));
    return Download.of(view.name(), view.mediaType(), consents.open(id, consent, proof));
  }
}
