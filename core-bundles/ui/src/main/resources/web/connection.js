// What a person sees when the server is away, when the sign-in has ended and when the page has
// failed: one quiet bar with what happened and what to do. What was typed and not saved stays on the
// page; signing in again keeps a copy of it in this tab, for the same person only.
(() => {
  const texts = JSON.parse(document.querySelector('meta[name="kartoteka-connection"]').content);
  const KEPT = 'kartoteka.kept';
  const ENDED = 'kartoteka.ended';
  const PATIENCE = 800;
  const typed = new Set();

  document.addEventListener('input', (event) => {
    const path = event.composedPath();
    const within = path.some((e) => e.dataset && (e.dataset.input === 'form' || 'draft' in e.dataset));
    if (event.isTrusted && within && path[0].type !== 'password') typed.add(path[0]);
  });

  const labelOf = (input) => {
    const field = input.parentElement;
    return (field && (field.label || field.accessibleName)) || input.getAttribute('aria-label') || '';
  };
  const unsaved = () =>
    [...typed]
      .filter((input) => input.isConnected && input.value.trim())
      .map((input) => ({ label: labelOf(input), value: input.value }));

  // The bar: title, text, a list of what was typed, buttons.
  let bar;
  const acts = new Map();
  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    made.className = className;
    if (text) made.textContent = text;
    return made;
  };
  const hide = () => {
    if (bar) bar.remove();
    bar = undefined;
    acts.clear();
  };
  const show = (kind, title, text, list, buttons) => {
    if (bar && bar.dataset.kind === kind) return;
    hide();
    bar = element('div', 'kt-connection');
    bar.id = 'connection';
    bar.dataset.kind = kind;
    bar.setAttribute('role', buttons.length ? 'alert' : 'status');
    const words = element('div', 'kt-connection-words');
    words.append(element('strong', '', title), element('span', '', text));
    bar.append(words);
    if (list.length) {
      const lines = element('dl', 'kt-connection-kept');
      list.forEach(({ label, value }) => lines.append(element('dt', '', label), element('dd', '', value)));
      bar.append(lines);
    }
    const row = element('div', 'kt-connection-buttons');
    buttons.forEach(([id, label, act], place) => {
      const button = element('button', place ? '' : 'kt-connection-first', label);
      button.type = 'button';
      button.id = `connection-${id}`;
      acts.set(button, act);
      row.append(button);
    });
    if (buttons.length) bar.append(row);
    document.body.append(bar);
  };
  // A dialog that is open must not take a press on the bar for one beside it, which would close it.
  ['pointerdown', 'mousedown', 'mouseup', 'click'].forEach((name) =>
    window.addEventListener(
      name,
      (event) => {
        if (!bar || !event.composedPath().includes(bar)) return;
        event.stopImmediatePropagation();
        if (name === 'click') (acts.get(event.target) || (() => {}))();
      },
      true
    )
  );

  const loadAgain = () => {
    const kept = unsaved();
    if (kept.length && texts.user) {
      sessionStorage.setItem(KEPT, JSON.stringify({ user: texts.user, list: kept }));
    }
    document.querySelectorAll('[data-typed], [data-unsaved], [data-draft]').forEach((e) => {
      ['data-typed', 'data-unsaved', 'data-draft'].forEach((name) => e.removeAttribute(name));
    });
    location.reload();
  };

  // The server is away.
  let waiting;
  const tryNow = () => fetch('.', { method: 'HEAD', cache: 'no-store' }).then(
    (answer) => answer.ok && loadAgain(),
    () => {}
  );
  const follow = (state) => {
    clearTimeout(waiting);
    const away = state === 'reconnecting' || state === 'connection-lost';
    if (!away) {
      if (bar && bar.dataset.kind.startsWith('away')) hide();
      return;
    }
    const buttons = state === 'connection-lost' ? [['retry', texts.retry, tryNow]] : [];
    waiting = setTimeout(
      () => show(`away-${state}`, texts.lost, texts.lostExplained, [], buttons),
      PATIENCE
    );
  };
  const listen = setInterval(() => {
    const store = window.Vaadin && window.Vaadin.connectionState;
    if (!store) return;
    clearInterval(listen);
    store.addStateChangeListener((before, now) => follow(now));
    follow(store.state);
  }, 200);

  // Vaadin says that it cannot go on: the sign-in has ended, or the page has failed.
  const stopped = (message) => {
    const caption = (message.querySelector('.caption') || message).textContent;
    clearTimeout(waiting);
    if (texts.faults.includes(caption)) {
      show('fault', texts.fault, texts.faultExplained, [], [['reload', texts.reload, loadAgain]]);
    } else if (!texts.user) {
      show('cookies', texts.cookies, texts.cookiesExplained, [], [['reload', texts.reload, loadAgain]]);
    } else {
      sessionStorage.setItem(ENDED, 'yes');
      if (unsaved().length === 0) loadAgain();
      else show('ended', texts.ended, texts.endedTyped, [], [['sign-in', texts.signIn, loadAgain]]);
    }
  };
  new MutationObserver((changes) =>
    changes.forEach((change) =>
      change.addedNodes.forEach((node) => {
        if (node.classList && node.classList.contains('v-system-error')) stopped(node);
      })
    )
  ).observe(document.body, { childList: true });

  // After signing in again.
  if (!texts.user) {
    if (sessionStorage.getItem(ENDED)) show('again', texts.ended, texts.endedExplained, [], []);
  } else {
    sessionStorage.removeItem(ENDED);
    const kept = JSON.parse(sessionStorage.getItem(KEPT) || 'null');
    const forget = () => {
      sessionStorage.removeItem(KEPT);
      hide();
    };
    if (kept && kept.user !== texts.user) forget();
    else if (kept) {
      const copy = () =>
        navigator.clipboard.writeText(kept.list.map((one) => `${one.label}: ${one.value}`).join('\n'));
      show('kept', texts.kept, texts.keptExplained, kept.list, [
        ['copy', texts.copy, copy],
        ['forget', texts.forget, forget],
      ]);
    }
  }
})();
