package org.kartoteka.rest.internal.upload;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glassfish.jersey.media.multipart.BodyPartEntity;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.jvnet.mimepull.MIMEParsingException;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.rest.internal.problem.BadRequest;

/** Reads an uploaded file from a plain body or from a form. */
@Consumes(MediaType.WILDCARD)
public final class UploadReader implements MessageBodyReader<Upload> {

  /** The form's field with the file. */
  public static final String FILE = "file";

  private static final int LONGEST_FIELD = 1 << 20;

  @Context private Providers providers;

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == Upload.class;
  }

  @Override
  public Upload readFrom(
      Class<Upload> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    if (!mediaType.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
      return new Upload(null, body, Map.of());
    }
    MessageBodyReader<FormDataMultiPart> reader =
        providers.getMessageBodyReader(
            FormDataMultiPart.class, FormDataMultiPart.class, annotations, mediaType);
    try {
      return read(
          reader.readFrom(
              FormDataMultiPart.class,
              FormDataMultiPart.class,
              annotations,
              mediaType,
              headers,
              body));
    } catch (MIMEParsingException e) {
      throw new BadRequest("problem.broken-form");
    }
  }

  private static Upload read(FormDataMultiPart form) throws IOException {
    Map<String, String> fields = new HashMap<>();
    FormDataBodyPart file = null;
    for (Map.Entry<String, List<FormDataBodyPart>> entry : form.getFields().entrySet()) {
      FormDataBodyPart part = entry.getValue().get(0);
      if (entry.getKey().equals(FILE)) {
        file = part;
      } else {
        fields.put(entry.getKey(), text(part));
      }
    }
    if (file == null) {
      throw new InvalidInput(FieldError.of(FILE, "required"));
    }
    String name = file.getFormDataContentDisposition().getFileName();
    return new Upload(
        name == null ? null : unicode(name),
        file.getEntityAs(BodyPartEntity.class).getInputStream(),
        fields);
  }

  /** Clients send names in UTF-8, headers are read as Latin-1. */
  private static String unicode(String latin1) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(StandardCharsets.ISO_8859_1.newEncoder().encode(CharBuffer.wrap(latin1)))
          .toString();
    } catch (CharacterCodingException notSo) {
      return latin1;
    }
  }

  private static String text(FormDataBodyPart part) throws IOException {
    try (InputStream in = part.getEntityAs(BodyPartEntity.class).getInputStream()) {
      return new String(in.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
    }
  }
}
