/** Who may use the house: users, and the roles that give them permissions. */
package org.kartoteka.ui.internal.user;
