// What the page that is shown does wrong for eyes and for screen readers: text whose contrast is below
// WCAG AA, fields without a label, buttons and links without a name.
(() => {
  const found = new Set();
  const everything = (root, into = []) => {
    for (const element of root.querySelectorAll('*')) {
      into.push(element);
      if (element.shadowRoot) everything(element.shadowRoot, into);
    }
    return into;
  };
  const outer = (element) =>
    element.assignedSlot || element.parentElement || element.getRootNode().host || null;
  const colour = (text) => {
    const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const over = (top, below) => ({
    r: top.r * top.a + below.r * (1 - top.a),
    g: top.g * top.a + below.g * (1 - top.a),
    b: top.b * top.a + below.b * (1 - top.a),
    a: 1,
  });
  const background = (element) => {
    const layers = [];
    for (let at = element; at; at = outer(at)) {
      const style = getComputedStyle(at);
      const gradient = style.backgroundImage.match(/rgba?\([^)]*\)/);
      if (gradient) layers.push(colour(gradient[0]));
      const plain = colour(style.backgroundColor);
      if (plain.a > 0) layers.push(plain);
      if (plain.a === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), { r: 255, g: 255, b: 255, a: 1 });
  };
  const opacity = (element) => {
    let product = 1;
    for (let at = element; at; at = outer(at)) product *= Number(getComputedStyle(at).opacity);
    return product;
  };
  const light = ({ r, g, b }) => {
    const part = (value) =>
      value / 255 <= 0.03928 ? value / 255 / 12.92 : Math.pow((value / 255 + 0.055) / 1.055, 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const visible = (element) => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return (
      box.width > 1 && box.height > 1 && style.visibility === 'visible' && style.clipPath === 'none' &&
      opacity(element) > 0.1 && box.bottom > 0 && box.top < innerHeight
    );
  };
  const named = (element) =>
    element.getAttribute('aria-label') ||
    (element.getAttribute('aria-labelledby') || '')
      .split(' ')
      .map((id) => (id && element.getRootNode().getElementById(id)) || { textContent: '' })
      .map((label) => label.textContent.trim())
      .join('') ||
    [...(element.labels || [])].map((label) => label.textContent.trim()).join('');

  for (const element of everything(document.body)) {
    // Vaadin draws its own boxes over inputs that nobody sees but the screen reader.
    if (['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName) && element.checkVisibility() && !named(element)) {
      found.add(`no label: ${element.outerHTML.slice(0, 90)}`);
    }
    if (['STYLE', 'SCRIPT', 'TEMPLATE'].includes(element.tagName) || !visible(element)) continue;
    const text = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.data.trim())
      .join('');
    if (text && !element.closest('[disabled], [aria-disabled="true"]')) {
      const style = getComputedStyle(element);
      const below = background(element);
      const ink = colour(style.color);
      ink.a *= opacity(element);
      const size = parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const ratio = contrast(over(ink, below), below);
      if (ratio < (large ? 2.99 : 4.49)) found.add(`contrast ${ratio.toFixed(2)}: ${text.slice(0, 40)}`);
    }
    if (element.matches('[role="tab"], [role="option"], [role="button"]') && element.querySelector('a[href]')) {
      found.add(`a link within: ${element.outerHTML.slice(0, 90)}`);
    }
    if (element.matches('[role="dialog"]') && !named(element)) {
      found.add(`a dialog without a name: ${element.outerHTML.slice(0, 90)}`);
    }
    if (element.matches('button, a[href], vaadin-button') && element.getRootNode() === document) {
      const picture = element.querySelector('img[alt]');
      const name = named(element) || element.textContent.trim() || element.title || (picture && picture.alt);
      if (!name) found.add(`no name: ${element.outerHTML.slice(0, 90)}`);
    }
  }
  return [...found];
})();
