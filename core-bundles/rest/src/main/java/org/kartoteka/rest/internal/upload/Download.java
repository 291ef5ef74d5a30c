package org.kartoteka.rest.internal.upload;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.kartoteka.platform.api.http.SavedFile;

/** A file that a client gets: to be saved, never to be shown as a page of ours. */
public final class Download {

  private Download() {}

  /** The answer; the content is closed when it was sent. */
  public static Response of(String name, String mediaType, InputStream content) {
    return of(
        name,
        mediaType,
        out -> {
          try (content) {
            content.transferTo(out);
          }
        });
  }

  /** The answer; the content is written while it is sent. */
  public static Response of(String name, String mediaType, StreamingOutput body) {
    return Response.ok(body, mediaType)
        .header(HttpHeaders.CONTENT_DISPOSITION, SavedFile.disposition(name))
        .header("Content-Security-Policy", "sandbox")
        .build();
  }
}
