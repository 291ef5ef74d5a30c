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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.exchange.ImportId;
import org.kartoteka.platform.api.exchange.ImportOrder;
import org.kartoteka.platform.api.exchange.ImportPreview;
import org.kartoteka.platform.api.exchange.ImportRowView;
import org.kartoteka.platform.api.exchange.ImportTemplate;
import org.kartoteka.platform.api.exchange.ImportTemplateId;
import org.kartoteka.platform.api.exchange.ImportTemplateView;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.exchange.Imports;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.rest.internal.upload.Download;
import org.kartoteka.rest.internal.upload.Upload;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Imports of files, to be started, watched, cancelled and taken back. */
@Component(service = ImportsResource.class)
@HttpResource
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportsResource {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Imports imports;
  private final Messages messages;
  private final CurrentUser currentUser;

  @Activate
  public ImportsResource(
      @Reference Imports imports,
      @Reference Messages messages,
      @Reference CurrentUser currentUser) {
    this.imports = imports;
    this.messages = messages;
    this.currentUser = currentUser;
  }

  /**
   * A type of records that can be imported.
   *
   * @param type such as {@code party}
   * @param fields what a row can fill
   * @param matchRules by what a row can find its record
   * @param updates whether records can be changed too
   * @param undoes whether an import can be taken back
   */
  public record ImportType(
      String type,
      List<ImportField> fields,
      List<String> matchRules,
      boolean updates,
      boolean undoes) {}

  /** The imports of this installation. */
  @GET
  @Operation(summary = "List imports", description = "The latest first")
  public Page<ImportView> list(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    return imports.page(PageRequest.of(limit, after, null)).map(this::worded);
  }

  /** What can be imported. */
  @GET
  @Path("types")
  @Operation(summary = "List the types of records that can be imported, with their fields")
  public Page<ImportType> types() {
    return Page.whole(
        imports.importers().stream()
            .map(
                importer ->
                    new ImportType(
                        importer.type(),
                        importer.fields(),
                        importer.matchRules(),
                        importer.updates(),
                        importer.undoes()))
            .toList());
  }

  /** Starts an import. */
  @POST
  @Consumes({
    MediaType.MULTIPART_FORM_DATA,
    "text/csv",
    "text/vcard",
    XLSX,
    MediaType.APPLICATION_OCTET_STREAM
  })
  @Operation(
      summary = "Start an import",
      description =
          "The file, CSV, XLSX or vCard, is the body or the form's field file; the parameters may"
              + " be fields of the form too. A party's status is its code or a word for it in one of"
              + " the four languages, with statusReason where it bars. A person's superior is"
              + " called by record id, e-mail or name, and is at the same party already or stands"
              + " further up. A note is written on the row's record, unless it has that note")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  public Response start(
      @Parameter(description = "The type of records, such as party") @QueryParam("type")
          String type,
      @Parameter(description = "A JSON object: heading to field; the guess if not given")
          @QueryParam("mapping")
          String mapping,
      @Parameter(description = "Tells what would come of each row and writes nothing")
          @QueryParam("dryRun")
          String dryRun,
      @Parameter(
              description =
                  "A JSON object: mode (CREATE, UPDATE, CREATE_AND_UPDATE), refuseMatching, matchBy"
                      + " (names of match rules), clearBlank, sheet; CREATE if not given")
          @QueryParam("options")
          String options,
      @Parameter(description = "The file's name, unless the form tells it") @QueryParam("fileName")
          String fileName,
      Upload upload,
      @Context UriInfo address) {
    ImportView started =
        imports.start(
            new ImportOrder(
                upload.value(type, "type").orElseThrow(ImportsResource::missingType),
                upload
                    .value(fileName, "fileName")
                    .or(() -> Optional.ofNullable(upload.name()))
                    .orElse("import.csv"),
                upload.value(mapping, "mapping").map(ImportMapping::of).orElse(null),
                upload.value(options, "options").map(ImportMapping::options).orElse(null),
                upload.value(dryRun, "dryRun").map(ImportsResource::truth).orElse(false)),
            upload.content());
    return Answers.created(address, "imports", started.id(), worded(started));
  }

  /** Looks at a file. */
  @POST
  @Path("preview")
  @Consumes({
    MediaType.MULTIPART_FORM_DATA,
    "text/csv",
    "text/vcard",
    XLSX,
    MediaType.APPLICATION_OCTET_STREAM
  })
  @Operation(summary = "Look at a file before it is imported")
  public ImportPreview preview(
      @Parameter(description = "The type of records, such as party") @QueryParam("type")
          String type,
      @Parameter(description = "The sheet of a workbook; the first one if not given")
          @QueryParam("sheet")
          String sheet,
      Upload upload) {
    return imports.preview(
        upload.value(type, "type").orElseThrow(ImportsResource::missingType),
        upload.name(),
        upload.content(),
        upload.value(sheet, "sheet").orElse(null));
  }

  /** The templates for a type of records. */
  @GET
  @Path("templates")
  @Operation(summary = "List the templates of imports", description = "By name")
  public Page<ImportTemplateView> templates(
      @Parameter(description = "The type of records, such as party") @QueryParam("type")
          String type) {
    if (type == null) {
      throw missingType();
    }
    return Page.whole(imports.templates(type));
  }

  /** Keeps a template. */
  @POST
  @Path("templates")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Keep a template",
      description = "One of the same name and type is replaced",
      operationId = "imports.saveTemplate")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ImportTemplateView.class)))
  public Response save(ImportTemplate template, @Context UriInfo address) {
    ImportTemplateView saved = imports.save(template);
    return Answers.created(address, "imports/templates", saved.id(), saved);
  }

  /** Removes a template. */
  @DELETE
  @Path("templates/{id}")
  @Operation(summary = "Remove a template", operationId = "imports.removeTemplate")
  public void removeTemplate(@PathParam("id") ImportTemplateId id) {
    imports.remove(id);
  }

  /** An import with its progress. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read an import with its progress")
  public ImportView read(@PathParam("id") ImportId id) {
    return worded(imports.find(id));
  }

  /** The rows of an import. */
  @GET
  @Path("{id}/rows")
  @Operation(summary = "List what came of each row")
  public Page<ImportRowView> rows(
      @PathParam("id") ImportId id,
      @QueryParam("outcome") RowOutcome.Kind outcome,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    return imports.rows(id, outcome, PageRequest.of(limit, after, null));
  }

  /** The refused rows as a file. */
  @GET
  @Path("{id}/refused.csv")
  @Produces("text/csv")
  @Operation(summary = "Download the refused rows with the reasons")
  public Response refused(@PathParam("id") ImportId id) {
    return Download.of(
        "refused-" + id.value() + ".csv",
        "text/csv;charset=UTF-8",
        new ByteArrayInputStream(imports.refusedRows(id)));
  }

  /** Cancels an import. */
  @POST
  @Path("{id}/cancel")
  @Operation(summary = "Cancel an import", description = "It ends after the present batch")
  public ImportView cancel(@PathParam("id") ImportId id) {
    imports.cancel(id);
    return worded(imports.find(id));
  }

  /** Takes an import back. */
  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Take an import back",
      description =
          "In the background: what it created is removed unless somebody changed or used it since,"
              + " what it changed becomes what it was unless somebody edited it since. Its progress"
              + " is the field undo of the import; what stays is listed under kept",
      operationId = "imports.delete")
  @ApiResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  public Response delete(@PathParam("id") ImportId id) {
    return Response.accepted(worded(imports.undo(id))).build();
  }

  /** What was not taken back. */
  @GET
  @Path("{id}/kept")
  @Operation(summary = "List the rows that could not be taken back as a whole, with the reasons")
  public Page<ImportRowView> kept(
      @PathParam("id") ImportId id,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    return imports.kept(id, PageRequest.of(limit, after, null));
  }

  private ImportView worded(ImportView view) {
    if (view.problem() == null) {
      return view;
    }
    String problem =
        messages.find(currentUser.require().locale(), view.problem()).orElse(view.problem());
    return view.withProblem(problem);
  }

  private static InvalidInput missingType() {
    return new InvalidInput(FieldError.of("type", "required"));
  }

  private static Boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidInput(FieldError.of("dryRun", "boolean"));
    };
  }
}
