package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
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
import java.util.List;
import java.util.Set;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.exchange.ExportField;
import org.kartoteka.platform.api.exchange.ExportId;
import org.kartoteka.platform.api.exchange.ExportOrder;
import org.kartoteka.platform.api.exchange.ExportView;
import org.kartoteka.platform.api.exchange.Exports;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.rest.internal.upload.Download;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Exports of lists: ordered first, their files are written while they are fetched. */
@Component(service = ExportsResource.class)
@HttpResource
@Path("exports")
@Produces(MediaType.APPLICATION_JSON)
public final class ExportsResource {

  private final Exports exports;
  private final CurrentUser currentUser;

  @Activate
  public ExportsResource(@Reference Exports exports, @Reference CurrentUser currentUser) {
    this.exports = exports;
    this.currentUser = currentUser;
  }

  /**
   * A type of records that can be exported.
   *
   * @param type such as {@code party}
   * @param fields what a file can hold
   */
  public record ExportType(String type, Set<FileFormat> formats, List<ExportField> fields) {}

  /** The exports of this installation. */
  @GET
  @Operation(summary = "List exports", description = "The latest first: who took out what")
  public Page<ExportView> list(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    return exports.page(PageRequest.of(limit, after, null));
  }

  /** What can be exported. */
  @GET
  @Path("types")
  @Operation(summary = "List the types of records that can be exported, with their fields")
  public Page<ExportType> types() {
    return Page.whole(
        exports.exporters().stream()
            .map(exporter -> new ExportType(exporter.type(), exporter.formats(), exporter.fields()))
            .toList());
  }

  /** Orders an export. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Order an export",
      description =
          "The query has filter (as the list of the records knows it: name to values), sort and"
              + " ids; its file is written while it is fetched")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ExportView.class)))
  public Response order(ExportOrder order, @Context UriInfo address) {
    ExportView export = exports.order(order);
    return Answers.created(address, "exports", export.id(), export);
  }

  /** One export. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read an export")
  public ExportView read(@PathParam("id") ExportId id) {
    return exports.find(id);
  }

  /** The file of an export. */
  @GET
  @Path("{id}/file")
  @Produces({
    "text/csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "text/vcard"
  })
  @Operation(
      summary = "Download the file of an export",
      description = "Written while it is sent, of any size")
  public Response file(@PathParam("id") ExportId id) {
    ExportView export = exports.find(id);
    User user = currentUser.require();
    return Download.of(
        export.fileName(),
        export.format().mediaType(),
        out ->
            currentUser.runAs(
                user,
                () -> {
                  exports.write(id, out);
                  return null;
                }));
  }
}
