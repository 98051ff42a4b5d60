// The forum's viewer. Runs in the application world: it sees the page, the page does not see it.

import { appearance } from '../../lesson-viewer/src/appearance.js';
import { connect, post } from '../../lesson-viewer/src/bridge.js';
import { tokensArrived } from '../../lesson-viewer/src/code_text.js';
import { setWords } from '../../lesson-viewer/src/dom.js';
import { Article } from './article.js';
import { pictureArrived } from './picture_part.js';
import { keepPlace, markPlace, settle } from './place.js';
import { Topic } from './topic.js';

let shown = null; // Topic or Article

function show(message) {
  const kept = message.mode === 'preview' && shown instanceof Article ? window.scrollY : 0;
  setWords(message.texts);
  document.documentElement.lang = message.lang;
  document.documentElement.dir = message.dir;
  document.documentElement.dataset.mode = message.mode;
  document.title = message.subject ?? message.title ?? message.name ?? '';
  shown = message.mode === 'topic' ? new Topic(message) : new Article(message);
  document.getElementById('forum').replaceChildren(shown.root);
  window.scrollTo({ top: kept, behavior: 'instant' });
  shown.begin?.();
}

function say({ text }) {
  document.getElementById('say').textContent = text;
}

function receive(message) {
  switch (message.type) {
    case 'show': show(message); break;
    case 'appearance': keepPlace(() => appearance(message)); break;
    case 'head': shown?.setHead?.(message); break;
    case 'window': shown?.setWindow?.(message); break;
    case 'writings': shown?.setWritings(message.writings); break;
    case 'goTo': shown?.goTo(message); break;
    case 'step': shown?.step(message.by); break;
    case 'focus': shown?.focusCurrent(); break;
    case 'run': shown?.box(message.id)?.receive(message); break;
    case 'picture': pictureArrived(message); break;
    case 'tokens': tokensArrived(message); break;
    case 'say': say(message); break;
    default:
  }
}

/** Links lead to the program, which knows where to. */
function follow(event) {
  const link = event.target.closest?.('a[href]');
  if (link && (event.type === 'click' || event.button === 1)) {
    event.preventDefault();
    post('link', { address: link.getAttribute('href') });
  }
}

const KEYS = { j: 1, k: -1 };

function key(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.target.closest('input, textarea')) {
    return;
  }
  if (KEYS[event.key]) {
    shown?.step(KEYS[event.key]);
    event.preventDefault();
  } else if (shown instanceof Topic && (event.key === 'Home' || event.key === 'End')) {
    shown.goTo({ index: event.key === 'Home' ? 0 : shown.total - 1, focus: true });
    event.preventDefault();
  }
}

document.addEventListener('click', follow);
document.addEventListener('auxclick', follow);
document.addEventListener('keydown', key);
document.addEventListener('focusin', (event) => {
  const article = event.target.closest('.post');
  const at = article && shown instanceof Topic ? shown.posts.find((each) => each.root === article) : null;
  if (at) {
    shown.makeCurrent(at, false);
  }
});
window.addEventListener('scroll', () => { markPlace(); shown?.look(); }, { passive: true });
window.addEventListener('resize', () => { settle(); shown?.look(); });
document.fonts.ready.then(settle);
window.studio = { receive };
connect();
post('ready');
