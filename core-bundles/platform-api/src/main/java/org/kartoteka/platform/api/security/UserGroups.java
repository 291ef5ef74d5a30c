package org.kartoteka.platform.api.security;

import java.util.List;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.osgi.annotation.versioning.ProviderType;

/** The groups of users. Everything needs {@code security.user.manage}. */
@ProviderType
public interface UserGroups {

  String TYPE = "group";

  /** All groups by name. */
  List<GroupView> all();

  /** One group. */
  GroupView get(GroupId id);

  /** Adds a group. */
  GroupView add(GroupData data);

  /** Changes a group. */
  GroupView change(GroupId id, ExpectedRevision revision, GroupData data);

  /** Removes a group; its members lose the roles they had by it. */
  void remove(GroupId id, ExpectedRevision revision);
}
