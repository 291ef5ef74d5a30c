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
import org.kartoteka.core.api.custom.CustomFieldData;
import org.kartoteka.core.api.custom.CustomFieldId;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.core.api.custom.CustomFields;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.http.MergePatch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The fields that administrators add to parties and persons. */
@Component(service = CustomFieldsResource.class)
@HttpResource
@Path("custom-fields")
@Produces(MediaType.APPLICATION_JSON)
public final class CustomFieldsResource {

  private final CustomFields fields;
  private final UnitOfWork unitOfWork;

  @Activate
  public CustomFieldsResource(@Reference CustomFields fields, @Reference UnitOfWork unitOfWork) {
    this.fields = fields;
    this.unitOfWork = unitOfWork;
  }

  /** All custom fields. */
  @GET
  @Operation(summary = "List custom fields", description = "Archived ones too")
  public Page<CustomFieldView> list(
      @Parameter(description = "Only those of this type of record: party or person")
          @QueryParam("recordType")
          String recordType) {
    return Page.whole(
        fields.all().stream()
            .filter(field -> recordType == null || field.recordType().equals(recordType))
            .toList());
  }

  /** Defines a field. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Define a custom field",
      description = "Type of record, name and type cannot be changed later")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CustomFieldView.class)))
  public Response define(CustomFieldData data, @Context UriInfo address) {
    CustomFieldView field = fields.define(data);
    return Answers.created(address, "custom-fields", field.id(), field);
  }

  /** One field. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a custom field")
  public CustomFieldView read(@PathParam("id") CustomFieldId id) {
    return fields.get(id);
  }

  /** Changes a field. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(
      summary = "Change a custom field",
      description = "An archived field keeps its values; an option in use cannot be taken away")
  public CustomFieldView change(
      @PathParam("id") CustomFieldId id,
      @HeaderParam("If-Match") String revision,
      @Schema(implementation = CustomFieldData.class) MergePatch patch) {
    ExpectedRevision expected = ExpectedRevision.ifMatch(revision);
    return unitOfWork.call(
        () -> fields.change(id, expected, patch.applyTo(fields.get(id), CustomFieldData.class)));
  }

  /** Removes a field. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Remove a custom field that has no values")
  public void remove(@PathParam("id") CustomFieldId id, @HeaderParam("If-Match") String revision) {
    fields.remove(id, ExpectedRevision.ifMatch(revision));
  }
}
