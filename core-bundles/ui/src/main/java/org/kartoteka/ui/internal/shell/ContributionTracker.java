package org.kartoteka.ui.internal.shell;

import org.kartoteka.ui.api.DashboardTile;
import org.kartoteka.ui.api.PartyAction;
import org.kartoteka.ui.api.PartyCardTab;
import org.kartoteka.ui.api.SettingsPage;
import org.kartoteka.ui.api.WorkspaceAction;
import org.kartoteka.ui.api.WorkspaceView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Gathers what all bundles contribute; apart, because contributions use what is gathered. */
@Component(immediate = true, service = ContributionTracker.class)
public class ContributionTracker {

  private final Contributions contributions;

  @Activate
  public ContributionTracker(@Reference Contributions contributions) {
    this.contributions = contributions;
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addView(WorkspaceView view) {
    contributions.add(WorkspaceView.class, view);
  }

  void removeView(WorkspaceView view) {
    contributions.remove(WorkspaceView.class, view);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addTab(PartyCardTab tab) {
    contributions.add(PartyCardTab.class, tab);
  }

  void removeTab(PartyCardTab tab) {
    contributions.remove(PartyCardTab.class, tab);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addPartyAction(PartyAction action) {
    contributions.add(PartyAction.class, action);
  }

  void removePartyAction(PartyAction action) {
    contributions.remove(PartyAction.class, action);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addTile(DashboardTile tile) {
    contributions.add(DashboardTile.class, tile);
  }

  void removeTile(DashboardTile tile) {
    contributions.remove(DashboardTile.class, tile);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addSettingsPage(SettingsPage page) {
    contributions.add(SettingsPage.class, page);
  }

  void removeSettingsPage(SettingsPage page) {
    contributions.remove(SettingsPage.class, page);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addAction(WorkspaceAction action) {
    contributions.add(WorkspaceAction.class, action);
  }

  void removeAction(WorkspaceAction action) {
    contributions.remove(WorkspaceAction.class, action);
  }
}
