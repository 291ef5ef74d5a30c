package org.kartoteka.core.api.register;

/**
 * What a register is called and what it is for.
 *
 * @param name unique without regard to case, 1 to 100 characters
 * @param description may be null
 */
public record RegisterData(String name, String description) {}
