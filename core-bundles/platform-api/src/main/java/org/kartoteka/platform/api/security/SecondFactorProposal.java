package org.kartoteka.platform.api.security;

/**
 * A secret for an authenticator.
 *
 * @param secret in base 32, to be typed
 * @param address {@code otpauth://...}, to be shown as a QR code
 */
public record SecondFactorProposal(String secret, String address) {}
