// What a program printed, was given, and how it ended.

import { post } from './bridge.js';
import { el, icon, t } from './dom.js';

const NAMES = { err: 'errorOutput', in: 'given' };

export class Output {
  /** `send(line)` gives a line to the program, `end()` ends its input. */
  constructor({ send, end }) {
    this.text = el('div', { class: 'output-text', dir: 'ltr', role: 'log', 'aria-label': t('output'), tabindex: '0' });
    this.status = el('div', { class: 'output-status', role: 'status' });
    this.root = el('div', { class: 'output', hidden: true }, this.text, this.status);
    this.actions = { send, end };
    this.entry = null;
    this.last = null;
  }

  begin() {
    // Keeps its height, so that nothing below jumps while the new run prints.
    this.root.style.minHeight = this.root.hidden ? '' : `${this.root.offsetHeight}px`;
    this.root.hidden = false;
    this.clear();
    this.setStatus(t('running'), 'busy', 'loader');
  }

  clear() {
    this.text.replaceChildren();
    this.entry = null;
    this.last = null;
  }

  append(stream, text) {
    if (!this.last || this.last.stream !== stream) {
      const node = el('span', { class: `stream-${stream}` });
      if (NAMES[stream]) {
        node.append(el('span', { class: 'for-reader', text: `${t(NAMES[stream])} ` }));
      }
      this.last = { stream, node };
      this.text.insertBefore(node, this.entry);
    }
    this.last.node.append(text);
    this.text.scrollTop = this.text.scrollHeight;
  }

  ask() {
    this.entry = el('input', {
      class: 'output-entry', type: 'text', 'aria-label': t('inputName'), placeholder: t('inputHint'), autocomplete: 'off', spellcheck: 'false',
      on: { keydown: (event) => this.entryKey(event), focus: () => post('editing', { on: true }), blur: () => post('editing', { on: false }) },
    });
    this.text.append(this.entry);
    this.entry.focus();
    this.setStatus(t('waiting'), 'busy', 'keyboard');
  }

  entryKey(event) {
    if (event.key === 'Enter' && !event.isComposing) {
      const line = this.entry.value;
      this.takeEntry(`${line}\n`);
      this.setStatus(t('running'), 'busy', 'loader');
      this.actions.send(line);
    } else if (event.key === 'd' && event.ctrlKey && this.entry.value === '') {
      this.takeEntry('');
      this.actions.end();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  takeEntry(echo) {
    this.entry.remove();
    this.entry = null;
    this.text.focus();
    if (echo) {
      this.append('in', echo);
    }
  }

  finish({ summary, failed }) {
    this.entry?.remove();
    this.entry = null;
    this.root.style.minHeight = '';
    this.setStatus(summary, failed ? 'bad' : 'good', failed ? 'circle-x' : 'circle-check');
  }

  setStatus(text, tone, symbol) {
    this.status.className = `output-status ${tone}`;
    this.status.replaceChildren(icon(symbol), el('span', { text }));
  }
}
