// Each kind of block as elements.

import { post } from './bridge.js';
import { codeBlock } from './code_text.js';
import { button, el, icon, t } from './dom.js';
import { Example } from './example.js';
import { ExerciseCard } from './exercise.js';
import { richText } from './rich_text.js';

const CALLOUTS = { info: 'info', warning: 'triangle-alert', tip: 'lightbulb', danger: 'octagon-alert' };

function outside(text, link) {
  return el('a', { href: link, class: 'outside' }, text, icon('external-link'));
}

function image({ src, alternative, caption }) {
  const picture = el('img', { src, alt: alternative, decoding: 'async' });
  picture.addEventListener('error', () => picture.replaceWith(el('p', { class: 'missing', text: t('noPicture', alternative) })));
  return el('figure', { class: 'image' }, picture, caption ? el('figcaption', { text: caption }) : null);
}

function callout({ tone, title, name, html }) {
  const body = richText(html);
  // The title leads into the first paragraph, as in print; what must not be missed has a word in any case.
  const lead = title || (tone === 'warning' || tone === 'danger' ? `${name}.` : '');
  const first = body.firstElementChild;
  if (lead && first?.tagName === 'P') {
    first.prepend(el('strong', { text: lead }), ' ');
  } else if (lead) {
    body.prepend(el('p', {}, el('strong', { text: lead })));
  }
  return el('aside', { class: `callout ${tone}`, 'aria-label': name }, icon(CALLOUTS[tone]), body);
}

function video({ title, link, host, poster, length }) {
  return el('figure', { class: 'video' },
    el('a', { href: link, class: 'poster', 'aria-label': t('watchOutside', title) }, poster ? el('img', { src: poster, alt: '' }) : null,
      el('span', { class: 'play' }, icon('play')), length ? el('span', { class: 'length', text: length }) : null),
    el('figcaption', {}, el('strong', { text: title }), el('span', { class: 'muted', text: t('opensOutside', host) })));
}

function list(symbol, heading, items, extra) {
  return el('section', { class: 'listing' }, el('p', { class: 'listing-title' }, icon(symbol), el('span', { text: heading })),
    items.length ? el('ul', {}, items) : null, extra);
}

function resources({ resources: all }) {
  return list('library', t('resources'), all.map(({ title, link, host, note }) => el('li', {}, outside(title, link),
    el('span', { class: 'muted' }, ` ${[host, note].filter(Boolean).join(' · ')}`))));
}

function prerequisites({ items, lessons }) {
  const links = lessons.map((lesson) => el('li', {}, el('button', {
    type: 'button', class: 'link', text: lesson.title, on: { click: () => post('openLesson', { id: lesson.id }) },
  }), lesson.done ? el('span', { class: 'muted' }, ' ', icon('check'), t('done')) : null));
  return list('list-checks', t('prerequisites'), [...items.map((html) => el('li', {}, richText(html, 'span'))), ...links]);
}

function questions({ questions: all }, parts) {
  const cards = all.map((exercise) => {
    const card = new ExerciseCard(exercise);
    parts.exercises.set(card.id, card);
    return card.root;
  });
  return cards.length === 1 ? cards[0] : el('div', { class: 'questions' }, cards);
}

function heading({ level, text, anchor }) {
  return el(`h${level}`, { id: anchor || null, text });
}

/** `parts` collects what can be spoken to later: examples and exercises by their ids. */
export function blockView(block, parts) {
  switch (block.kind) {
    case 'heading': return heading(block);
    case 'text': return richText(block.html);
    case 'image': return image(block);
    case 'code': return codeBlock(block);
    case 'example': {
      const example = new Example(block);
      parts.examples.set(block.id, example);
      return example.root;
    }
    case 'questions': return questions(block, parts);
    case 'video': return video(block);
    case 'callout': return callout(block);
    case 'resources': return resources(block);
    case 'objectives': return list('target', t('objectives'), block.items.map((html) => el('li', {}, richText(html, 'span'))));
    case 'prerequisites': return prerequisites(block);
    default: return null;
  }
}

export function footer({ previous, next }) {
  return el('nav', { class: 'footer', 'aria-label': t('otherLessons') },
    previous ? button({ label: previous, symbol: 'arrow-left', kind: 'big flip', name: t('previousLesson', previous), on: () => post('go', { by: -1 }) }) : el('span'),
    next ? button({ label: next, symbol: 'arrow-right', kind: 'big primary flip', name: t('nextLesson', next), on: () => post('go', { by: 1 }) }) : null);
}
