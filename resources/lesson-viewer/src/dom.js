// Building elements without a line of HTML text, so that no text can ever become markup.

let words = {};

export function setWords(dictionary) {
  words = dictionary;
}

/** A text of the interface in the person's language; `%1` is replaced. */
export function t(key, value) {
  const text = words[key] ?? key;
  return value === undefined ? text : text.replace('%1', value);
}

/** `properties`: `class`, `text`, `on` ({event: listener}), anything else is an attribute; null and false are left out. */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name === 'text') {
      node.textContent = value;
    } else if (name === 'on') {
      Object.entries(value).forEach(([event, listener]) => node.addEventListener(event, listener));
    } else {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

export function icon(name) {
  return el('span', { class: `icon icon-${name}`, 'aria-hidden': 'true' });
}

export function button({ label, symbol, kind = '', key, name, on, focusKey }) {
  return el('button', {
    type: 'button', class: `button ${kind}`, 'aria-label': name, title: label ? null : name,
    'aria-keyshortcuts': key ? key.replace('Ctrl', 'Control') : null, 'data-key': focusKey, on: { click: on },
  }, symbol ? icon(symbol) : null, label ? el('span', { text: label }) : null,
  key ? el('kbd', { 'aria-hidden': 'true', dir: 'ltr', text: key.replace('Ctrl+Enter', 'Ctrl+↵') }) : null);
}

let count = 0;

/** An id that no course text can have: the sanitiser prefixes theirs. */
export function freshId(stem) {
  count += 1;
  return `viewer-${stem}-${count}`;
}
