package org.kartoteka.security.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.identity.IdentityRules;
import org.kartoteka.platform.api.identity.ProviderSettings;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.RecentProof;
import org.kartoteka.platform.api.settings.Installation;
import org.kartoteka.platform.api.settings.Settings;
import org.kartoteka.security.internal.key.KeyFile;
import org.kartoteka.security.internal.key.SecretBox;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The settings of providers among those of the installation; their secrets are locked. */
@Component
public final class ProviderSettingsService implements ProviderSettings {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final String HIDDEN = "***";

  private final Settings settings;
  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final RecentProof proof;
  private final ChangeHistory history;
  private final SecretBox box;
  private final RoleTable roles;

  @Activate
  public ProviderSettingsService(
      @Reference Settings settings,
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference RecentProof proof,
      @Reference ChangeHistory history,
      @Reference Installation installation) {
    this.settings = settings;
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.proof = proof;
    this.history = history;
    this.box = new SecretBox(KeyFile.of(installation, "secrets"));
    this.roles = new RoleTable(unitOfWork);
  }

  @Override
  public Map<String, String> of(String provider) {
    return settings.get(key(provider)).map(ProviderSettingsService::read).orElse(Map.of());
  }

  @Override
  public Optional<String> secret(String provider) {
    return settings
        .get(secretKey(provider))
        .map(kept -> box.unlock(Base64.getDecoder().decode(kept), owner(provider)))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  @Override
  public void change(String provider, Map<String, String> wanted, String secret) {
    access.require(SecurityPermissions.MANAGE_USERS);
    proof.requireRecent();
    unitOfWork.run(
        () -> {
          checkRoles(wanted);
          List<FieldChange> changes = changes(of(provider), wanted);
          settings.set(key(provider), write(wanted));
          if (secret != null) {
            settings.set(secretKey(provider), locked(provider, secret));
            changes.add(new FieldChange("secret", HIDDEN, HIDDEN));
          }
          history.record(ChangeView.Kind.CHANGED, new RecordRef(TYPE, provider, provider), changes);
        });
  }

  @Override
  public void remove(String provider) {
    access.require(SecurityPermissions.MANAGE_USERS);
    proof.requireRecent();
    unitOfWork.run(
        () -> {
          settings.set(key(provider), null);
          settings.set(secretKey(provider), null);
        });
  }

  private void checkRoles(Map<String, String> wanted) {
    Set<String> known = roles.names();
    InvalidInput.throwIfAny(
        IdentityRules.of(wanted).roles().stream()
            .map(IdentityRules.GroupRole::role)
            .filter(role -> !known.contains(role))
            .map(role -> FieldError.of(IdentityRules.ROLES, "noSuchRole", role))
            .toList());
  }

  private String locked(String provider, String secret) {
    return secret.isEmpty()
        ? null
        : Base64.getEncoder()
            .encodeToString(box.lock(secret.getBytes(StandardCharsets.UTF_8), owner(provider)));
  }

  private static List<FieldChange> changes(Map<String, String> before, Map<String, String> after) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<FieldChange> changes = new ArrayList<>();
    for (String name : names) {
      if (!Objects.equals(before.get(name), after.get(name))) {
        changes.add(new FieldChange(name, before.get(name), after.get(name)));
      }
    }
    return changes;
  }

  private static String key(String provider) {
    return provider + ".settings";
  }

  private static String secretKey(String provider) {
    return provider + ".secret";
  }

  private static byte[] owner(String provider) {
    return secretKey(provider).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> read(String json) {
    try {
      return JSON.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The settings of a provider cannot be read", e);
    }
  }

  private static String write(Map<String, String> wanted) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(wanted));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
