// Where the keyboard is: what is focused, and whether a person can see that it is.
(() => {
  let at = document.activeElement;
  while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body) return null;
  const outer = (element) =>
    element.assignedSlot || element.parentElement || element.getRootNode().host || null;
  const styles = (element) => [null, '::before', '::after'].map((part) => getComputedStyle(element, part));
  const marked = (style) =>
    (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) ||
    (style.boxShadow !== 'none' && style.boxShadow.includes('0px 0px 0px'));
  const box = at.getBoundingClientRect();
  let seen = box.width > 0 && box.bottom >= 0 && box.top <= innerHeight;
  let ring = false;
  for (let element = at, i = 0; element && i < 5 && !ring; element = outer(element), i++) {
    const parts = element.shadowRoot ? [...element.shadowRoot.querySelectorAll('[part]')] : [];
    ring = [element, ...parts].flatMap(styles).some(marked);
  }
  return { name: `${at.tagName}#${at.id} ${(at.textContent || '').trim().slice(0, 30)}`, id: at.id, visible: seen && ring };
})();
