package org.kartoteka.core.internal.timeline;

import static org.kartoteka.core.internal.data.CorePermissions.PARTY_READ;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.timeline.Timeline;
import org.kartoteka.core.api.timeline.TimelineEntry;
import org.kartoteka.core.api.timeline.TimelineQuery;
import org.kartoteka.core.api.timeline.TimelineSource;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.Keyset;
import org.kartoteka.platform.api.data.Cursor;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.HistorySpan;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings into one order what all sources know of a party. */
@Component
public final class TimelineService implements Timeline {

  private static final Logger LOG = LoggerFactory.getLogger(TimelineService.class);
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  private static final Comparator<TimelineEntry> LATEST_FIRST =
      Comparator.comparing(TimelineEntry::at)
          .thenComparing(TimelineEntry::kind)
          .thenComparing(TimelineEntry::id)
          .reversed();

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final PartyScopes scopes;
  private final List<TimelineSource> sources = new CopyOnWriteArrayList<>();

  @Activate
  public TimelineService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.scopes = scopes;
  }

  /** A source arrives. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void bindSource(TimelineSource source) {
    sources.add(source);
  }

  /** A source leaves. */
  public void unbindSource(TimelineSource source) {
    sources.remove(source);
  }

  @Override
  public List<String> kinds() {
    return sources.stream().map(TimelineSource::kind).sorted().toList();
  }

  @Override
  public Page<TimelineEntry> of(PartyId party, TimelineQuery query, PageRequest request) {
    access.require(PARTY_READ);
    scopes.require(party, RecordAction.READ);
    Place place = request.after() == null ? null : Place.of(request.after());
    List<TimelineEntry> found = new ArrayList<>();
    for (TimelineSource source : sources) {
      if (query.kinds().isEmpty() || query.kinds().contains(source.kind())) {
        found.addAll(ask(source, party, span(source.kind(), place, query, request)));
      }
    }
    found.sort(LATEST_FIRST);
    boolean more = found.size() > request.limit();
    List<TimelineEntry> items = more ? found.subList(0, request.limit()) : found;
    return new Page<>(items, more ? Place.cursor(items.get(items.size() - 1)) : null);
  }

  /** In a transaction of its own, so that a source that fails spoils nothing but its own. */
  private List<TimelineEntry> ask(TimelineSource source, PartyId party, HistorySpan span) {
    try {
      return unitOfWork.callSeparately(() -> source.latest(party, span));
    } catch (RuntimeException failure) {
      LOG.warn("The source {} of timelines failed", source.kind(), failure);
      return List.of();
    }
  }

  private static HistorySpan span(
      String kind, Place place, TimelineQuery query, PageRequest request) {
    int limit = request.limit() + 1;
    return place == null
        ? new HistorySpan(END, 0, query.actor(), limit)
        : new HistorySpan(place.at(), place.idFor(kind), query.actor(), limit);
  }

  /** The place after an entry, from which on a page begins. */
  private record Place(Instant at, String kind, long id) {

    static Place of(String cursor) {
      List<String> values = Cursor.values(cursor, 3);
      try {
        return new Place(
            Instant.parse(values.get(0)), values.get(1), Long.parseLong(values.get(2)));
      } catch (DateTimeException | NumberFormatException | NullPointerException foreign) {
        throw Keyset.foreign();
      }
    }

    static String cursor(TimelineEntry last) {
      return Cursor.of(List.of(last.at(), last.kind(), last.id()));
    }

    /** Of what happened in the same instant, greater kinds come before. */
    long idFor(String other) {
      int order = other.compareTo(kind == null ? "" : kind);
      return order == 0 ? id : order < 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
    }
  }
}
