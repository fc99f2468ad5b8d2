// Suggestions under the search box: talks, speakers and terms, as a combobox with a list of options. Without this file the
// box is a plain search field.
const box = document.querySelector('[data-suggest]');
if (box) {
  const list = document.createElement('ul');
  const said = document.createElement('p');
  list.id = 'suggestions';
  list.className = 'list';
  list.popover = 'manual';
  said.className = 'vh';
  for (const [name, value] of Object.entries({ role: 'listbox', 'aria-label': 'Suggestions' })) list.setAttribute(name, value);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })) box.setAttribute(name, value);
  said.setAttribute('role', 'status');
  box.after(list, said);

  let timer;
  let asked;
  let queries = [];
  let at = -1;

  const isOpen = () => box.getAttribute('aria-expanded') === 'true';

  function close() {
    asked?.abort();
    clearTimeout(timer);
    if (!isOpen()) return;
    list.hidePopover();
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
    said.textContent = '';
  }

  function open() {
    const { left, bottom, width } = box.getBoundingClientRect();
    Object.assign(list.style, { inset: 'auto', margin: '0', padding: '0.25rem', left: `${left}px`, top: `${bottom + 4}px`, width: `${width}px` });
    if (!isOpen()) list.showPopover();
    box.setAttribute('aria-expanded', 'true');
  }

  function choose(n) {
    box.value = queries[n];
    close();
    box.form.requestSubmit();
  }

  // The option in turn is the field's active descendant: the focus stays in the field, so that typing goes on.
  function mark(n) {
    at = n;
    list.querySelectorAll('li').forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === n));
      option.classList.toggle('tgt', i === n);
    });
    if (n < 0) { box.removeAttribute('aria-activedescendant'); return; }
    box.setAttribute('aria-activedescendant', `suggestion-${n}`);
    list.children[n].scrollIntoView({ block: 'nearest' });
  }

  // Only the last answer counts; a failed one leaves the field as it is.
  async function suggest() {
    const typed = box.value.trim();
    asked?.abort();
    asked = new AbortController();
    if (typed.length < 2) { close(); return; }
    try {
      const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal: asked.signal });
      if (!answer.ok || document.activeElement !== box) return;
      const suggestions = await answer.json();
      queries = suggestions.map((s) => s.query);
      list.replaceChildren(...suggestions.map(({ kind, text }, n) => {
        const option = document.createElement('li');
        option.id = `suggestion-${n}`;
        option.setAttribute('role', 'option');
        option.textContent = kind === 'term' ? text : `${text}, ${kind}`;
        option.addEventListener('mousedown', (e) => e.preventDefault()); // the field keeps the focus
        option.addEventListener('click', () => choose(n));
        return option;
      }));
      mark(-1);
      if (queries.length === 0) { close(); return; }
      open();
      said.textContent = queries.length === 1 ? '1 suggestion' : `${queries.length} suggestions`;
    } catch (error) {
      if (error.name !== 'AbortError') throw error;
    }
  }

  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, 120);
  });
  box.addEventListener('keydown', (e) => {
    if (!isOpen() || e.isComposing) return;
    const count = queries.length;
    if (e.key === 'ArrowDown') mark(at + 1 < count ? at + 1 : -1);
    else if (e.key === 'ArrowUp') mark(at < 0 ? count - 1 : at - 1);
    else if (e.key === 'Enter' && at >= 0) choose(at);
    else if (e.key === 'Escape') { close(); e.stopPropagation(); } // leaves the list, not the field: typing on opens it again
    else return;
    e.preventDefault();
  });
  box.addEventListener('blur', close);
  const follow = () => { if (isOpen()) open(); }; // what is on its way still comes, and stands under the field
  addEventListener('scroll', follow, { passive: true });
  addEventListener('resize', follow);
}
