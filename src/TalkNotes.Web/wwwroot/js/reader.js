// The reader: words you select, the chapter you are in, and keys to move by. The page is complete without this file.
const text = document.querySelector('.tx');
const bar = document.querySelector('.selbar');
const pieces = [...text.querySelectorAll('.said > span')];

/* ---- selected words: the server cuts them from the record and writes the citations ---- */
const number = piece => Number(piece.dataset.s ?? piece.id.slice(1));

/* where a point of the selection lies in the text of its segment */
function offset(piece, node, at) {
  const before = document.createRange();
  before.setStart(piece, 0);
  before.setEnd(node, at);
  const words = before.cloneContents();
  for (const corrected of words.querySelectorAll('rt, rp')) corrected.remove(); // stands beside the words
  return Number(piece.dataset.from ?? 0) + words.textContent.length;
}

async function select() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return;
  const hit = pieces.filter(piece => selection.containsNode(piece, true));
  if (!hit.length) return;
  const [first, last] = [hit[0], hit.at(-1)];
  const address = new URL(bar.dataset.select, location.href);
  address.searchParams.set('at', `s${number(first)}-s${number(last)}`);
  if (first.contains(range.startContainer)) address.searchParams.set('from', offset(first, range.startContainer, range.startOffset));
  if (last.contains(range.endContainer)) address.searchParams.set('to', offset(last, range.endContainer, range.endOffset));
  const answer = await fetch(address);
  if (!answer.ok || getSelection().isCollapsed) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  bar.replaceChildren(...page.body.childNodes);
  bar.hidden = false;
}

let timer;
document.addEventListener('selectionchange', () => {
  clearTimeout(timer);
  timer = setTimeout(select, 250);
});

bar.addEventListener('click', event => {
  if (!event.target.closest('#cite-clear') || new URL(location.href).searchParams.has('at')) return;
  event.preventDefault();
  getSelection().removeAllRanges();
  bar.hidden = true;
});

/* ---- the rail follows the chapter at the top of the window ---- */
const links = new Map([...document.querySelectorAll('.rail a')].map(link => [link.hash.slice(1), link]));
const sections = [...text.querySelectorAll('section[id]')];
if (links.size) {
  const seen = new IntersectionObserver(entries => {
    for (const entry of entries) entry.target.inView = entry.isIntersecting;
    const here = sections.find(section => section.inView);
    for (const [id, link] of links) {
      if (id === here?.id) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
    }
  }, { rootMargin: '-10% 0px -80% 0px' });
  for (const section of sections) seen.observe(section);
}

/* ---- keys: j k paragraphs, [ ] chapters ---- */
const paragraphs = [...text.querySelectorAll('.para')];
const chapters = sections.map(section => section.querySelector('h2'));
const line = () => parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 4;

function go(stops, step) {
  const top = line();
  const box = stop => (stop.querySelector('.said') ?? stop).getBoundingClientRect().top - top;
  const target = step > 0 ? stops.find(stop => box(stop) > 4) : stops.findLast(stop => box(stop) < -4);
  if (!target) return;
  const place = target.querySelector('.ts') ?? target;
  if (!place.matches('a')) place.tabIndex = -1;
  scrollBy({ top: box(target) });
  place.focus({ preventScroll: true });
}

document.addEventListener('key', event => {
  const moves = { j: [paragraphs, 1], k: [paragraphs, -1], ']': [chapters, 1], '[': [chapters, -1] };
  const move = moves[event.detail];
  if (move) go(...move);
});

/* ---- the video, only after a click: then the times in the gutter move it ---- */
const opener = document.querySelector('[data-player]');
let frame;

function play(seconds) {
  frame.src = `https://www.youtube-nocookie.com/embed/${opener.dataset.player}?autoplay=1&start=${seconds}`;
}

if (opener) {
  opener.hidden = false;
  opener.addEventListener('click', () => {
    if (frame) {
      frame.remove();
      frame = null;
    } else {
      frame = document.createElement('iframe');
      frame.className = 'player';
      frame.title = 'Video';
      frame.allow = 'autoplay; fullscreen';
      frame.referrerPolicy = 'strict-origin-when-cross-origin'; // the player refuses to start without
      play(0);
      document.querySelector('main').append(frame);
    }
    opener.textContent = frame ? 'Close the video' : 'Play here';
    opener.setAttribute('aria-expanded', String(Boolean(frame)));
  });
  text.addEventListener('click', event => {
    const link = event.target.closest('.ts-play');
    if (!frame || !link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    play(parseInt(new URL(link.href).searchParams.get('t'), 10));
  });
}
