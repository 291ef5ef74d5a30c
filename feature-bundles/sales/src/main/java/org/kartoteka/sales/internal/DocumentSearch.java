package org.kartoteka.sales.internal;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.core.api.search.SearchHit;
import org.kartoteka.core.api.search.SearchSource;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.sales.DocumentQuery;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.SalesDocuments;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds invoices and credit notes by their numbers and parties. */
@Component
public final class DocumentSearch implements SearchSource {

  private final SalesDocuments documents;
  private final AccessControl access;

  @Activate
  public DocumentSearch(@Reference SalesDocuments documents, @Reference AccessControl access) {
    this.documents = documents;
    this.access = access;
  }

  @Override
  public String type() {
    return SalesDocuments.TYPE;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public List<SearchHit> search(String text, int limit) {
    if (!access.may(SalesPermissions.READ)) {
      return List.of();
    }
    DocumentQuery query =
        new DocumentQuery(text, null, null, null, null, false, false, null, null, null);
    return documents.page(query, PageRequest.first(limit)).items().stream()
        .map(DocumentSearch::hit)
        .toList();
  }

  private static SearchHit hit(DocumentView document) {
    String detail =
        Stream.of(document.partyName(), document.issuedOn().toString())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    return new SearchHit(
        DocumentService.reference(document),
        detail,
        "sales/documents?document=" + document.id().value());
  }
}
