package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.platform.api.audit.AuditAct;
import org.kartoteka.platform.api.audit.AuditEntry;
import org.kartoteka.platform.api.audit.AuditLog;
import org.kartoteka.platform.api.audit.AuditQuery;
import org.kartoteka.platform.api.audit.AuditVerification;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.HttpResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit log. */
@Component(service = AuditResource.class)
@HttpResource
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {

  private final AuditLog log;

  @Activate
  public AuditResource(@Reference AuditLog log) {
    this.log = log;
  }

  /** The entries that fit. */
  @GET
  @Operation(
      summary = "List the entries of the audit log",
      description =
          "The latest first: changes, readings of private data, sign-ins, exports, switched"
              + " features. Its export has the type audit")
  public Page<AuditEntry> list(
      @Parameter(description = "The sign-in name of who did it") @QueryParam("actor") String actor,
      @QueryParam("act") AuditAct act,
      @Parameter(description = "Such as person or user") @QueryParam("recordType")
          String recordType,
      @QueryParam("recordId") String recordId,
      @Parameter(description = "A part of what the record was called") @QueryParam("query")
          String query,
      @Parameter(description = "The first instant or day (ISO 8601)") @QueryParam("from")
          String from,
      @Parameter(description = "The first instant or day not wanted any more") @QueryParam("until")
          String until,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    put(fields, "actor", actor);
    put(fields, "act", act == null ? null : act.name());
    put(fields, "recordType", recordType);
    put(fields, "recordId", recordId);
    put(fields, "query", query);
    put(fields, "from", from);
    put(fields, "until", until);
    return log.page(AuditQuery.of(fields), PageRequest.of(limit, after, null));
  }

  /** Verifies the whole log. */
  @POST
  @Path("verification")
  @Operation(
      summary = "Verify that no entry was changed, removed or slipped in",
      description = "Takes seconds for each million of entries")
  public AuditVerification verify() {
    return log.verify();
  }

  private static void put(Map<String, List<String>> fields, String name, String value) {
    if (value != null) {
      fields.put(name, List.of(value));
    }
  }
}
