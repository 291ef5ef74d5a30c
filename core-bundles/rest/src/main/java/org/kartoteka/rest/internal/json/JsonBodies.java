package org.kartoteka.rest.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.kartoteka.platform.api.http.MergePatch;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.rest.internal.problem.BadRequest;
import org.kartoteka.rest.internal.problem.JsonErrors;

/** Reads and writes the bodies of requests and answers as JSON. */
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public final class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

  private static final Set<Class<?>> NO_JSON =
      Set.of(String.class, byte[].class, InputStream.class, Reader.class, File.class);

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final ObjectMapper mapper;

  public JsonBodies(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return isJson(type);
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    try {
      if (MergePatch.class.isAssignableFrom(type)) {
        return patch(mapper.readTree(characters(body)));
      }
      Object value = mapper.readValue(characters(body), mapper.constructType(genericType));
      if (value == null) {
        throw new InvalidInput(FieldError.of("", "object"));
      }
      return value;
    } catch (JsonProcessingException e) {
      throw JsonErrors.explain(e);
    } catch (CharacterCodingException e) {
      throw new BadRequest("problem.not-utf-8");
    }
  }

  /**
   * The body as characters, without a byte order mark; of bytes the parser does not understand
   * escaped emoji in names.
   */
  private static Reader characters(InputStream body) throws IOException {
    PushbackReader reader =
        new PushbackReader(new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder()));
    int first = reader.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      reader.unread(first);
    }
    return reader;
  }

  private Object patch(JsonNode json) {
    if (json == null || json.isMissingNode()) {
      throw new BadRequest("problem.missing-body");
    }
    if (json instanceof ObjectNode object) {
      return new JsonMergePatch(mapper, object);
    }
    throw new InvalidInput(FieldError.of("", "object"));
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return isJson(type);
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    byte[] whole = mapper.writeValueAsBytes(value);
    // A long body of unknown length goes in chunks: one more write here, one more read there.
    headers.putSingle(HttpHeaders.CONTENT_LENGTH, whole.length);
    out.write(whole);
  }

  private static boolean isJson(Class<?> type) {
    return !NO_JSON.contains(type)
        && !InputStream.class.isAssignableFrom(type)
        && !StreamingOutput.class.isAssignableFrom(type);
  }
}
