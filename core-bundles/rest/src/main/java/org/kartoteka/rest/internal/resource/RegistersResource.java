package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.api.party.RegisterId;
import org.kartoteka.core.api.register.RegisterData;
import org.kartoteka.core.api.register.RegisterView;
import org.kartoteka.core.api.register.Registers;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.http.MergePatch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Registers, the definable lists of parties. */
@Component(service = RegistersResource.class)
@HttpResource
@Path("registers")
@Produces(MediaType.APPLICATION_JSON)
public final class RegistersResource {

  private final Registers registers;
  private final PartyRegister parties;
  private final UnitOfWork unitOfWork;

  @Activate
  public RegistersResource(
      @Reference Registers registers,
      @Reference PartyRegister parties,
      @Reference UnitOfWork unitOfWork) {
    this.registers = registers;
    this.parties = parties;
    this.unitOfWork = unitOfWork;
  }

  /** All registers. */
  @GET
  @Operation(summary = "List registers")
  public Page<RegisterView> list() {
    return Page.whole(registers.all());
  }

  /** Defines a register. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Define a register")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = RegisterView.class)))
  public Response define(RegisterData data, @Context UriInfo address) {
    RegisterView register = registers.define(data);
    return Answers.created(address, "registers", register.id(), register);
  }

  /** One register. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a register")
  public RegisterView read(@PathParam("id") RegisterId id) {
    return registers.get(id);
  }

  /** Changes a register. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(summary = "Change a register")
  public RegisterView change(
      @PathParam("id") RegisterId id,
      @HeaderParam("If-Match") String revision,
      @Schema(implementation = RegisterData.class) MergePatch patch) {
    ExpectedRevision expected = ExpectedRevision.ifMatch(revision);
    return unitOfWork.callRepeatably(
        () -> registers.change(id, expected, patch.applyTo(registers.get(id), RegisterData.class)));
  }

  /** Removes a register. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Remove a register; its parties stay")
  public void remove(@PathParam("id") RegisterId id, @HeaderParam("If-Match") String revision) {
    registers.remove(id, ExpectedRevision.ifMatch(revision));
  }

  /** The parties of a register. */
  @GET
  @Path("{id}/parties")
  @Operation(summary = "List the parties of a register")
  public Page<PartySummary> parties(
      @PathParam("id") RegisterId id,
      @QueryParam("query") String query,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    registers.get(id);
    return parties.page(
        PartyQuery.where().text(query).register(id).query(), PageRequest.of(limit, after, sort));
  }

  /** Puts a party into a register. */
  @PUT
  @Path("{id}/parties/{party}")
  @Operation(summary = "Put a party into a register")
  public void put(@PathParam("id") RegisterId id, @PathParam("party") PartyId party) {
    registers.put(id, List.of(party));
  }

  /** Takes a party out of a register. */
  @DELETE
  @Path("{id}/parties/{party}")
  @Operation(summary = "Take a party out of a register")
  public void take(@PathParam("id") RegisterId id, @PathParam("party") PartyId party) {
    registers.take(id, List.of(party));
  }
}
