// The viewer. Runs in the application world: it sees the page, the page does not see it.

import { appearance } from './appearance.js';
import { blockView, footer } from './blocks.js';
import { connect, post } from './bridge.js';
import { tokensArrived } from './code_text.js';
import { el, setWords, t } from './dom.js';
import { fitsWindow, restorePosition, watchReading } from './reading.js';

const parts = { examples: new Map(), exercises: new Map() };

function strip(segments) {
  const here = segments.findIndex((segment) => segment.here);
  const done = segments.filter((segment) => segment.done).length;
  return el('div', { class: 'strip', role: 'img', 'aria-label': t('stripName').replace('%1', here + 1).replace('%2', segments.length).replace('%3', done) },
    segments.map((segment) => el('span', { class: `segment ${segment.here ? 'here' : segment.done ? 'done' : ''}`, title: segment.title })));
}

function show(lesson) {
  setWords(lesson.texts);
  document.documentElement.lang = lesson.lang;
  document.documentElement.dir = lesson.dir;
  document.title = lesson.title;
  parts.examples.clear();
  parts.exercises.clear();
  const blocks = lesson.blocks.map((block) => blockView(block, parts));
  if (blocks.length === 0) {
    blocks.push(el('p', { class: 'empty', text: t('emptyLesson') }));
  }
  document.getElementById('lesson').replaceChildren(strip(lesson.strip),
    el('article', {}, el('h1', { text: lesson.title, tabindex: '-1' }), lesson.meta ? el('p', { class: 'muted small meta', text: lesson.meta }) : null, ...blocks,
      footer(lesson)));
  restorePosition(lesson.position);
  post('shown', { id: lesson.id, fits: fitsWindow() });
}

function receive(message) {
  switch (message.type) {
    case 'show': show(message); break;
    case 'appearance': appearance(message); break;
    case 'example': parts.examples.get(message.id)?.receive(message); break;
    case 'exercise': parts.exercises.get(message.id)?.receive(message); break;
    case 'tokens': tokensArrived(message); break;
    case 'strip': document.querySelector('.strip')?.replaceWith(strip(message.strip)); break;
    default:
  }
}

window.studio = { receive };
watchReading();
connect();
post('ready');
