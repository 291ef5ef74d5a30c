package org.kartoteka.ui.internal.custom;

import org.kartoteka.core.api.custom.CustomFieldListener;
import org.kartoteka.ui.internal.shell.Followers;
import org.osgi.service.component.annotations.Component;

/** Tells the open pages when the definitions of custom fields have changed. */
@Component(service = {CustomFieldNews.class, CustomFieldListener.class})
public class CustomFieldNews implements CustomFieldListener {

  private final Followers<String> followers = new Followers<>();

  @Override
  public void customFieldsChanged(String recordType) {
    followers.tell(recordType);
  }

  /** While the component is shown, tells it of changes. */
  public void follow(
      com.vaadin.flow.component.Component component, String recordType, Runnable changed) {
    followers.follow(
        component,
        type -> {
          if (type.equals(recordType)) {
            changed.run();
          }
        });
  }
}
