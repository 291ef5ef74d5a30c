package org.kartoteka.commissions;

import java.util.List;

/**
 * Which lines a rule counts; an empty list means any.
 *
 * @param groups codes of product groups; groups within them count too
 * @param exceptGroups codes of product groups that do not count, nor groups within them
 * @param packageTypes codes of the package that was bought (MON-11)
 * @param contractTypes codes of types of contract
 * @param firstInvoices only so many first invoices of a contract, or of a customer where no
 *     contract is; null for all
 * @param newCustomers only the first document of a customer (MON-7)
 */
public record Selection(
    List<String> groups,
    List<String> exceptGroups,
    List<String> packageTypes,
    List<String> contractTypes,
    Integer firstInvoices,
    boolean newCustomers) {

  public Selection {
    groups = groups == null ? List.of() : List.copyOf(groups);
    exceptGroups = exceptGroups == null ? List.of() : List.copyOf(exceptGroups);
    packageTypes = packageTypes == null ? List.of() : List.copyOf(packageTypes);
    contractTypes = contractTypes == null ? List.of() : List.copyOf(contractTypes);
  }

  /** All lines. */
  public static Selection all() {
    return new Selection(null, null, null, null, null, false);
  }

  /** The same for the first invoices only. */
  public Selection first(int invoices) {
    return new Selection(groups, exceptGroups, packageTypes, contractTypes, invoices, newCustomers);
  }
}
