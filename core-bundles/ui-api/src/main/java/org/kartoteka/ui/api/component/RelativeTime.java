package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import java.time.Instant;
import org.kartoteka.ui.api.Workspace;

/** How long ago something was, with the exact time on hover. */
@Tag("time")
public class RelativeTime extends HtmlComponent {

  public RelativeTime(Instant instant) {
    LocalFormats formats = Workspace.current().formats();
    if (instant != null) {
      getElement().setText(formats.ago(instant));
      getElement().setAttribute("datetime", instant.toString());
      setTitle(formats.dateTime(instant));
    }
  }
}
