package org.kartoteka.commissions;

/** To whom a plan is assigned; the more closely somebody is meant, the sooner it holds for him. */
public enum Assignee {
  /** One user. */
  PERSON,
  /** Who is in a group of users. */
  GROUP,
  /** Who has a role. */
  ROLE,
  /** Whoever has no other. */
  EVERYBODY
}
