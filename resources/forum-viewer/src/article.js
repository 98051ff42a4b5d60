// Something that is one text: an article of the blog, a preview, or a sentence instead.

import { el, t } from '../../lesson-viewer/src/dom.js';
import { postText } from './post_text.js';

export class Article {
  constructor({ title, meta, intro, parts, sentence, name }) {
    const { root, boxes } = postText(parts ?? [], 'text');
    this.boxes = boxes;
    this.root = sentence ? el('p', { class: 'empty', text: sentence })
      : el('article', { class: 'single', tabindex: '0', 'aria-label': title || name },
        title ? el('header', { class: 'topic-head' }, el('h1', { dir: 'auto', text: title }), el('p', { class: 'muted facts', text: meta })) : null,
        intro ? el('p', { class: 'intro', dir: 'auto', text: intro }) : null, root,
        parts?.length || !title ? null : el('p', { class: 'empty', text: t('noText') }));
  }

  box(id) {
    return this.boxes.get(id) ?? null;
  }

  look() {}

  goTo() {}

  step() {}

  setWritings() {}

  focusCurrent() {
    this.root.focus();
  }
}
