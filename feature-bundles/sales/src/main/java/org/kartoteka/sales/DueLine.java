package org.kartoteka.sales;

import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.money.Money;

/**
 * What a run would invoice.
 *
 * @param contract the number of the contract, or the name of the template
 * @param from the first day that is paid for
 * @param net without tax; the difference when the period was invoiced before
 * @param difference whether something was invoiced of the period before
 */
public record DueLine(
    PartyId partyId,
    String partyName,
    String contract,
    String name,
    LocalDate from,
    LocalDate until,
    Money net,
    boolean difference) {}
