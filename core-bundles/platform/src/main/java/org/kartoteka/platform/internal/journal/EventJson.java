package org.kartoteka.platform.internal.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.Constructor;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;
import org.kartoteka.platform.api.record.Id;

/** Events as JSON and back. */
final class EventJson {

  /**
   * Each class keeps its own mapper, so that the mapper's caches go when the class's bundle goes.
   */
  private static final ClassValue<ObjectMapper> MAPPERS =
      new ClassValue<>() {
        @Override
        protected ObjectMapper computeValue(Class<?> type) {
          return mapper();
        }
      };

  /**
   * The types of one event; Jackson's usual cache is shared by all and would keep their bundles.
   */
  private static final int TYPES_AT_FIRST = 8;

  private static final int TYPES_AT_MOST = 64;

  private EventJson() {}

  static String type(Class<? extends DomainEvent> type) {
    EventType name = type.getAnnotation(EventType.class);
    return name == null ? type.getName() : name.value();
  }

  static String write(DomainEvent event) {
    try {
      return MAPPERS.get(event.getClass()).writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not an event of plain values: " + event.getClass(), e);
    }
  }

  static <E extends DomainEvent> E read(Class<E> type, String json) {
    try {
      return MAPPERS.get(type).readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a " + type.getName() + ": " + json, e);
    }
  }

  private static ObjectMapper mapper() {
    SimpleModule ids = new SimpleModule("ids");
    ids.addSerializer(Id.class, new IdSerializer());
    ids.setDeserializerModifier(
        new BeanDeserializerModifier() {
          @Override
          public JsonDeserializer<?> modifyDeserializer(
              DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> usual) {
            return Id.class.isAssignableFrom(bean.getBeanClass())
                ? new IdDeserializer(bean.getBeanClass())
                : usual;
          }
        });
    return JsonMapper.builder()
        .typeFactory(
            TypeFactory.defaultInstance().withCache(new LRUMap<>(TYPES_AT_FIRST, TYPES_AT_MOST)))
        .addModule(new JavaTimeModule())
        .addModule(ids)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  private static final class IdSerializer extends JsonSerializer<Id> {
    @Override
    public void serialize(Id id, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeNumber(id.value());
    }
  }

  private static final class IdDeserializer extends JsonDeserializer<Object> {
    private final Class<?> type;

    IdDeserializer(Class<?> type) {
      this.type = type;
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
      try {
        Constructor<?> constructor = type.getConstructor(long.class);
        return constructor.newInstance(json.getValueAsLong());
      } catch (ReflectiveOperationException e) {
        throw new IOException(e);
      }
    }
  }
}
