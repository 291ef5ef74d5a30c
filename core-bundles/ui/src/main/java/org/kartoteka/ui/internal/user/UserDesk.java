package org.kartoteka.ui.internal.user;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.kartoteka.core.api.register.Registers;
import org.kartoteka.platform.api.feature.FeatureCatalog;
import org.kartoteka.platform.api.feature.FeatureView;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.BranchView;
import org.kartoteka.platform.api.security.Branches;
import org.kartoteka.platform.api.security.RoleView;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserGroups;
import org.kartoteka.platform.api.security.UserView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CarefulSave;
import org.kartoteka.ui.internal.access.AccessServices;
import org.kartoteka.ui.internal.deputy.DeputyDesk;
import org.kartoteka.ui.internal.handover.HandoverDesk;
import org.kartoteka.ui.internal.record.Colleagues;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The services that the pages of users and roles work with. */
@Component(service = UserDesk.class)
public class UserDesk {

  private final UserDirectory directory;
  private final Branches branches;
  private final UserGroups groups;
  private final Registers registers;
  private final Colleagues colleagues;
  private final FeatureCatalog features;
  private final AccessServices access;
  private final HandoverDesk handovers;
  private final DeputyDesk deputies;

  @Activate
  public UserDesk(
      @Reference UserDirectory directory,
      @Reference Branches branches,
      @Reference UserGroups groups,
      @Reference Registers registers,
      @Reference Colleagues colleagues,
      @Reference FeatureCatalog features,
      @Reference AccessServices access,
      @Reference HandoverDesk handovers,
      @Reference DeputyDesk deputies) {
    this.directory = directory;
    this.branches = branches;
    this.groups = groups;
    this.registers = registers;
    this.colleagues = colleagues;
    this.features = features;
    this.access = access;
    this.handovers = handovers;
    this.deputies = deputies;
  }

  /** Sessions and tokens. */
  AccessServices access() {
    return access;
  }

  /** Hand-overs. */
  HandoverDesk handovers() {
    return handovers;
  }

  /** Deputies. */
  DeputyDesk deputies() {
    return deputies;
  }

  Branches branches() {
    return branches;
  }

  UserGroups groups() {
    return groups;
  }

  Registers registers() {
    return registers;
  }

  Colleagues colleagues() {
    return colleagues;
  }

  /** The name of a branch; empty for none. */
  String branchName(BranchId id) {
    return branches.all().stream()
        .filter(branch -> branch.id().equals(id))
        .map(BranchView::name)
        .findFirst()
        .orElse("");
  }

  /** A field that chooses a branch. */
  ComboBox<BranchId> branchPicker() {
    Map<BranchId, String> names = new LinkedHashMap<>();
    branches.all().forEach(branch -> names.put(branch.id(), branch.name()));
    ComboBox<BranchId> picker = new ComboBox<>();
    picker.setItems(names.keySet());
    picker.setItemLabelGenerator(id -> names.getOrDefault(id, ""));
    picker.setClearButtonVisible(true);
    return picker;
  }

  /** A field that chooses roles; those that its user may not give can only be taken away. */
  CheckboxGroup<String> rolePicker(UserWords words, Predicate<String> offered, Set<String> had) {
    Set<String> givable = directory.givableRoles();
    CheckboxGroup<String> picker = new CheckboxGroup<>();
    picker.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
    List<String> names = directory.roles().stream().map(RoleView::name).filter(offered).toList();
    picker.setItems(names);
    picker.setItemLabelGenerator(words::role);
    picker.setItemEnabledProvider(role -> givable.contains(role) || had.contains(role));
    if (!givable.containsAll(names)) {
      picker.setHelperText(words.rolesBeyond());
    }
    return picker;
  }

  /** The users. */
  UserDirectory directory() {
    return directory;
  }

  /** The title of a feature or core bundle. */
  String featureTitle(String id, Workspace workspace) {
    String text = workspace.text("ui.users.part." + id);
    return text.startsWith("!") ? features.feature(id).map(FeatureView::title).orElse(id) : text;
  }

  /** What can be changed of a user. */
  static UserData data(UserView user) {
    return new UserData(
        user.name(),
        user.fullName(),
        user.email(),
        user.language(),
        user.roles(),
        user.blocked(),
        user.branchId(),
        user.superiorId());
  }

  /** Saves a change of a user so that nobody's work is lost. */
  CarefulSave<UserView, UserData> saving(UserWords words) {
    return new CarefulSave<>(
        UserData.class,
        UserDesk::data,
        (read, revision, data) -> directory.change(read.id(), revision, data),
        read -> directory.user(read.id()).orElse(read),
        words.naming(this));
  }
}
