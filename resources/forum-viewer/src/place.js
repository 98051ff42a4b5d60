// Where the person is in the page, and keeping it while things above change their height. No timers here: they do
// not run while the page's own scripts are off.

let marked = null; // {article, top}: what was last seen to be first in the window

export function articles() {
  return document.querySelectorAll('.post');
}

/** The first post of which something can be seen; null when none can. */
export function firstVisible() {
  for (const article of articles()) {
    const { top, bottom } = article.getBoundingClientRect();
    if (bottom > 1) {
      return top < window.innerHeight ? article : null;
    }
  }
  return null;
}

/** Remembers the place; call when the person has moved. */
export function markPlace() {
  const article = firstVisible();
  marked = article ? { article, top: article.getBoundingClientRect().top } : null;
}

function putBack({ article, top }) {
  const now = article.getBoundingClientRect().top;
  if (article.isConnected && Math.abs(now - top) >= 0.5) {
    window.scrollBy({ top: now - top, behavior: 'instant' });
  }
}

/** Does `change` so that what is seen does not move. */
export function keepPlace(change) {
  const article = firstVisible();
  const place = article ? { article, top: article.getBoundingClientRect().top } : null;
  change();
  if (place?.article.isConnected) {
    putBack(place);
  }
  markPlace();
}

/** After the window or the letters changed their size: as it was before. */
export function settle() {
  if (marked?.article.isConnected) {
    putBack(marked);
  }
}

export function scrollToTop(node, distance = 0) {
  window.scrollBy({ top: node.getBoundingClientRect().top - distance, behavior: 'instant' });
  markPlace();
}
