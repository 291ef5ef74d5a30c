package org.kartoteka.core.api.privacy;

import java.io.OutputStream;
import java.util.List;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.privacy.PersonalDatum;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a person can ask for (TEN-34, TEN-48): what is known of them, in every bundle, also in
 * stopped ones; its restriction; its erasure. Needs {@code core.privacy.manage}, an erasure {@code
 * core.privacy.erase}.
 */
@ProviderType
public interface PersonalDataRights {

  /** How it stands. */
  PersonalDataStanding standing(PersonId person);

  /** Everything that is held of the person. Stands in the audit log. */
  List<PersonalDatum> register(PersonId person);

  /** Form of a dossier. */
  enum Form {
    /** For machines. */
    JSON,
    /** For people. */
    HTML
  }

  /** Writes everything that is held of the person; the stream is left open. */
  void dossier(PersonId person, Form form, OutputStream out);

  /** From now on the data are only kept. */
  PersonalDataStanding restrict(PersonId person, String reason);

  /** The data may be processed again. */
  PersonalDataStanding release(PersonId person);

  /** What an erasure would do, worked out by doing it and taking it back. */
  ErasureView preview(PersonId person);

  /**
   * Erases the person everywhere, or makes it anonymous where a record has to stay. Cannot be
   * undone.
   *
   * @param reason who asked for it and when
   */
  default ErasureView erase(PersonId person, String reason) {
    return erase(List.of(person), reason).get(0);
  }

  /**
   * Erases several persons, all or none; what is left of them is searched for once, so that ten at
   * a time take little longer than one.
   *
   * @return in the order of the persons
   */
  List<ErasureView> erase(List<PersonId> persons, String reason);
}
