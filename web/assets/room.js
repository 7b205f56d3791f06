// The reading room works without this file; with it, layers of the reader can
// be hidden, cards open beside their words, and citations are copied.

const reader = document.querySelector('.reader');
if (reader) {
  const cards = new Map([...reader.querySelectorAll('.card')].map((c) => [c.id, c]));
  const runs = [...reader.querySelectorAll('a.r')];

  const toggles = reader.querySelector('.toggles');
  toggles.hidden = false;
  toggles.addEventListener('change', (e) => {
    reader.classList.toggle('off-' + e.target.value, !e.target.checked);
  });

  // show lights up a card and the words that it speaks of.
  const show = (id, focus) => {
    for (const el of reader.querySelectorAll('.lit')) el.classList.remove('lit');
    const card = cards.get(id);
    if (!card) return;
    card.classList.add('lit');
    for (const r of runs) if (r.dataset.cards.split(' ').includes(id)) r.classList.add('lit');
    const list = card.closest('.cards');
    if (list.scrollHeight > list.clientHeight + 4) {
      list.scrollTo({ top: card.offsetTop - list.offsetTop - 12 });
    } else {
      card.scrollIntoView({ block: 'nearest' });
    }
    if (focus) card.focus({ preventScroll: true });
  };

  reader.addEventListener('click', (e) => {
    const run = e.target.closest('a.r');
    if (run) {
      const ids = run.dataset.cards.split(' ');
      // Choosing the same words again opens the next card that lies on them.
      const at = ids.findIndex((id) => cards.get(id)?.classList.contains('lit'));
      const id = at >= 0 ? ids[(at + 1) % ids.length] : run.getAttribute('href').slice(1);
      if (!cards.has(id)) return;
      e.preventDefault();
      history.replaceState(null, '', '#' + id);
      show(id, e.detail === 0);
      return;
    }
    const card = e.target.closest('.card');
    if (card && !e.target.closest('a, button')) {
      show(card.id, false);
      runs.find((r) => r.classList.contains('lit'))?.scrollIntoView({ block: 'center' });
    }
  });

  for (const b of reader.querySelectorAll('button.copy')) {
    b.hidden = false;
    b.addEventListener('click', async () => {
      const words = b.nextElementSibling;
      try {
        await navigator.clipboard.writeText(words.textContent);
        const was = b.textContent;
        b.textContent = b.dataset.copied;
        setTimeout(() => { b.textContent = was; }, 1500);
      } catch {
        words.hidden = false; // to be copied by hand
      }
    });
  }

  const asked = location.hash.slice(1) || reader.dataset.focus;
  if (asked && cards.has(asked)) {
    show(asked, false);
    runs.find((r) => r.classList.contains('lit'))?.scrollIntoView({ block: 'center' });
  }
}
