package org.kartoteka.sales;

import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Templates of invoices for many parties; they name these whatever the reader's reach. Reading and
 * writing need {@code sales.billing.run}.
 */
@ProviderType
public interface InvoiceTemplates {

  /** The type of templates in references. */
  String TYPE = "sales.template";

  /** Adds a template. */
  TemplateView add(TemplateData data);

  /**
   * Changes a template from a day on: lines at their new price; where parties are given, those that
   * are added are invoiced from then on, those that are left out no longer. What was invoiced for
   * later days already is put right by the next run.
   */
  TemplateView change(TemplateId id, ExpectedRevision revision, TemplateData data);

  /** Lets parties join from a day on; those that are in it already stay as they are. */
  TemplateView join(TemplateId id, TemplateParties parties);

  /** Lets parties leave from a day on; those that are not in it stay out. */
  TemplateView leave(TemplateId id, TemplateParties parties);

  /**
   * A page of the parties of a template. Sorts: {@code party} (default), by their ids.
   *
   * @param party this one only, to see whether it is in it; null for all
   */
  Page<TemplatePartyView> parties(TemplateId id, PartyId party, PageRequest request);

  /** One template. */
  TemplateView get(TemplateId id);

  /** All templates by name; a company has tens of them. */
  List<TemplateView> all();
}
