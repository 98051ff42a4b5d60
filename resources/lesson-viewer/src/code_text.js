// Code in colours. The program's own tokenizer finds the tokens, so that lesson and editor agree.

import { post } from './bridge.js';
import { el } from './dom.js';

const KINDS = ['plain', 'keyword', 'string', 'number', 'comment', 'builtin', 'name'];
const waiting = new Map();
let lastRequest = 0;

/** Asks for the tokens of `code`; `then` gets them as [[start, length, kind], …]. */
export function requestTokens(code, then) {
  lastRequest += 1;
  waiting.set(lastRequest, then);
  post('highlight', { request: lastRequest, code });
}

export function tokensArrived({ request, tokens }) {
  waiting.get(request)?.(tokens);
  waiting.delete(request);
}

export function painted(code, tokens) {
  const fragment = document.createDocumentFragment();
  let at = 0;
  for (const [start, length, kind] of tokens ?? []) {
    if (start > at) {
      fragment.append(code.slice(at, start));
    }
    const text = code.slice(start, start + length);
    fragment.append(kind === 0 ? text : el('span', { class: `tok-${KINDS[kind]}`, text }));
    at = start + length;
  }
  fragment.append(code.slice(at));
  return fragment;
}

/** Tokens moved along with an edit, until the true ones arrive: what was typed takes the colour before it. */
export function carriedOver(tokens, before, after) {
  let head = 0;
  const shortest = Math.min(before.length, after.length);
  while (head < shortest && before[head] === after[head]) {
    head += 1;
  }
  let tail = 0;
  while (tail < shortest - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    tail += 1;
  }
  const shift = after.length - before.length;
  const carried = [];
  for (const [start, length, kind] of tokens) {
    const end = start + length;
    const newStart = start <= head ? start : Math.max(start + shift, head);
    const newEnd = end < head ? end : Math.max(end + shift, newStart);
    if (newEnd > newStart) {
      carried.push([newStart, newEnd - newStart, kind]);
    }
  }
  return carried;
}

/** Code to read. */
export function codeBlock({ code, language, title, tokens }) {
  const pre = el('pre', { class: 'code', dir: 'ltr', tabindex: '0', 'aria-label': title || language || 'code' },
    el('code', {}, painted(code.replace(/\n$/, ''), tokens)));
  return title ? el('figure', { class: 'codeblock' }, el('figcaption', { text: title }), pre) : pre;
}

export function paintFences(root) {
  for (const code of root.querySelectorAll('pre > code.language-python')) {
    const text = code.textContent;
    requestTokens(text, (tokens) => code.replaceChildren(painted(text, tokens)));
  }
}
