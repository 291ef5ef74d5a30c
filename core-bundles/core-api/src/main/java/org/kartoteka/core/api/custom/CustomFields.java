package org.kartoteka.core.api.custom;

import java.util.List;
import java.util.Locale;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The fields that administrators add to parties and persons at runtime. Their values are the map
 * {@code custom} of a party's or person's data, by the fields' names; whoever writes these records
 * may give a value as text as people write it ({@code "12,5"}, {@code "31.01.2026"}, {@code "tak"},
 * the label of an option), which is brought into the form that {@link CustomFieldType} tells. What
 * is wrong is said of the field {@code custom.<name>}; names of no field are refused.
 *
 * <p>Lists of parties and persons are sorted by a field with the sort {@code custom.<name>}: texts
 * and links by their first 100 characters, choices in the order of their options, no before yes;
 * records without a value come last in both directions.
 *
 * <p>Reading needs {@code core.party.read}, definitions need {@code core.custom-field.manage}.
 */
@ProviderType
public interface CustomFields {

  /** The type of custom fields in references. */
  String TYPE = "custom-field";

  /** Every field in its order, archived ones too; from memory, cheap. */
  List<CustomFieldView> all();

  /**
   * The fields of a type of record that are not archived, in their order; from memory, cheap.
   *
   * @param recordType {@code party} or {@code person}
   */
  List<CustomFieldView> of(String recordType);

  /** One field. */
  CustomFieldView get(CustomFieldId id);

  /** Defines a field. */
  CustomFieldView define(CustomFieldData data);

  /** Changes a field; type of record, name and type stay, and so do options that are in use. */
  CustomFieldView change(CustomFieldId id, ExpectedRevision revision, CustomFieldData data);

  /** Removes a field; refused while a record has a value of it: archive it then. */
  void remove(CustomFieldId id, ExpectedRevision revision);

  /** A value as people read it, in files too; empty for null. */
  String text(CustomFieldView field, Object value, Locale locale);
}
