// The desk: a reason is one key after Partly or Refuted, and keys can be changed. The desk works without this file.
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const say = detail => document.dispatchEvent(new CustomEvent('say', { detail }));

/* ---- a reason, asked for where none was chosen ---- */
const reasonKeys = {
  number: 'n', date: 'd', name: 'm', speaker: 's', overstated: 'o', 'hedge-dropped': 'h',
  reversed: 'r', cropped: 'c', 'out-of-context': 'x', merged: 'g', added: 'a', 'caption-error': 't',
};
const form = $('#vote');

function askWhy(verdict) {
  const dialog = document.createElement('dialog');
  const heading = document.createElement('h2');
  heading.textContent = 'Why?';
  const list = document.createElement('div');
  list.className = 'row sec-s';
  dialog.append(heading, list);
  const choose = box => {
    box.checked = true;
    dialog.close();
    form.requestSubmit(verdict);
  };
  for (const box of $$('[name=Reasons]', form)) {
    const button = document.createElement('button');
    const key = document.createElement('kbd');
    button.className = 'btn';
    button.type = 'button';
    key.textContent = reasonKeys[box.value].toUpperCase();
    button.append(box.parentElement.textContent.trim(), key);
    button.addEventListener('click', () => choose(box));
    list.append(button);
  }
  dialog.setAttribute('aria-label', 'Why?');
  dialog.addEventListener('keydown', event => {
    event.stopPropagation();
    const box = $$('[name=Reasons]', form).find(b => reasonKeys[b.value] === event.key.toLowerCase());
    if (box && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      choose(box);
    }
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

form?.addEventListener('submit', event => {
  const verdict = event.submitter;
  if (!['partly', 'refuted'].includes(verdict?.value) || $('[name=Reasons]:checked', form)) return;
  event.preventDefault();
  askWhy(verdict);
});

/* ---- keys of one's own ---- */
const store = 'talknotes-desk-keys';
const actions = {
  j: 'Next claim', k: 'Previous claim', v: 'Verified', p: 'Partly', n: 'Not said', r: 'Refuted',
  s: 'Skip', o: 'Transcript', f: 'Find', e: 'Other evidence', u: 'Undo',
};
let own = {};
try { own = JSON.parse(localStorage.getItem(store)) ?? {}; } catch { localStorage.removeItem(store); }
const keyed = new Map(Object.keys(actions).map(key => [key, $(`[data-key="${key}"]`)]));

function apply() {
  for (const [key, element] of keyed) {
    if (!element) continue;
    const now = own[key] ?? key;
    element.dataset.key = now;
    const shown = $('kbd', element) ?? $('kbd', element.nextElementSibling ?? document.createElement('i'));
    if (shown) shown.textContent = now.toUpperCase();
  }
}

const remap = $('#remap');
if (remap) {
  remap.hidden = false;
  for (const [key, name] of Object.entries(actions)) {
    const label = document.createElement('label');
    const field = document.createElement('input');
    label.className = 'small';
    field.className = 'in btn-s';
    field.size = 2;
    field.maxLength = 1;
    field.value = own[key] ?? key;
    field.addEventListener('change', () => {
      const wish = field.value.trim().toLowerCase();
      const taken = Object.keys(actions).some(other => other !== key && (own[other] ?? other) === wish);
      if (!/^[a-z]$/.test(wish) || taken) {
        say(taken ? `${wish.toUpperCase()} is taken` : 'Choose a letter');
        field.value = own[key] ?? key;
        return;
      }
      own[key] = wish;
      localStorage.setItem(store, JSON.stringify(own));
      apply();
    });
    label.append(field, ` ${name}`);
    remap.append(label);
  }
}
apply();
