// One post as an article.

import { post as tell } from '../../lesson-viewer/src/bridge.js';
import { button, el, icon, t } from '../../lesson-viewer/src/dom.js';
import { postText } from './post_text.js';

function selectedIn(article) {
  const selection = window.getSelection();
  const inside = selection.rangeCount > 0 && !selection.isCollapsed && article.contains(selection.getRangeAt(0).commonAncestorContainer);
  return inside ? selection.toString().trim() : '';
}

export class Post {
  constructor(data, can) {
    this.id = data.id;
    this.version = data.version;
    this.root = el('article', { class: 'post', tabindex: '-1', 'data-post': data.id });
    this.notes = el('div', { class: 'notes' });
    const { root, boxes } = postText(data.parts, `post-${data.id}`);
    this.boxes = boxes;
    this.bookmarkButton = button({ symbol: 'bookmark', kind: 'quiet small', name: t('bookmark'), on: () => tell('bookmark', { id: this.id, on: !this.bookmarked }) });
    this.place = el('span', { class: 'muted small place', 'aria-hidden': 'true', text: `#${data.position}` });
    this.mark = el('span', { class: 'new-mark', hidden: true, 'aria-hidden': 'true', title: t('new') });
    this.actions = el('div', { class: 'post-actions', role: 'group', 'aria-label': t('actions') });
    this.root.append(el('header', { class: 'post-head' },
      el('span', { class: `avatar colour-${data.author.colour}`, 'aria-hidden': 'true', text: data.author.initials }),
      el('h2', { class: 'author' }, data.author.id
        ? el('button', { type: 'button', class: 'author-name', on: { click: () => tell('author', { id: data.author.id }) } }, el('bdi', { text: data.author.name }))
        : el('bdi', { text: data.author.name })),
      data.author.badge ? el('span', { class: 'trust', text: data.author.badge }) : null,
      el('time', { class: 'muted small', dir: 'auto', datetime: data.iso, title: data.fullTime, text: data.time }),
      data.edited ? el('span', { class: 'muted small', title: data.edited, text: t('edited') }) : null,
      this.mark, this.place, this.actions), root, this.notes);
    this.data = data;
    this.update(data, can);
  }

  /** What may change while the text stays. */
  update(data, can) {
    this.data = data;
    this.bookmarked = data.bookmarked;
    this.place.textContent = `#${data.position}`;
    this.mark.hidden = !data.unread;
    this.root.classList.toggle('unread', data.unread);
    this.root.setAttribute('aria-label', data.label);
    const act = (type, symbol, name) => button({ symbol, kind: 'quiet small', name, on: () => tell(type, { id: this.id }) });
    this.bookmarkButton.firstElementChild.className = `icon icon-${data.bookmarked ? 'bookmark-check' : 'bookmark'}`;
    this.bookmarkButton.setAttribute('aria-pressed', String(data.bookmarked));
    const all = [
      can.reply ? act('reply', 'reply', t('reply')) : null,
      can.reply ? button({ symbol: 'quote', kind: 'quiet small', name: t('quote'), on: () => tell('quote', { id: this.id, text: selectedIn(this.root) }) }) : null,
      this.bookmarkButton,
      act('copyLink', 'link', t('copyLink')),
      act('unreadFrom', 'eye-off', t('unreadFrom')),
      can.write && data.mayEdit ? act('edit', 'pencil', t('edit')) : null,
      can.write && data.mayDelete ? act('delete', 'trash-2', t('delete')) : null,
    ].filter(Boolean);
    const had = [...this.actions.children].findIndex((each) => each === document.activeElement);
    this.actions.replaceChildren(...all);
    if (had >= 0) {
      all[Math.min(had, all.length - 1)].focus({ preventScroll: true });
    }
  }

  /** The line above the first post that nobody here has read. */
  setNewLine(words) {
    this.newLine?.remove();
    this.newLine = words ? el('div', { class: 'new-line', role: 'separator', 'aria-label': words }, el('span', { text: words })) : null;
    if (this.newLine) {
      this.root.prepend(this.newLine);
    }
  }

  setSize(index, total) {
    this.root.setAttribute('aria-posinset', String(index + 1));
    this.root.setAttribute('aria-setsize', String(total));
  }
}

const TONES = { waiting: 'clock', sending: 'loader', sent: 'check', 'needs-you': 'circle-alert' };
const BUTTONS = { edit: 'pencil', sendAgain: 'send', takeBack: 'undo-2', throwAway: 'trash-2', compare: 'columns-2', copy: 'copy' };

function stateLine({ key, state, sentence, actions }) {
  return el('div', { class: `state ${state}` }, icon(TONES[state]), el('p', { text: sentence }),
    el('div', { class: 'state-actions' }, actions.map((name) => button({
      label: t(name), symbol: BUTTONS[name], on: () => tell('writing', { key, action: name }),
    }))));
}

/** Something the person wrote that is not in the topic yet; a text of its own, or a line below the post it is about. */
export function writingView(writing) {
  const line = stateLine(writing);
  if (writing.onPost) {
    return line;
  }
  const { root } = postText(writing.parts, `own-${writing.key}`);
  return el('article', { class: 'own', tabindex: '-1', 'aria-label': writing.label },
    el('header', { class: 'post-head' }, el('span', { class: 'avatar', 'aria-hidden': 'true' }, icon('square-pen')), el('h2', { class: 'author', text: writing.title }),
      el('span', { class: 'muted small', dir: 'auto', text: writing.time })), root, line);
}
