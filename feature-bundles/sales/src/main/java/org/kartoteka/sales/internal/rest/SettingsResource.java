package org.kartoteka.sales.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.sales.SalesSettingsData;
import org.kartoteka.sales.internal.SalesSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an installation sets for sales. */
@Component(service = SettingsResource.class)
@HttpResource
@Path(SettingsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class SettingsResource {

  static final String PATH = "sales/settings";

  private final SalesSettings settings;

  @Activate
  public SettingsResource(@Reference SalesSettings settings) {
    this.settings = settings;
  }

  /** The settings. */
  @GET
  @Operation(operationId = "sales.readSettings", summary = "Read the settings of sales")
  public SalesSettingsData read() {
    return settings.read();
  }

  /** Keeps settings. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sales.changeSettings",
      summary = "Keep the settings of sales; what is left out is as it is from the start")
  public SalesSettingsData change(SalesSettingsData data) {
    settings.keep(data);
    return settings.read();
  }
}
