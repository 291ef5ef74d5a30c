package org.kartoteka.itests.ui;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Waiting for something to go. */
final class Hidden {

  static final Locator.WaitForOptions OPTIONS =
      new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);

  private Hidden() {}
}
