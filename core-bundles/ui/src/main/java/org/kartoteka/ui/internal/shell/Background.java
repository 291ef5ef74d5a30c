package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.ui.api.Workspace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what takes long beside the window, which goes on to work meanwhile. */
@Component(service = Background.class)
public class Background {

  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final ExecutorService executor;
  private final CurrentUser currentUser;

  @Activate
  public Background(
      @Reference(target = "(kartoteka.executor=background)") ExecutorService executor,
      @Reference CurrentUser currentUser) {
    this.executor = executor;
    this.currentUser = currentUser;
  }

  /**
   * Does the work as the current user on another thread.
   *
   * @param then called in the window with the result
   * @param failed called in the window when the work threw; a notice is shown already
   */
  public <T> void run(Supplier<T> work, Consumer<T> then, Runnable failed) {
    UI ui = UI.getCurrent();
    User user = currentUser.require();
    executor.execute(
        () -> {
          try {
            T result = currentUser.runAs(user, work);
            access(ui, () -> then.accept(result));
          } catch (RuntimeException failure) {
            access(
                ui,
                () -> {
                  Workspace.current().problem(failure);
                  failed.run();
                });
          }
        });
  }

  private static void access(UI ui, Runnable inWindow) {
    try {
      ui.access(inWindow::run);
    } catch (UIDetachedException closed) {
      LOG.debug("The window that started the work is closed", closed);
    }
  }
}
