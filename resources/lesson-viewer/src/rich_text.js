// The second sanitiser. The first one, in the program, has done its work already; this one does not trust it.

import createDOMPurify from 'dompurify';

import { paintFences } from './code_text.js';
import { el } from './dom.js';

const purifier = createDOMPurify(window);

const TAGS = [
  'p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'em', 'b', 'i', 'del', 's', 'sub', 'sup', 'kbd', 'code', 'pre', 'blockquote',
  'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'caption', 'a', 'img', 'span', 'div', 'abbr',
];
const ATTRIBUTES = ['href', 'src', 'alt', 'title', 'class', 'id', 'lang', 'dir', 'start', 'align', 'colspan', 'rowspan', 'scope'];
const SETTINGS = {
  ALLOWED_TAGS: TAGS,
  ALLOWED_ATTR: ATTRIBUTES,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  SANITIZE_DOM: true,
  SANITIZE_NAMED_PROPS: true,
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|studio:\/\/course\/|#)/i,
  RETURN_DOM_FRAGMENT: true,
};

purifier.addHook('uponSanitizeAttribute', (node, data) => {
  if (data.attrName === 'class' && !/^language-[\w+-]+$/.test(data.attrValue)) {
    data.keepAttr = false;
  }
  // Pictures come from the course or stand in the text; nothing is fetched.
  if (data.attrName === 'src' && !/^(?:studio:\/\/course\/|data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,])/i.test(data.attrValue)) {
    data.keepAttr = false;
  }
});

/** Course text as elements, in a wrapper of class `rich`. */
export function richText(html, tag = 'div') {
  const wrapper = el(tag, { class: 'rich' });
  wrapper.replaceChildren(purifier.sanitize(html ?? '', SETTINGS));
  for (const table of wrapper.querySelectorAll('table')) {
    const frame = el('div', { class: 'table-frame', tabindex: '0', role: 'group' });
    table.replaceWith(frame);
    frame.append(table);
  }
  for (const code of wrapper.querySelectorAll('code, pre')) {
    code.setAttribute('dir', 'ltr');
  }
  paintFences(wrapper);
  return wrapper;
}
