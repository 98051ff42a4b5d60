// A small code editor: a real text box whose letters are drawn, in colours, by a layer below it.

import { post } from './bridge.js';
import { carriedOver, painted, requestTokens } from './code_text.js';
import { el, freshId, t } from './dom.js';

const INDENT = '    ';

function lineStart(text, at) {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Types as a person does, so that Ctrl+Z takes it back. */
function type(box, text) {
  if (text === '') {
    document.execCommand('delete');
  } else {
    document.execCommand('insertText', false, text);
  }
}

function replaceRange(box, from, to, text) {
  box.setSelectionRange(from, to);
  type(box, text);
}

function indentLines(box, outwards) {
  const from = lineStart(box.value, box.selectionStart);
  const to = Math.max(box.selectionEnd, box.selectionStart);
  const lines = box.value.slice(from, to).split('\n');
  const moved = lines.map((line) => (outwards ? line.replace(/^ {1,4}/, '') : line === '' ? line : INDENT + line)).join('\n');
  if (moved !== lines.join('\n')) {
    replaceRange(box, from, to, moved);
    box.setSelectionRange(from, from + moved.length);
  }
}

function tab(box, outwards) {
  const { selectionStart: from, selectionEnd: to, value } = box;
  if (value.slice(from, to).includes('\n')) {
    indentLines(box, outwards);
  } else if (outwards) {
    const start = lineStart(value, from);
    const spaces = Math.min(4, value.slice(start).match(/^ */)[0].length);
    if (spaces > 0) {
      replaceRange(box, start, start + spaces, '');
      box.setSelectionRange(Math.max(start, from - spaces), Math.max(start, to - spaces));
    }
  } else {
    type(box, INDENT.slice((from - lineStart(value, from)) % 4));
  }
}

function newLine(box) {
  const start = lineStart(box.value, box.selectionStart);
  const line = box.value.slice(start, box.selectionStart);
  const indent = line.match(/^ */)[0];
  type(box, `\n${indent}${/:\s*(#.*)?$/.test(line) ? INDENT : ''}`);
}

function backspace(box) {
  const { selectionStart: from, selectionEnd: to, value } = box;
  const before = value.slice(lineStart(value, from), from);
  if (from !== to || before === '' || /[^ ]/.test(before)) {
    return false;
  }
  replaceRange(box, from - ((before.length - 1) % 4) - 1, from, '');
  return true;
}

export class CodeBox {
  /** `changed(text)` comes for each edit; `run` and `check` for their keys. */
  constructor({ code, tokens, name, numbered = true, coloured = true, changed, run, check }) {
    this.text = code;
    this.tokens = tokens ?? [];
    this.coloured = coloured;
    this.actions = { changed, run, check };
    this.layer = el('pre', { class: 'code-layer', 'aria-hidden': 'true' });
    this.gutter = numbered ? el('div', { class: 'gutter', 'aria-hidden': 'true' }) : null;
    this.line = el('div', { class: 'current-line' });
    const help = el('span', { id: freshId('help'), class: 'for-reader', text: t('boxHelp') });
    this.box = el('textarea', {
      class: 'code-input', spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', wrap: 'off', rows: '1',
      'aria-label': name, 'aria-describedby': help.id,
    });
    this.box.value = code;
    const stack = el('div', { class: 'code-stack' }, this.line, this.layer, this.box);
    // Where Escape leads: just behind the box, so that Tab goes on from there and Shift+Tab comes back.
    this.end = el('span', { class: 'for-reader', tabindex: '-1', text: t('boxEnd') });
    this.root = el('div', { class: 'code-box', dir: 'ltr' }, this.gutter, el('div', { class: 'code-scroll' }, stack), help, this.end);
    this.listen();
    this.draw();
  }

  listen() {
    this.box.addEventListener('input', () => this.edited());
    this.box.addEventListener('keydown', (event) => this.key(event));
    this.box.addEventListener('focus', () => post('editing', { on: true }));
    this.box.addEventListener('blur', () => post('editing', { on: false }));
    for (const event of ['keyup', 'click', 'focus', 'input']) {
      this.box.addEventListener(event, () => this.drawCaretLine());
    }
  }

  setText(text, tokens) {
    this.text = text;
    this.tokens = tokens ?? [];
    if (this.box.value !== text) {
      this.box.value = text;
    }
    if (!tokens && this.coloured) {
      this.askForTokens();
    }
    this.draw();
  }

  setLocked(locked) {
    this.box.readOnly = locked;
  }

  /** Marks the line an error names; 0 takes the mark away. */
  markLine(line) {
    this.gutter?.querySelectorAll('.wrong').forEach((node) => node.classList.remove('wrong'));
    this.gutter?.children[line - 1]?.classList.add('wrong');
  }

  focus() {
    this.box.focus();
  }

  edited() {
    const before = this.text;
    this.text = this.box.value;
    this.tokens = carriedOver(this.tokens, before, this.text);
    this.markLine(0);
    this.draw();
    this.actions.changed?.(this.text);
    if (this.coloured) {
      this.askForTokens();
    }
  }

  askForTokens() {
    const { text } = this;
    requestTokens(text, (tokens) => {
      if (text === this.text) {
        this.tokens = tokens;
        this.layer.replaceChildren(painted(`${text}\n`, tokens));
      }
    });
  }

  draw() {
    this.layer.replaceChildren(painted(`${this.text}\n`, this.tokens));
    const lines = this.text.split('\n').length;
    if (this.gutter && this.gutter.childElementCount !== lines) {
      this.gutter.replaceChildren(...Array.from({ length: lines }, (_, index) => el('span', { text: String(index + 1) })));
    }
    this.drawCaretLine();
  }

  drawCaretLine() {
    const before = this.box.value.slice(0, this.box.selectionStart);
    this.line.style.setProperty('--line-number', String(before.split('\n').length - 1));
  }

  key(event) {
    if (event.isComposing) {
      return;
    }
    const { run, check } = this.actions;
    const command = event.ctrlKey || event.metaKey;
    if (event.key === 'F5') {
      run?.();
    } else if (event.key === 'Enter' && command) {
      (check ?? run)?.();
    } else if (event.key === 'Escape') {
      this.end.focus();
    } else if (this.box.readOnly) {
      return;
    } else if (event.key === 'Tab' && !command && !event.altKey) {
      tab(this.box, event.shiftKey);
    } else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      newLine(this.box);
    } else if (event.key !== 'Backspace' || command || event.altKey || !backspace(this.box)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}
