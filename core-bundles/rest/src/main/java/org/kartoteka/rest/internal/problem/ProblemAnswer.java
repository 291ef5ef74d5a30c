package org.kartoteka.rest.internal.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;

/** A problem as it is sent: headers and body. */
public record ProblemAnswer(Map<String, String> headers, ProblemDetails details) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The answer of a resource. */
  public Response toResponse() {
    Response.ResponseBuilder response =
        Response.status(details.status()).type(ProblemDetails.MEDIA_TYPE).entity(details);
    headers.forEach(response::header);
    return response.build();
  }

  /** Writes the answer of the servlet, unless something was sent already. */
  public void writeTo(HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(details.status());
    response.setContentType(ProblemDetails.MEDIA_TYPE);
    headers.forEach(response::setHeader);
    byte[] body = json();
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private byte[] json() throws JsonProcessingException {
    return MAPPER.writeValueAsBytes(details);
  }
}
