package org.kartoteka.commissions.internal.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.kartoteka.platform.api.security.UserId;

/** Values that are kept as JSON: terms of plans, what happened to deals, steps of a reckoning. */
public final class Json {

  private static final int TYPES_AT_FIRST = 16;
  private static final int TYPES_AT_MOST = 128;

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .typeFactory(
              TypeFactory.defaultInstance().withCache(new LRUMap<>(TYPES_AT_FIRST, TYPES_AT_MOST)))
          .addModule(new JavaTimeModule())
          .addModule(users())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  /** The value as JSON. */
  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The value in the JSON. */
  public <T> T read(String json, Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The value in the JSON. */
  public <T> T read(String json, TypeReference<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SimpleModule users() {
    SimpleModule module = new SimpleModule("users");
    module.addSerializer(
        UserId.class,
        new StdScalarSerializer<UserId>(UserId.class) {
          @Override
          public void serialize(UserId id, JsonGenerator json, SerializerProvider provider)
              throws IOException {
            json.writeNumber(id.value());
          }
        });
    module.addDeserializer(
        UserId.class,
        new StdScalarDeserializer<UserId>(UserId.class) {
          @Override
          public UserId deserialize(JsonParser json, DeserializationContext context)
              throws IOException {
            return new UserId(json.getValueAsLong());
          }
        });
    return module;
  }
}
