package org.kartoteka.contracts.internal.rest;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.Scans;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.document.AttachmentId;
import org.kartoteka.platform.api.document.AttachmentView;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.http.SavedFile;
import org.kartoteka.platform.api.problem.NotFound;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The scans of a contract. */
@Component(service = ScansResource.class)
@HttpResource
@Path("contracts/{id}/scans")
@Produces(MediaType.APPLICATION_JSON)
public final class ScansResource {

  private final Scans scans;

  @Activate
  public ScansResource(@Reference Scans scans) {
    this.scans = scans;
  }

  /** All scans. */
  @GET
  @Operation(operationId = "contracts.listScans", summary = "List the scans of a contract")
  public Page<AttachmentView> list(@PathParam("id") ContractId contract) {
    return Page.whole(scans.of(contract));
  }

  /** Adds a scan. */
  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(operationId = "contracts.addScan", summary = "Add a scan to a contract")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AttachmentView.class)))
  public Response add(
      @PathParam("id") ContractId contract,
      @QueryParam("fileName") String fileName,
      InputStream content,
      @Context UriInfo address) {
    AttachmentView added = scans.add(contract, fileName, content);
    return Answers.created(address, "contracts/" + contract.value() + "/scans", added.id(), added);
  }

  /** The content of a scan. */
  @GET
  @Path("{scan}")
  @Produces(MediaType.WILDCARD)
  @Operation(operationId = "contracts.downloadScan", summary = "Download a scan")
  public Response download(
      @PathParam("id") ContractId contract, @PathParam("scan") AttachmentId scan) {
    AttachmentView file =
        scans.of(contract).stream()
            .filter(one -> one.id().equals(scan))
            .findFirst()
            .orElseThrow(() -> new NotFound("attachment", scan.value()));
    return Response.ok(scans.open(contract, scan), file.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, SavedFile.disposition(file.name()))
        .header("Content-Security-Policy", "sandbox")
        .build();
  }

  /** Removes a scan. */
  @DELETE
  @Path("{scan}")
  @Operation(operationId = "contracts.removeScan", summary = "Remove a scan")
  public void remove(@PathParam("id") ContractId contract, @PathParam("scan") AttachmentId scan) {
    scans.remove(contract, scan);
  }
}
