package org.kartoteka.ui.internal.duplicate;

import java.util.Set;
import java.util.TreeSet;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.ui.api.PartyAction;
import org.kartoteka.ui.api.Workspace;
import org.osgi.service.component.annotations.Component;

/** Merges the selected parties. */
@Component
public final class MergeAction implements PartyAction {

  private static final int MOST = 5;

  @Override
  public String id() {
    return "merge";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "ui.merge.action";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public String permission() {
    return "core.party.merge";
  }

  @Override
  public String icon() {
    return "vaadin:compress-square";
  }

  @Override
  public int atLeast() {
    return 2;
  }

  @Override
  public int atMost() {
    return MOST;
  }

  @Override
  public void act(Set<PartyId> parties, Workspace workspace, Runnable afterwards) {
    TreeSet<Long> ids = new TreeSet<>(parties.stream().map(PartyId::value).toList());
    workspace.navigate(MergePage.address(Mergeable.PARTY, ids));
  }
}
