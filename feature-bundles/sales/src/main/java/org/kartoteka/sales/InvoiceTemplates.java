package org.kartoteka.sales;

import java.util.List;
import org.kartoteka.platform.api.data.ExpectedRevision;
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
   * Changes a template from a day on: parties that are added are invoiced from then on, those that
   * are left out no longer, lines at their new price; what was invoiced for later days already is
   * put right by the next run.
   */
  TemplateView change(TemplateId id, ExpectedRevision revision, TemplateData data);

  /** One template. */
  TemplateView get(TemplateId id);

  /** All templates by name; a company has tens of them. */
  List<TemplateView> all();
}
