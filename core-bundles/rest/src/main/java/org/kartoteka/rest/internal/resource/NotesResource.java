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
import java.util.Optional;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.note.NoteId;
import org.kartoteka.core.api.note.NoteQuery;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.core.api.note.Notebook;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.document.AttachmentId;
import org.kartoteka.platform.api.document.AttachmentView;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.http.MergePatch;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.rest.internal.upload.Download;
import org.kartoteka.rest.internal.upload.Upload;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notes with their attachments. */
@Component(service = NotesResource.class)
@HttpResource
@Path("notes")
@Produces(MediaType.APPLICATION_JSON)
public final class NotesResource {

  private final Notebook notes;
  private final UnitOfWork unitOfWork;

  @Activate
  public NotesResource(@Reference Notebook notes, @Reference UnitOfWork unitOfWork) {
    this.notes = notes;
    this.unitOfWork = unitOfWork;
  }

  /** A page of notes. */
  @GET
  @Operation(summary = "List notes", description = "Pinned ones first, then the latest first")
  public Page<NoteView> list(
      @QueryParam("query") String query,
      @QueryParam("partyId") PartyId party,
      @QueryParam("personId") PersonId person,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    return notes.page(new NoteQuery(query, party, person), PageRequest.of(limit, after, null));
  }

  /** Writes a note on the party or about the person that the body names. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Write a note")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = NoteView.class)))
  public Response write(NoteRequest request, @Context UriInfo address) {
    NoteView note = notes.write(request.partyId(), request.personId(), request.data());
    return Answers.created(address, "notes", note.id(), note);
  }

  /** One note. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a note")
  public NoteView read(@PathParam("id") NoteId id) {
    return notes.get(id);
  }

  /** Edits a note. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(summary = "Edit a note")
  public NoteView change(
      @PathParam("id") NoteId id,
      @HeaderParam("If-Match") String revision,
      @Schema(implementation = NoteData.class) MergePatch patch) {
    ExpectedRevision expected = ExpectedRevision.ifMatch(revision);
    return unitOfWork.callRepeatably(
        () -> {
          NoteView before = notes.get(id);
          expected.check(before.revision(), Notebook.TYPE, id.value());
          return notes.change(id, expected, patch.applyTo(before, NoteData.class));
        });
  }

  /** Removes a note. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Remove a note with its attachments")
  public void remove(@PathParam("id") NoteId id, @HeaderParam("If-Match") String revision) {
    notes.remove(id, ExpectedRevision.ifMatch(revision));
  }

  /** The attachments of a note. */
  @GET
  @Path("{id}/attachments")
  @Operation(summary = "List the attachments of a note")
  public Page<AttachmentView> attachments(@PathParam("id") NoteId id) {
    return Page.whole(notes.get(id).attachments());
  }

  /** Attaches a file to a note. */
  @POST
  @Path("{id}/attachments")
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_OCTET_STREAM})
  @Operation(summary = "Attach a file to a note")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AttachmentView.class)))
  public Response attach(
      @PathParam("id") NoteId id,
      @Parameter(description = "The file's name, unless the form tells it") @QueryParam("fileName")
          String fileName,
      Upload upload,
      @Context UriInfo address) {
    String name =
        upload
            .value(fileName, "fileName")
            .or(() -> Optional.ofNullable(upload.name()))
            .orElseThrow(() -> new InvalidInput(FieldError.of("fileName", "required")));
    AttachmentView attachment = notes.attach(id, name, upload.content());
    return Answers.created(
        address, "notes/" + id.value() + "/attachments", attachment.id(), attachment);
  }

  /** The content of an attachment. */
  @GET
  @Path("{id}/attachments/{attachment}")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "Download an attachment")
  public Response download(
      @PathParam("id") NoteId id, @PathParam("attachment") AttachmentId attachment) {
    AttachmentView view =
        notes.get(id).attachments().stream()
            .filter(one -> one.id().equals(attachment))
            .findFirst()
            .orElseThrow(() -> new NotFound("attachment", attachment.value()));
    return Download.of(view.name(), view.mediaType(), notes.open(id, attachment));
  }

  /** Removes an attachment. */
  @DELETE
  @Path("{id}/attachments/{attachment}")
  @Operation(summary = "Remove an attachment")
  public void detach(@PathParam("id") NoteId id, @PathParam("attachment") AttachmentId attachment) {
    notes.detach(id, attachment);
  }
}
