// Suggestions under the search box: talks, speakers and terms. Without this file the box is a plain search field.
const box = document.querySelector('[data-suggest]');
if (box) {
  const list = document.createElement('datalist');
  list.id = 'suggestions';
  box.after(list);
  box.setAttribute('list', list.id);
  let timer;
  let asked;
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, 120);
  });

  // Only the last answer counts; a failed one leaves the field as it is.
  async function suggest() {
    const typed = box.value.trim();
    asked?.abort();
    asked = new AbortController();
    if (typed.length < 2) { list.replaceChildren(); return; }
    try {
      const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal: asked.signal });
      if (!answer.ok) return;
      list.replaceChildren(...(await answer.json()).map(({ kind, text, query }) => {
        const option = document.createElement('option');
        option.value = query;
        option.label = kind === 'term' ? text : `${text} (${kind})`;
        return option;
      }));
    } catch (error) {
      if (error.name !== 'AbortError') throw error;
    }
  }
}
