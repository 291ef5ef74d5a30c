package org.kartoteka.contracts.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.kartoteka.contracts.CodeEntry;
import org.kartoteka.contracts.CodeList;
import org.kartoteka.contracts.CodeLists;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.HttpResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The code lists of contracts. */
@Component(service = CodesResource.class)
@HttpResource
@Path("contracts/codes/{list}")
@Produces(MediaType.APPLICATION_JSON)
public final class CodesResource {

  private final CodeLists codes;

  @Activate
  public CodesResource(@Reference CodeLists codes) {
    this.codes = codes;
  }

  /** What an entry says. */
  public record Entry(String name, Boolean retired) {}

  /** The entries of a list. */
  @GET
  @Operation(
      operationId = "contracts.listCodes",
      summary = "List the packages or the reasons for terminations")
  public Page<CodeEntry> list(@PathParam("list") CodeList list) {
    return Page.whole(codes.entries(list));
  }

  /** Adds or changes an entry. */
  @PUT
  @Path("{code}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "contracts.putCode", summary = "Add or change an entry of a code list")
  public CodeEntry put(
      @PathParam("list") CodeList list, @PathParam("code") String code, Entry entry) {
    return codes.put(new CodeEntry(list, code, entry.name(), Boolean.TRUE.equals(entry.retired())));
  }

  /** Removes an entry. */
  @DELETE
  @Path("{code}")
  @Operation(
      operationId = "contracts.removeCode",
      summary = "Remove an entry of a code list that was never used")
  public void remove(@PathParam("list") CodeList list, @PathParam("code") String code) {
    codes.remove(list, code);
  }
}
