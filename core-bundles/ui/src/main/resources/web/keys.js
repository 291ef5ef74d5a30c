// Keys of the shell: elements marked data-shortcut are clicked or focused, lists marked data-keys
// are walked through. Nothing happens while somebody types into a field.
(() => {
  const deep = (element) => {
    while (element && element.shadowRoot && element.shadowRoot.activeElement) {
      element = element.shadowRoot.activeElement;
    }
    return element;
  };
  const typing = () => {
    const element = deep(document.activeElement);
    return (
      element &&
      (element.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName))
    );
  };
  const visible = (element) => element.offsetParent !== null || element.getClientRects().length > 0;
  const overlay = () => document.querySelector('vaadin-dialog-overlay, vaadin-confirm-dialog-overlay');

  const shortcut = (key) => {
    const all = [...document.querySelectorAll(`[data-shortcut="${key}"]`)].filter(visible);
    const target = all[all.length - 1];
    if (!target || target.disabled) return false;
    if (/FIELD|COMBO|AREA|PICKER/.test(target.tagName)) target.focus();
    else {
      const button = target.closest('vaadin-menu-bar-button');
      (button || target).click();
    }
    return true;
  };

  const row = (down) => {
    const grid = [...document.querySelectorAll('vaadin-grid[data-keys="rows"]')].filter(visible)[0];
    if (!grid) return false;
    const root = grid.shadowRoot;
    if (document.activeElement !== grid) {
      const cell =
        root.querySelector('#items [tabindex="0"]') || root.querySelector('#items td, #items tr');
      if (cell) cell.focus();
      return true;
    }
    const key = down ? 'ArrowDown' : 'ArrowUp';
    deep(grid).dispatchEvent(
      new KeyboardEvent('keydown', { key, code: key, bubbles: true, composed: true, cancelable: true })
    );
    return true;
  };

  const walk = (event) => {
    const within = event.composedPath().find((e) => e.dataset && e.dataset.keysWithin === 'list');
    if (!within) return false;
    const lines = [...within.querySelectorAll('[data-keys="list"] button, [data-keys="list"] a')];
    if (!lines.length) return false;
    const at = lines.indexOf(document.activeElement);
    const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
    if (next < 0) within.querySelector('vaadin-text-field').focus();
    else lines[Math.min(next, lines.length - 1)].focus();
    return true;
  };

  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      if (!overlay()) shortcut('ctrl+k');
      return;
    }
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && walk(event)) {
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing() || overlay()) return;
    const done =
      event.key === 'j' || event.key === 'k'
        ? row(event.key === 'j')
        : ['n', 'e', '/'].includes(event.key) && shortcut(event.key);
    if (done) event.preventDefault();
  });

  // What is typed and not saved: the browser asks before it is lost with the tab.
  document.addEventListener('input', (event) => {
    const form = event.composedPath().find((e) => e.dataset && e.dataset.input === 'form');
    if (form && event.isTrusted) form.dataset.typed = '';
  });
  window.addEventListener('beforeunload', (event) => {
    const open = (element) => {
      const overlay = element.closest('vaadin-dialog-overlay');
      return !overlay || (overlay.opened && !overlay.hasAttribute('closing'));
    };
    const drafts = [...document.querySelectorAll('[data-draft]')].filter((e) => (e.value || '').trim());
    const forms = [...document.querySelectorAll('[data-unsaved], [data-typed]')];
    if ([...drafts, ...forms].some(open)) {
      event.preventDefault();
      event.returnValue = '';
    }
  });

  // The keyboard stays where it was: what it was at may be drawn anew, or leave with its page.
  let trail = [];
  let waiting;
  const regain = () => {
    waiting = undefined;
    if (document.activeElement !== document.body || !trail.length || trail[0].isConnected) return;
    const room = overlay() || document.getElementById('main');
    const again = trail
      .map((element) => element.id && document.getElementById(element.id))
      .find((element) => element && room && room !== element && room.contains(element) && visible(element));
    again?.focus();
    if (document.activeElement === document.body) again?.querySelector('vaadin-button, button, a[href]')?.focus();
    if (document.activeElement === document.body) room?.focus({ preventScroll: true });
  };
  document.addEventListener('focusin', (event) => {
    trail = event.composedPath().filter((place) => place instanceof Element);
  });
  new MutationObserver(() => {
    if (document.activeElement === document.body && trail.length) waiting ||= setTimeout(regain, 150);
  }).observe(document, { childList: true, subtree: true });

  document.addEventListener('click', (event) => {
    const skip = event.target.closest && event.target.closest('.kt-skip-link');
    if (skip) {
      event.preventDefault();
      document.getElementById('main')?.focus();
    }
  });
})();
