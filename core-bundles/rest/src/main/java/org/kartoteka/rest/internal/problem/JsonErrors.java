package org.kartoteka.rest.internal.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.record.Id;

/** Says in terms of fields what is wrong with a JSON text. */
public final class JsonErrors {

  private JsonErrors() {}

  /** The refusal that tells a person what to mend. */
  public static Problem explain(JsonProcessingException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StreamReadException broken) {
        JsonLocation place = broken.getLocation();
        return new BadRequest("problem.broken-json", place.getLineNr(), place.getColumnNr());
      }
      if (cause instanceof StreamConstraintsException) {
        return new BadRequest("problem.json-beyond-limits");
      }
      if (cause instanceof InvalidInput invalid) {
        return within(path(failure), invalid);
      }
      if (cause instanceof Problem problem) {
        return problem;
      }
    }
    return new InvalidInput(error(failure));
  }

  private static FieldError error(JsonProcessingException failure) {
    String field = path(failure);
    if (failure instanceof UnrecognizedPropertyException unknown) {
      return FieldError.of(field, "unknown", unknown.getPropertyName());
    }
    if (failure instanceof InvalidNullException) {
      return FieldError.of(field, "required");
    }
    Class<?> wanted =
        failure instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    if (wanted == null) {
      return FieldError.of(field, "invalid");
    }
    return ofType(field, wanted);
  }

  /** What is wrong with a value that should be of the given type. */
  public static FieldError ofType(String field, Class<?> wanted) {
    if (wanted.isEnum()) {
      return FieldError.of(
          field,
          "choice",
          Arrays.stream(wanted.getEnumConstants())
              .map(one -> ((Enum<?>) one).name())
              .collect(Collectors.joining(", ")));
    }
    if (Id.class.isAssignableFrom(wanted)) {
      return FieldError.of(field, "id");
    }
    if (wanted == String.class) {
      return FieldError.of(field, "text");
    }
    if (wanted == boolean.class || wanted == Boolean.class) {
      return FieldError.of(field, "boolean");
    }
    if (wanted == BigDecimal.class || wanted == double.class || wanted == Double.class) {
      return FieldError.of(field, "numeric");
    }
    if (wanted.isPrimitive() || Number.class.isAssignableFrom(wanted)) {
      return FieldError.of(field, "number");
    }
    if (Temporal.class.isAssignableFrom(wanted)) {
      return FieldError.of(field, "date");
    }
    if (Collection.class.isAssignableFrom(wanted) || wanted.isArray()) {
      return FieldError.of(field, "list");
    }
    if (Map.class.isAssignableFrom(wanted) || wanted.isRecord()) {
      return FieldError.of(field, "object");
    }
    return FieldError.of(field, "invalid");
  }

  private static InvalidInput within(String path, InvalidInput invalid) {
    return path.isEmpty()
        ? invalid
        : new InvalidInput(invalid.errors().stream().map(error -> error.within(path)).toList());
  }

  private static String path(JsonProcessingException failure) {
    List<JsonMappingException.Reference> references =
        failure instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference reference : references) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
      }
    }
    return path.toString();
  }
}
