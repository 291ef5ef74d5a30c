package org.kartoteka.rest.internal.openapi;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.InputStream;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.rest.internal.json.Ids;
import org.kartoteka.rest.internal.json.JsonMapping;

/** The schemas of an API description, made of the records that resources take and give. */
final class SchemaBook {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String REFERENCE = "#/components/schemas/";

  private final Map<String, ObjectNode> schemas = new TreeMap<>();
  private final Map<String, String> names = new HashMap<>();

  /** Its own, so that it lets go of the classes of bundles that left. */
  private final ObjectMapper mapper = JsonMapping.fresh();

  /** All schemas that were referred to, by name. */
  Map<String, ObjectNode> schemas() {
    return schemas;
  }

  /** The schema of a type: plain, or a reference to one of {@link #schemas()}. */
  ObjectNode of(Type type) {
    return of(type, Map.of());
  }

  private ObjectNode of(Type type, Map<TypeVariable<?>, Type> bound) {
    if (type instanceof TypeVariable<?> variable) {
      Type known = bound.get(variable);
      return known == null ? JSON.objectNode() : of(known, Map.of());
    }
    if (type instanceof WildcardType wildcard) {
      return of(wildcard.getUpperBounds()[0], bound);
    }
    if (type instanceof GenericArrayType array) {
      return list(of(array.getGenericComponentType(), bound));
    }
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic, bound);
    }
    return ofClass((Class<?>) type);
  }

  private ObjectNode ofGeneric(ParameterizedType type, Map<TypeVariable<?>, Type> bound) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (Collection.class.isAssignableFrom(raw)) {
      return list(of(arguments[0], bound));
    }
    if (raw == Optional.class) {
      return of(arguments[0], bound);
    }
    if (Map.class.isAssignableFrom(raw)) {
      ObjectNode map = typed("object");
      map.set("additionalProperties", of(arguments[1], bound));
      return map;
    }
    if (raw.isRecord()) {
      Map<TypeVariable<?>, Type> inner = new HashMap<>();
      StringBuilder name = new StringBuilder();
      for (int i = 0; i < arguments.length; i++) {
        Type argument = resolved(arguments[i], bound);
        inner.put(raw.getTypeParameters()[i], argument);
        name.append(argument instanceof Class<?> c ? name(c) : "Any");
      }
      return ofRecord(raw, name + raw.getSimpleName(), inner);
    }
    return JSON.objectNode();
  }

  private static Type resolved(Type type, Map<TypeVariable<?>, Type> bound) {
    return type instanceof TypeVariable<?> variable ? bound.getOrDefault(variable, type) : type;
  }

  private ObjectNode ofClass(Class<?> type) {
    if (type == PartyQuery.class) {
      return typed("object")
          .put("description", "criteria by the names of the parameters of GET /parties");
    }
    if (Ids.isId(type)) {
      return typed("string").put("pattern", "^[0-9]+$").put("description", "an id");
    }
    if (type.isEnum()) {
      ObjectNode schema = typed("string");
      ArrayNode values = schema.putArray("enum");
      for (Object constant : type.getEnumConstants()) {
        values.add(((Enum<?>) constant).name());
      }
      return schema;
    }
    if (type.isRecord()) {
      return ofRecord(type, name(type), Map.of());
    }
    if (type == byte[].class || InputStream.class.isAssignableFrom(type)) {
      return typed("string").put("format", "binary");
    }
    if (type.isArray()) {
      return list(ofClass(type.getComponentType()));
    }
    if (Collection.class.isAssignableFrom(type)) {
      return list(JSON.objectNode());
    }
    if (Map.class.isAssignableFrom(type)) {
      return typed("object");
    }
    return ofPlain(type);
  }

  private static ObjectNode ofPlain(Class<?> type) {
    if (type == boolean.class || type == Boolean.class) {
      return typed("boolean");
    }
    if (type == int.class || type == Integer.class || type == short.class || type == Short.class) {
      return typed("integer").put("format", "int32");
    }
    if (type == long.class || type == Long.class || type == BigInteger.class) {
      return typed("integer").put("format", "int64");
    }
    if (type == double.class || type == Double.class || type == float.class) {
      return typed("number");
    }
    if (type == BigDecimal.class) {
      return typed("string").put("format", "decimal").put("description", "a decimal number");
    }
    if (type == Instant.class || type == OffsetDateTime.class) {
      return typed("string").put("format", "date-time");
    }
    if (type == LocalDate.class) {
      return typed("string").put("format", "date");
    }
    if (type == Currency.class) {
      return typed("string").put("description", "ISO 4217");
    }
    if (type == String.class
        || type == Locale.class
        || type == LocalDateTime.class
        || type == LocalTime.class) {
      return typed("string");
    }
    return JSON.objectNode();
  }

  private ObjectNode ofRecord(Class<?> type, String wanted, Map<TypeVariable<?>, Type> bound) {
    String key = type.getName() + bound;
    String name = names.get(key);
    if (name == null) {
      name = schemas.containsKey(wanted) ? type.getName().replaceAll("\\W", "_") : wanted;
      names.put(key, name);
      ObjectNode schema = typed("object");
      schemas.put(name, schema);
      describe(schema, type.getAnnotation(Schema.class));
      ObjectNode properties = schema.putObject("properties");
      for (RecordComponent component : type.getRecordComponents()) {
        properties.set(component.getName(), property(component, bound));
      }
      describeWriting(type, properties);
    }
    return JSON.objectNode().put("$ref", REFERENCE + name);
  }

  /** What the writing of JSON adds: members that are derived, and those in other clothes. */
  private void describeWriting(Class<?> type, ObjectNode properties) {
    JavaType written = mapper.constructType(type);
    for (BeanPropertyDefinition member :
        mapper.getSerializationConfig().introspect(written).findProperties()) {
      JsonFormat format = member.getAccessor().getAnnotation(JsonFormat.class);
      Schema annotation = member.getAccessor().getAnnotation(Schema.class);
      if (!properties.has(member.getName())) {
        properties.set(member.getName(), ofClass(member.getRawPrimaryType()).put("readOnly", true));
      } else if (format != null && format.shape() == JsonFormat.Shape.STRING) {
        properties.set(member.getName(), typed("string"));
      }
      if (annotation != null && annotation.nullable()) {
        ((ObjectNode) properties.get(member.getName())).put("nullable", true);
      }
    }
  }

  private ObjectNode property(RecordComponent component, Map<TypeVariable<?>, Type> bound) {
    ObjectNode schema = of(component.getGenericType(), bound);
    if (schema.has("$ref")) {
      if (component.getType().isPrimitive()) {
        return schema;
      }
      ObjectNode nullable = JSON.objectNode().put("nullable", true);
      nullable.putArray("allOf").add(schema);
      return nullable;
    }
    boolean many = schema.path("type").asText().equals("array");
    if (!component.getType().isPrimitive() && schema.has("type") && !many) {
      schema.put("nullable", true);
      if (schema.has("enum")) {
        ((ArrayNode) schema.get("enum")).addNull();
      }
    }
    describe(schema, component.getAccessor().getAnnotation(Schema.class));
    return schema;
  }

  private static void describe(ObjectNode schema, Schema annotation) {
    if (annotation != null && !annotation.description().isEmpty()) {
      schema.put("description", annotation.description());
    }
  }

  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : outer.getSimpleName() + type.getSimpleName();
  }

  private static ObjectNode list(ObjectNode items) {
    ObjectNode list = typed("array");
    list.set("items", items);
    return list;
  }

  static ObjectNode typed(String type) {
    return JSON.objectNode().put("type", type);
  }
}
