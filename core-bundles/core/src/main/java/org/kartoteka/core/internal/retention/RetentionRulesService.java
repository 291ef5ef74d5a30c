package org.kartoteka.core.internal.retention;

import static org.kartoteka.core.internal.data.CorePermissions.PRIVACY_MANAGE;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.core.api.retention.RetentionRuleView;
import org.kartoteka.core.api.retention.RetentionRules;
import org.kartoteka.core.internal.data.Acts;
import org.kartoteka.core.internal.retention.RetentionStore.Rule;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.privacy.RetentionKind;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How long data are kept. */
@Component
public final class RetentionRulesService implements RetentionRules {

  private static final String TYPE = "retention-rule";
  private static final int LONGEST = 1200;

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final RetentionKinds kinds;
  private final RetentionStore store;
  private final ChangeHistory history;
  private final Acts acts;

  @Activate
  public RetentionRulesService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference RetentionKinds kinds,
      @Reference RetentionStore store,
      @Reference ChangeHistory history,
      @Reference Acts acts) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.kinds = kinds;
    this.store = store;
    this.history = history;
    this.acts = acts;
  }

  @Override
  public List<RetentionRuleView> rules() {
    access.require(PRIVACY_MANAGE);
    return unitOfWork.read(
        () -> {
          Map<String, Rule> rules =
              store.rules().stream().collect(Collectors.toMap(Rule::kind, Function.identity()));
          Stream<RetentionRuleView> declared =
              kinds.all().stream()
                  .map(
                      kind ->
                          rules.containsKey(kind.name())
                              ? view(rules.remove(kind.name()))
                              : new RetentionRuleView(
                                  kind.name(), kind.feature(), null, false, 0, null, null));
          List<RetentionRuleView> all = declared.collect(Collectors.toList());
          rules.values().forEach(rule -> all.add(view(rule)));
          all.sort(Comparator.comparing(RetentionRuleView::kind));
          return all;
        });
  }

  @Override
  public RetentionRuleView set(String kind, Integer months) {
    access.require(PRIVACY_MANAGE);
    Findings findings = new Findings();
    if (findings.range("months", months, 1, LONGEST) == null) {
      findings.add("months", "required");
    }
    findings.throwIfAny();
    RetentionKind declared =
        kinds.find(kind).orElseThrow(() -> new NotFound("retention-kind", kind));
    return unitOfWork.call(
        () -> {
          String before = store.rule(kind).map(rule -> months(rule.months())).orElse(null);
          store.set(declared, months, acts.now());
          record(
              before == null ? ChangeView.Kind.CREATED : ChangeView.Kind.CHANGED,
              kind,
              before,
              months(months));
          return view(store.rule(kind).orElseThrow());
        });
  }

  @Override
  public void end(String kind) {
    access.require(PRIVACY_MANAGE);
    unitOfWork.run(
        () -> {
          Rule rule = store.rule(kind).orElseThrow(() -> new NotFound(TYPE, kind));
          store.end(kind);
          record(ChangeView.Kind.DELETED, kind, months(rule.months()), null);
        });
  }

  private void record(ChangeView.Kind act, String kind, String before, String after) {
    if (act != ChangeView.Kind.CHANGED || !before.equals(after)) {
      history.record(
          act, new RecordRef(TYPE, kind, kind), List.of(new FieldChange("months", before, after)));
    }
  }

  private RetentionRuleView view(Rule rule) {
    return new RetentionRuleView(
        rule.kind(),
        rule.feature(),
        rule.months(),
        kinds.find(rule.kind()).isEmpty(),
        store.due(rule.kind()),
        rule.changedAt(),
        rule.changedBy());
  }

  private static String months(int months) {
    return Integer.toString(months);
  }
}
