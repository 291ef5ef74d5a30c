package org.kartoteka.sales.internal.rest;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.http.MergePatch;
import org.kartoteka.platform.api.http.SavedFile;
import org.kartoteka.platform.api.print.PrintedDocument;
import org.kartoteka.platform.api.print.Printer;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.sales.CorrectionData;
import org.kartoteka.sales.DocumentId;
import org.kartoteka.sales.DocumentKind;
import org.kartoteka.sales.DocumentQuery;
import org.kartoteka.sales.DocumentState;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.InvoiceData;
import org.kartoteka.sales.RunId;
import org.kartoteka.sales.SalesDocuments;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Invoices and credit notes. */
@Component(service = DocumentsResource.class)
@HttpResource
@Path(DocumentsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class DocumentsResource {

  static final String PATH = "sales/documents";

  private final SalesDocuments documents;
  private final Printer printer;

  @Activate
  public DocumentsResource(@Reference SalesDocuments documents, @Reference Printer printer) {
    this.documents = documents;
    this.printer = printer;
  }

  /** A page of documents without their lines. */
  @GET
  @Operation(operationId = "sales.listDocuments", summary = "List invoices and credit notes")
  public Page<DocumentView> list(
      @QueryParam("query") String text,
      @QueryParam("partyId") PartyId party,
      @QueryParam("kind") DocumentKind kind,
      @QueryParam("state") DocumentState state,
      @QueryParam("salespersonId") UserId salesperson,
      @Parameter(description = "Only those that are not settled") @QueryParam("open") Boolean open,
      @Parameter(description = "Only those that should have been paid before today")
          @QueryParam("overdue")
          Boolean overdue,
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to,
      @QueryParam("runId") RunId run,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    return documents.page(
        new DocumentQuery(
            text,
            party,
            kind,
            state,
            salesperson,
            Boolean.TRUE.equals(open),
            Boolean.TRUE.equals(overdue),
            from,
            to,
            run),
        PageRequest.of(limit, after, sort));
  }

  /** Writes a draft. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "sales.draftInvoice", summary = "Write a draft of an invoice")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = DocumentView.class)))
  public Response draft(InvoiceData data, @Context UriInfo address) {
    DocumentView made = documents.draft(data);
    return Answers.created(address, PATH, made.id(), made);
  }

  /** One document. */
  @GET
  @Path("{id}")
  @Operation(operationId = "sales.readDocument", summary = "Read a document with its lines")
  public DocumentView read(@PathParam("id") DocumentId id) {
    return documents.get(id);
  }

  /** Changes a draft. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(operationId = "sales.changeDraft", summary = "Change a draft")
  public DocumentView change(
      @PathParam("id") DocumentId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Schema(implementation = InvoiceData.class) MergePatch patch) {
    ExpectedRevision revision = ExpectedRevision.ifMatch(ifMatch);
    DocumentView before = documents.get(id);
    return documents.change(id, revision, patch.applyTo(before.data(), InvoiceData.class));
  }

  /** Removes a draft. */
  @DELETE
  @Path("{id}")
  @Operation(operationId = "sales.removeDraft", summary = "Remove a draft")
  public void remove(
      @PathParam("id") DocumentId id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    documents.remove(id, ExpectedRevision.ifMatch(ifMatch));
  }

  /** Posts a draft. */
  @POST
  @Path("{id}/post")
  @Operation(operationId = "sales.postDocument", summary = "Post a draft: it gets its number")
  public DocumentView post(
      @PathParam("id") DocumentId id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return documents.post(id, ExpectedRevision.ifMatch(ifMatch));
  }

  /** The credit notes of an invoice. */
  @GET
  @Path("{id}/corrections")
  @Operation(operationId = "sales.listCorrections", summary = "List the credit notes of an invoice")
  public Page<DocumentView> corrections(@PathParam("id") DocumentId id) {
    return Page.whole(documents.corrections(id));
  }

  /** Corrects an invoice. */
  @POST
  @Path("{id}/corrections")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "sales.correctInvoice", summary = "Correct an invoice by a credit note")
  public DocumentView correct(
      @PathParam("id") DocumentId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      CorrectionData data) {
    return documents.correct(id, ExpectedRevision.ifMatch(ifMatch), data);
  }

  /** Cancels an invoice. */
  @POST
  @Path("{id}/cancellation")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sales.cancelInvoice",
      summary = "Correct all lines of an invoice to nothing")
  public DocumentView cancel(
      @PathParam("id") DocumentId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      Cancellation order) {
    return documents.cancel(
        id, ExpectedRevision.ifMatch(ifMatch), order.issuedOn(), order.reason());
  }

  /** The document as a PDF file. */
  @GET
  @Path("{id}/paper")
  @Produces(Printer.MEDIA_TYPE)
  @Operation(
      operationId = "sales.printDocument",
      summary = "The document as a PDF file in the party's language")
  public Response paper(@PathParam("id") DocumentId id) {
    PrintedDocument printed = documents.printed(id);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    printer.print(printed, file);
    return Response.ok(file.toByteArray(), Printer.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, SavedFile.disposition(printed.title() + ".pdf"))
        .build();
  }

  /** When and why an invoice is cancelled. */
  public record Cancellation(LocalDate issuedOn, String reason) {}
}
