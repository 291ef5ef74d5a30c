package org.kartoteka.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.kartoteka.platform.api.record.Id;

/** Ids are strings in JSON. */
final class IdModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  IdModule() {
    super("ids");
    addSerializer(new IdWriter());
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addDeserializers(
        new Deserializers.Base() {
          @Override
          public JsonDeserializer<?> findBeanDeserializer(
              JavaType type, DeserializationConfig config, BeanDescription description) {
            return Ids.isId(type.getRawClass()) ? new IdReader(type) : null;
          }
        });
  }

  private static final class IdWriter extends StdSerializer<Id> {

    private static final long serialVersionUID = 1L;

    IdWriter() {
      super(Id.class);
    }

    @Override
    public void serialize(Id id, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(Long.toString(id.value()));
    }
  }

  private static final class IdReader extends StdDeserializer<Object> {

    private static final long serialVersionUID = 1L;

    IdReader(JavaType type) {
      super(type);
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
      JsonToken token = in.currentToken();
      if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
        String text = in.getText();
        return Ids.parse(handledType(), text)
            .map(Object.class::cast)
            .orElseThrow(() -> InvalidFormatException.from(in, "no id", text, handledType()));
      }
      return context.handleUnexpectedToken(handledType(), in);
    }
  }
}
