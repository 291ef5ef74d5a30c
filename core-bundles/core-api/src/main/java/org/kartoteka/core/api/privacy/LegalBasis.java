package org.kartoteka.core.api.privacy;

/** On what ground personal data are processed (GDPR, article 6). */
public enum LegalBasis {
  CONSENT,
  CONTRACT,
  LEGAL_DUTY,
  VITAL_INTEREST,
  PUBLIC_TASK,
  LEGITIMATE_INTEREST
}
