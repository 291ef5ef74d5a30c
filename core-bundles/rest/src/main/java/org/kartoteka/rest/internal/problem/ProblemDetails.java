package org.kartoteka.rest.internal.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A problem as RFC 9457 tells it.
 *
 * @param type a URN, stable for programs
 * @param instance the path that was asked for
 * @param correlation what to look for in the log
 * @param feature the stopped feature; absent otherwise
 * @param errors what is wrong field by field; absent when no field is to blame
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDetails(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String correlation,
    String feature,
    List<Error> errors) {

  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** What is wrong with one field. */
  public record Error(String field, String code, String message) {}
}
