// The desk works without this file; with it, single keys decide. A key is known
// by its place on the keyboard (code), so that it is the same under an Arabic
// layout, and never taken from somebody who writes.

const writing = (el) => el && el.closest('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]');

const has = (el, name, code) => (el.getAttribute(name) || '').split(' ').includes(code);

const find = (name, code) => [...document.querySelectorAll('[' + name + ']')].find((el) => has(el, name, code) && !el.disabled);

let busy = false; // a decision is under way: a second key must not take another

document.addEventListener('keydown', (e) => {
  if (e.ctrlKey || e.altKey || e.metaKey || e.isComposing || e.repeat || busy) return;
  if (e.code === 'Escape' && writing(e.target)) {
    e.target.blur();
    return;
  }
  if (writing(e.target)) return;
  const field = find('data-focus', e.code);
  if (field) {
    e.preventDefault();
    field.focus();
    return;
  }
  const box = find('data-open', e.code);
  if (box) {
    e.preventDefault();
    box.parentElement.open = true;
    const first = box.parentElement.querySelector('input:not([type=hidden]), select, textarea');
    (first || box).focus();
    return;
  }
  const act = find('data-code', e.code);
  if (act) {
    e.preventDefault();
    act.click();
  }
});

for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', () => {
    for (const to of form.querySelectorAll('[data-copy]')) {
      const from = document.getElementById(to.dataset.copy);
      if (from) to.value = from.value;
    }
    busy = true;
  });
}
window.addEventListener('pageshow', () => { busy = false; });

const item = document.getElementById('item');
if (item && !location.hash) item.focus({ preventScroll: true });

// In the reader, words that are selected can be marked.
const marker = document.querySelector('.marker');
const source = document.querySelector('.source');
if (marker && source) {
  const link = marker.querySelector('a');
  const home = link.getAttribute('href');
  const around = 40; // letters before and after, which tell the place
  document.addEventListener('selectionchange', () => {
    const s = document.getSelection();
    if (!s.rangeCount || s.isCollapsed) return;
    const range = s.getRangeAt(0);
    if (!source.contains(range.commonAncestorContainer)) return;
    const exact = range.toString().trim();
    if (!exact || exact.length > 3000) return;
    const before = document.createRange();
    before.selectNodeContents(source);
    before.setEnd(range.startContainer, range.startOffset);
    const after = document.createRange();
    after.selectNodeContents(source);
    after.setStart(range.endContainer, range.endOffset);
    const q = new URLSearchParams({ exact, prefix: before.toString().slice(-around), suffix: after.toString().slice(0, around) });
    link.setAttribute('href', home + '&' + q);
    marker.classList.add('ready');
  });
  document.addEventListener('keydown', (e) => {
    if (e.code === 'KeyW' && marker.classList.contains('ready') && !writing(e.target) && !e.ctrlKey && !e.altKey && !e.metaKey) link.click();
  });
}

// Files may be dropped on the page that reads them.
const drop = document.querySelector('.drop');
if (drop) {
  const input = drop.querySelector('input[type=file]');
  for (const kind of ['dragover', 'dragleave', 'drop']) {
    drop.addEventListener(kind, (e) => {
      e.preventDefault();
      drop.classList.toggle('over', kind === 'dragover');
      if (kind === 'drop' && e.dataTransfer.files.length) input.files = e.dataTransfer.files;
    });
  }
}
