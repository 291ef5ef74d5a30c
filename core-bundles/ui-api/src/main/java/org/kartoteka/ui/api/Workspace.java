package org.kartoteka.ui.api;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.Optional;
import java.util.function.Consumer;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.ui.api.component.LocalFormats;
import org.osgi.annotation.versioning.ProviderType;

/** The shell around the pages of one browser window. */
@ProviderType
public interface Workspace {

  /**
   * The workspace of the window that is being served by this thread.
   *
   * @throws IllegalStateException when there is none, or nobody is signed in
   */
  static Workspace current() {
    return find()
        .orElseThrow(() -> new IllegalStateException("No workspace is served by this thread"));
  }

  /** The workspace of the window that is being served by this thread; empty when there is none. */
  static Optional<Workspace> find() {
    return Optional.ofNullable(UI.getCurrent())
        .map(ui -> ComponentUtil.getData(ui, Workspace.class));
  }

  /** Who works here. */
  User user();

  /** Whether the user has the permission; true for null. */
  default boolean may(String permission) {
    return permission == null || user().may(permission);
  }

  /** A text in the user's language. */
  String text(String key, Object... arguments);

  /** Numbers, dates and times as the user reads them. */
  LocalFormats formats();

  /** A value the user's own choices keep, such as chosen columns; null when there is none. */
  String recall(String key);

  /** Keeps a value among the user's own choices; null removes it. */
  void keep(String key, String value);

  /** Opens an address of the application, such as {@code parties/12}. */
  void navigate(String address);

  /** A quiet notice of success. */
  void done(String text);

  /** A quiet notice of success with an undo button. */
  void done(String text, Runnable undo);

  /** A notice of what went wrong; an exception that is no problem of the field is logged. */
  void problem(RuntimeException problem);

  /**
   * Asks the person to prove once more who he is, and then does what was refused by {@link
   * org.kartoteka.platform.api.problem.ProofNeeded}.
   */
  void prove(Runnable act);

  /** Whether the window is as narrow as a phone now. */
  boolean narrow();

  /** Told now and whenever the window becomes narrow or wide again. */
  Registration onWidth(Consumer<Boolean> narrow);
}
