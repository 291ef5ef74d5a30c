package org.kartoteka.platform.api.security;

/** The roles every installation has from the start. */
public enum StandardRole {
  ADMINISTRATOR,
  MANAGER,
  SALESPERSON,
  CUSTOMER_SERVICE,
  READER
}
