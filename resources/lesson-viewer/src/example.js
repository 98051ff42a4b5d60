// An example to read, change and run in place.

import { post } from './bridge.js';
import { CodeBox } from './code_box.js';
import { button, el, icon, t } from './dom.js';
import { Output } from './output.js';

export class Example {
  constructor({ id, title, code, tokens }) {
    this.id = id;
    this.original = code;
    this.running = false;
    this.stopButton = button({ label: t('stop'), symbol: 'square', kind: 'quiet', on: () => post('exampleStop', { id }) });
    this.resetButton = button({ symbol: 'rotate-ccw', kind: 'quiet', name: t('resetExample'), on: () => this.reset() });
    this.runButton = button({ label: t('run'), symbol: 'play', kind: 'primary', key: 'F5', on: () => this.run() });
    this.box = new CodeBox({
      code, tokens, name: title ? t('exampleNamed', title) : t('example'),
      changed: (text) => this.changed(text), run: () => this.run(),
    });
    this.output = new Output({
      send: (line) => post('exampleInput', { id, line }),
      end: () => post('exampleEndInput', { id }),
    });
    this.root = el('section', { class: 'runbox', 'aria-label': title || t('example'), 'data-example': id },
      el('div', { class: 'bar' }, el('span', { class: 'bar-title' }, icon('play'), el('span', { text: title || t('tryIt') })),
        this.stopButton, this.resetButton, this.runButton),
      this.box.root, this.output.root);
    this.showState();
  }

  receive({ event, ...rest }) {
    switch (event) {
      case 'started': this.running = true; this.output.begin(); this.box.markLine(0); break;
      case 'output': this.output.append(rest.stream, rest.text); break;
      case 'ask': this.output.ask(); break;
      case 'finished': this.running = false; this.output.finish(rest); this.box.markLine(rest.line); break;
      case 'text': this.box.setText(rest.text, rest.tokens); break;
      default:
    }
    this.showState();
  }

  run() {
    if (!this.running) {
      post('exampleRun', { id: this.id, code: this.box.text });
    }
  }

  changed(text) {
    post('exampleText', { id: this.id, text });
    this.showState();
  }

  reset() {
    this.box.setText(this.original);
    this.changed(this.original);
    this.box.focus();
  }

  showState() {
    this.stopButton.classList.toggle('absent', !this.running);
    this.resetButton.classList.toggle('absent', this.running || this.box.text === this.original);
    this.runButton.setAttribute('aria-disabled', String(this.running));
  }
}
