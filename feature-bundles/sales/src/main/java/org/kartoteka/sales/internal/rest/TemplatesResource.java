package org.kartoteka.sales.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
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
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.http.MergePatch;
import org.kartoteka.sales.InvoiceTemplates;
import org.kartoteka.sales.TemplateData;
import org.kartoteka.sales.TemplateId;
import org.kartoteka.sales.TemplateParties;
import org.kartoteka.sales.TemplatePartyView;
import org.kartoteka.sales.TemplateView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Templates of invoices. */
@Component(service = TemplatesResource.class)
@HttpResource
@Path(TemplatesResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class TemplatesResource {

  static final String PATH = "sales/templates";

  private final InvoiceTemplates templates;

  @Activate
  public TemplatesResource(@Reference InvoiceTemplates templates) {
    this.templates = templates;
  }

  /** All templates. */
  @GET
  @Operation(operationId = "sales.listTemplates", summary = "List the templates of invoices")
  public Page<TemplateView> list() {
    return Page.whole(templates.all());
  }

  /** Adds a template. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sales.addTemplate",
      summary = "Add a template of invoices for many parties")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = TemplateView.class)))
  public Response add(TemplateData data, @Context UriInfo address) {
    TemplateView made = templates.add(data);
    return Answers.created(address, PATH, made.id(), made);
  }

  /** One template. */
  @GET
  @Path("{id}")
  @Operation(operationId = "sales.readTemplate", summary = "Read a template of invoices")
  public TemplateView read(@PathParam("id") TemplateId id) {
    return templates.get(id);
  }

  /** Changes a template. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(
      operationId = "sales.changeTemplate",
      summary = "Change a template of invoices from a day on")
  public TemplateView change(
      @PathParam("id") TemplateId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Schema(implementation = TemplateData.class) MergePatch patch) {
    ExpectedRevision revision = ExpectedRevision.ifMatch(ifMatch);
    TemplateView before = templates.get(id);
    return templates.change(id, revision, patch.applyTo(before.data(), TemplateData.class));
  }

  /** Its parties. */
  @GET
  @Path("{id}/parties")
  @Operation(
      operationId = "sales.listTemplateParties",
      summary = "List the parties that get the invoices of a template")
  public Page<TemplatePartyView> parties(
      @PathParam("id") TemplateId id,
      @Parameter(description = "This one only") @QueryParam("partyId") PartyId party,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    return templates.parties(id, party, PageRequest.of(limit, after, sort));
  }

  /** Lets parties join. */
  @POST
  @Path("{id}/parties")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sales.joinTemplate",
      summary = "Add parties to a template of invoices from a day on")
  public TemplateView join(@PathParam("id") TemplateId id, TemplateParties parties) {
    return templates.join(id, parties);
  }

  /** Lets parties leave. */
  @POST
  @Path("{id}/parties/removal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sales.leaveTemplate",
      summary = "Take parties out of a template of invoices from a day on")
  public TemplateView leave(@PathParam("id") TemplateId id, TemplateParties parties) {
    return templates.leave(id, parties);
  }
}
