package org.kartoteka.itests.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.inject.Inject;
import org.junit.jupiter.api.Test;
import org.kartoteka.itests.harness.Waiting;
import org.kartoteka.itests.platform.exam.InContainer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Everything is wired, started and satisfied. */
@InContainer
class WiringIT {

  private static final List<String> CONTRACTS =
      List.of(
          "org.kartoteka.platform.api.data.UnitOfWork",
          "org.kartoteka.platform.api.document.Attachments",
          "org.kartoteka.platform.api.exchange.Imports",
          "org.kartoteka.platform.api.feature.FeatureCatalog",
          "org.kartoteka.platform.api.health.Health",
          "org.kartoteka.platform.api.history.ChangeHistory",
          "org.kartoteka.platform.api.i18n.Messages",
          "org.kartoteka.platform.api.journal.Journal",
          "org.kartoteka.platform.api.security.AccessControl",
          "org.kartoteka.platform.api.security.Authentication",
          "org.kartoteka.platform.api.security.CurrentUser",
          "org.kartoteka.platform.api.security.PermissionCatalog",
          "org.kartoteka.platform.api.security.UserDirectory",
          "org.kartoteka.platform.api.settings.Settings",
          "org.kartoteka.core.api.party.PartyRegister",
          "org.kartoteka.core.api.person.PersonDirectory",
          "org.kartoteka.core.api.note.Notebook",
          "org.kartoteka.core.api.register.Registers",
          "org.kartoteka.core.api.search.Search",
          Clock.class.getName(),
          "javax.transaction.TransactionManager");

  @Inject private BundleContext context;
  @Inject private ServiceComponentRuntime components;

  @Test
  void every_bundle_is_active_or_a_fragment() {
    List<String> idle = new ArrayList<>();
    for (Bundle bundle : context.getBundles()) {
      boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
      boolean lazy = bundle.getState() == Bundle.STARTING && policy(bundle).contains("lazy");
      if (bundle.getState() != (fragment ? Bundle.RESOLVED : Bundle.ACTIVE) && !lazy) {
        idle.add(bundle.getSymbolicName() + " is in state " + bundle.getState());
      }
    }

    assertEquals(List.of(), idle);
  }

  private static String policy(Bundle bundle) {
    String policy = bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY);
    return policy == null ? "" : policy;
  }

  @Test
  void every_component_of_the_house_is_satisfied() {
    Waiting.until(
        "satisfied components",
        Duration.ofSeconds(20),
        () -> {
          if (unsatisfied().isEmpty()) {
            return true;
          }
          throw new IllegalStateException(unsatisfied().toString());
        });
  }

  private List<String> unsatisfied() {
    List<String> found = new ArrayList<>();
    Bundle[] ours =
        Arrays.stream(context.getBundles())
            .filter(bundle -> String.valueOf(bundle.getSymbolicName()).startsWith("org.kartoteka."))
            .toArray(Bundle[]::new);
    for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs(ours)) {
      for (ComponentConfigurationDTO state : components.getComponentConfigurationDTOs(component)) {
        if ((state.state & (ComponentConfigurationDTO.ACTIVE | ComponentConfigurationDTO.SATISFIED))
            == 0) {
          found.add(
              component.name
                  + " misses "
                  + Arrays.stream(state.unsatisfiedReferences).map(r -> r.name).toList()
                  + (state.failure == null ? "" : " and failed: " + state.failure));
        }
      }
    }
    return found;
  }

  @Test
  void every_contract_has_its_service() {
    List<String> missing =
        CONTRACTS.stream().filter(name -> context.getServiceReference(name) == null).toList();

    assertEquals(List.of(), missing);
  }

  @Test
  void every_bundle_of_the_house_is_there() {
    List<String> names = Arrays.stream(context.getBundles()).map(Bundle::getSymbolicName).toList();

    assertTrue(
        names.containsAll(
            List.of(
                "org.kartoteka.platform.api",
                "org.kartoteka.platform",
                "org.kartoteka.core.api",
                "org.kartoteka.core",
                "org.kartoteka.security",
                "org.kartoteka.rest",
                "org.kartoteka.vaadin",
                "org.kartoteka.ui.api",
                "org.kartoteka.ui",
                "org.kartoteka.database",
                "org.kartoteka.competitors")),
        names::toString);
  }
}
