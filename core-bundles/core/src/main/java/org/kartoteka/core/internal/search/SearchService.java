package org.kartoteka.core.internal.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kartoteka.core.api.search.Search;
import org.kartoteka.core.api.search.SearchHit;
import org.kartoteka.core.api.search.SearchSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.CurrentUser;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks all sources that are there. */
@Component
public final class SearchService implements Search {

  private static final Logger LOG = LoggerFactory.getLogger(SearchService.class);
  private static final int LEAST = 2;
  private static final int MOST = 50;

  private final UnitOfWork unitOfWork;
  private final CurrentUser user;
  private final List<SearchSource> sources = new CopyOnWriteArrayList<>();

  @Activate
  public SearchService(@Reference UnitOfWork unitOfWork, @Reference CurrentUser user) {
    this.unitOfWork = unitOfWork;
    this.user = user;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void bindSource(SearchSource source) {
    sources.add(source);
  }

  public void unbindSource(SearchSource source) {
    sources.remove(source);
  }

  @Override
  public List<SearchHit> find(String text, int limitPerSource) {
    user.require();
    String wanted = text == null ? "" : text.strip();
    List<SearchHit> hits = new ArrayList<>();
    if (wanted.codePointCount(0, wanted.length()) >= LEAST) {
      int limit = Math.max(1, Math.min(limitPerSource, MOST));
      sources.stream()
          .sorted(Comparator.comparingInt(SearchSource::order))
          .forEach(source -> hits.addAll(ask(source, wanted, limit)));
    }
    return hits;
  }

  /** In a transaction of its own, so that a source that fails spoils nothing but its own. */
  private List<SearchHit> ask(SearchSource source, String text, int limit) {
    try {
      return unitOfWork.callSeparately(() -> source.search(text, limit));
    } catch (RuntimeException failure) {
      LOG.warn("The search source {} failed", source.getClass().getName(), failure);
      return List.of();
    }
  }
}
