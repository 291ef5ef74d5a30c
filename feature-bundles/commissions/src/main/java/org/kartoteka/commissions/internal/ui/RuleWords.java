package org.kartoteka.commissions.internal.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kartoteka.commissions.Base;
import org.kartoteka.commissions.Rate;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.Selection;
import org.kartoteka.commissions.Tier;
import org.kartoteka.ui.api.Workspace;

/** Says a rule in a line. */
final class RuleWords {

  private final Workspace workspace;
  private final Words words;

  RuleWords(Workspace workspace, Words words) {
    this.workspace = workspace;
    this.words = words;
  }

  String of(Rule rule) {
    List<String> parts = new ArrayList<>();
    parts.add(rule.name());
    parts.add(words.of(rule.trigger()));
    parts.add(rule.base() == Base.FORMULA ? rule.formula() : words.of(rule.base()));
    parts.add(rate(rule.rate()));
    if (rule.rate().per() != null) {
      parts.add(words.of(rule.rate().per()));
    }
    selection(rule.selection(), parts);
    if (rule.floor() != null) {
      parts.add(workspace.text("commissions.rule.floor.says", rule.floor()));
    }
    if (rule.cap() != null) {
      parts.add(workspace.text("commissions.rule.cap.says", rule.cap()));
    }
    if (rule.currency() != null) {
      parts.add(rule.currency().getCurrencyCode());
    }
    if (rule.clawback() != null) {
      parts.add(workspace.text("commissions.rule.clawback.says", rule.clawback().months()));
    }
    return String.join(" · ", parts);
  }

  private String rate(Rate rate) {
    return switch (rate.kind()) {
      case FIXED -> workspace.formats().number(rate.value());
      case PERCENT -> workspace.formats().number(rate.value()) + " %";
      default ->
          rate.tiers().stream()
              .map(this::tier)
              .collect(Collectors.joining(", ", words.of(rate.kind()) + ": ", ""));
    };
  }

  private String tier(Tier tier) {
    String said =
        "≥\u00a0"
            + workspace.formats().number(tier.from())
            + ": "
            + workspace.formats().number(tier.percent())
            + "\u00a0%";
    return tier.bonus() == null
        ? said
        : said
            + " + "
            + workspace.text(
                "commissions.rule.bonus.says", workspace.formats().number(tier.bonus()));
  }

  private void selection(Selection only, List<String> parts) {
    add(parts, "groups", only.groups());
    add(parts, "exceptGroups", only.exceptGroups());
    add(parts, "packageTypes", only.packageTypes());
    add(parts, "contractTypes", only.contractTypes());
    if (only.firstInvoices() != null) {
      parts.add(workspace.text("commissions.rule.firstInvoices.says", only.firstInvoices()));
    }
    if (only.newCustomers()) {
      parts.add(workspace.text("commissions.rule.newCustomers"));
    }
  }

  private void add(List<String> parts, String name, List<String> codes) {
    if (!codes.isEmpty()) {
      parts.add(workspace.text("commissions.rule." + name) + ": " + Codes.written(codes));
    }
  }
}
