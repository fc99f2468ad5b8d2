// TalkNotes: copying, single keys and one short message. Every page works without this file.
const $ = (selector, root = document) => root.querySelector(selector);

/* ---- one short spoken message; other modules send it as document.dispatchEvent(new CustomEvent('say', { detail })) ---- */
const toast = $('.toast');
let timer;
function say(text) {
  toast.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => { toast.textContent = ''; }, 3000);
}
document.addEventListener('say', event => say(event.detail));

/* a message that came with the page is spoken only when it appears after loading; it stays, since it may offer a way back */
if (toast.textContent) {
  const text = toast.textContent;
  toast.textContent = '';
  requestAnimationFrame(() => { toast.textContent = text; });
}

/* work that takes long says so; coming back, it is over */
document.addEventListener('submit', event => {
  if (event.target.method === 'post' && !event.defaultPrevented) setTimeout(() => { toast.textContent = 'Working…'; }, 600);
});
addEventListener('pageshow', event => { if (event.persisted) toast.textContent = ''; });

/* what went wrong comes first */
$('[role=alert]')?.focus();

/* ---- copying: data-copy="#id" copies that element, data-copy-hit the passage beside the button ---- */
function textOf(element) {
  const words = (element.content ?? element).cloneNode(true);
  for (const cut of words.querySelectorAll('.cut')) cut.remove(); // the time of a caption line was not said
  const text = words.textContent.trim();
  return element.tagName === 'PRE' ? text : text.replace(/\s+/g, ' ');
}

function passage(button) {
  const box = button.closest('li, figure');
  const who = $('.claim-m > span', box)?.textContent.trim();
  const when = $('.ts:not(.ts-play)', box)?.textContent.trim();
  const place = [who, when].filter(Boolean).join(', ');
  return `“${textOf($('.said', box))}”${place && ` (${place})`}`;
}

/* the clipboard API needs https; the older way also works on a plain intranet address */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    const before = document.activeElement;
    field.value = text;
    field.className = 'vh';
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    before?.focus();
    return done;
  }
}

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy], [data-copy-hit]');
  if (!button) return;
  const text = button.dataset.copy ? textOf($(button.dataset.copy)) : passage(button);
  say(await copy(text) ? 'Copied' : 'The browser did not allow copying');
});

/* ---- single keys: any element with data-key; switched off by #keys-on (WCAG 2.1.4) ---- */
const store = 'talknotes-keys';
const off = () => localStorage.getItem(store) === 'off';
const keysOn = $('#keys-on');
keysOn.checked = !off();
keysOn.addEventListener('change', () => localStorage.setItem(store, keysOn.checked ? 'on' : 'off'));

/* a menu closes by Escape, which returns to its button, and by a click beside it */
document.addEventListener('keydown', event => {
  const menu = event.key === 'Escape' && event.target.closest('.menu[open]');
  if (!menu) return;
  menu.open = false;
  $('summary', menu).focus();
});
document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll('.menu[open]')) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || off()) return;
  const typing = event.target.closest('textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])');
  if (typing) {
    if (event.key === 'Escape') typing.blur();
    return;
  }
  const target = $(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!target) {
    document.dispatchEvent(new CustomEvent('key', { detail: event.key.toLowerCase() })); // a page's own module may want it
    return;
  }
  event.preventDefault();
  if (target.matches('input[type=search]')) { target.focus(); target.select(); return; }
  if (target.matches('summary')) target.focus(); // what unfolds is the next stop
  target.click();
});
