package org.kartoteka.commissions;

import java.math.BigDecimal;
import org.kartoteka.platform.api.security.UserId;

/** Somebody's part of a sale, in per cent. */
public record Share(UserId person, BigDecimal percent) {}
