// Course text as elements.

import { paintFences } from './code_text.js';
import { el } from './dom.js';
import { purifier } from './purifier.js';

const sanitize = purifier({
  tags: [
    'p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'em', 'b', 'i', 'del', 's', 'sub', 'sup', 'kbd', 'code', 'pre', 'blockquote',
    'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'caption', 'a', 'img', 'span', 'div', 'abbr',
  ],
  attributes: ['href', 'src', 'alt', 'title', 'class', 'id', 'lang', 'dir', 'start', 'align', 'colspan', 'rowspan', 'scope'],
  addresses: /^(?:https?:|mailto:|studio:\/\/course\/|#)/i,
  keepAttribute(name, value) {
    if (name === 'class') {
      return /^language-[\w+-]+$/.test(value);
    }
    // Pictures come from the course or stand in the text; nothing is fetched.
    return name !== 'src' || /^(?:studio:\/\/course\/|data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,])/i.test(value);
  },
});

/** Tables scroll in a frame of their own, code reads from left to right. */
export function framed(wrapper) {
  for (const table of wrapper.querySelectorAll('table')) {
    const frame = el('div', { class: 'table-frame', tabindex: '0', role: 'group' });
    table.replaceWith(frame);
    frame.append(table);
  }
  for (const code of wrapper.querySelectorAll('code, pre')) {
    code.setAttribute('dir', 'ltr');
  }
  return wrapper;
}

/** Course text as elements, in a wrapper of class `rich`. */
export function richText(html, tag = 'div') {
  const wrapper = el(tag, { class: 'rich' });
  wrapper.replaceChildren(sanitize(html));
  framed(wrapper);
  paintFences(wrapper);
  return wrapper;
}
