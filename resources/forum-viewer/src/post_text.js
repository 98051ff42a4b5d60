// The text of a post as elements: sanitised again, its code in boxes, its pictures as offers to show them.

import { el } from '../../lesson-viewer/src/dom.js';
import { purifier } from '../../lesson-viewer/src/purifier.js';
import { framed } from '../../lesson-viewer/src/rich_text.js';
import { CodePart } from './code_part.js';
import { picturePart } from './picture_part.js';

const sanitize = purifier({
  tags: [
    'p', 'br', 'hr', 'h3', 'h4', 'h5', 'h6', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'table', 'thead', 'tbody',
    'tr', 'th', 'td', 'a',
  ],
  attributes: ['href', 'title', 'class', 'start', 'align'],
  addresses: /^(?:https?:|mailto:|studio:(?:topic|post|lesson|exercise)\/)/i,
  keepAttribute(name, value) {
    return name !== 'class' || /^language-[\w+#.-]+$/.test(value);
  },
});

/** Code within lists and quotes; no class of an author's stays. */
function nestedCode(root, makeCode) {
  for (const code of root.querySelectorAll('pre > code')) {
    const language = code.className.replace(/^language-/, '').toLowerCase();
    code.parentElement.replaceWith(makeCode({ code: code.textContent, language }));
  }
  for (const marked of root.querySelectorAll('[class]')) {
    marked.removeAttribute('class');
  }
}

/** `parts` as the program made them; `idStem` names the code boxes. Gives the elements, and the boxes by their ids. */
export function postText(parts, idStem) {
  const boxes = new Map();
  const makeCode = (part) => {
    const box = new CodePart({ ...part, id: `${idStem}-${boxes.size}` });
    boxes.set(box.id, box);
    return box.root;
  };
  const nodes = parts.map((part) => {
    if (part.kind === 'code') {
      return makeCode(part);
    }
    if (part.kind === 'picture') {
      return picturePart(part);
    }
    const wrapper = el('div', { class: 'rich' });
    const text = sanitize(part.html);
    nestedCode(text, makeCode);
    wrapper.replaceChildren(text);
    return framed(wrapper);
  });
  return { root: el('div', { class: 'text', dir: 'auto' }, nodes), boxes };
}
