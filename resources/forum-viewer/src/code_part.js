// Code of a post: read it, run it here, take it to the playground.

import { post } from '../../lesson-viewer/src/bridge.js';
import { painted, requestTokens } from '../../lesson-viewer/src/code_text.js';
import { button, el, t } from '../../lesson-viewer/src/dom.js';
import { Output } from '../../lesson-viewer/src/output.js';
import { keepPlace } from './place.js';

const PYTHON = /^(?:|python|python3|py)$/;
const OUTPUT = /^(?:Traceback \(|>>> |\$ | *File ")/; // what people paste without saying that it is no program

export class CodePart {
  /** `tokens` and `runs` are found out here for code that comes without. */
  constructor({ id, code, language, tokens, runs }) {
    this.id = id;
    this.code = code.replace(/\n$/, '');
    this.running = false;
    const text = el('code', {}, painted(this.code, tokens));
    const isProgram = runs ?? (PYTHON.test(language) && !OUTPUT.test(this.code));
    if (!tokens && isProgram) {
      requestTokens(this.code, (found) => text.replaceChildren(painted(this.code, found)));
    }
    this.root = el('section', { class: 'runbox', 'aria-label': language ? t('codeIn', language) : t('code'), 'data-code': id },
      el('pre', { class: 'code', dir: 'ltr', tabindex: '0', 'aria-label': t('code') }, text));
    if (isProgram) {
      this.addActions();
    }
  }

  addActions() {
    const { id } = this;
    this.runButton = button({ label: t('runHere'), symbol: 'play', on: () => this.run() });
    this.stopButton = button({ label: t('stop'), symbol: 'square', kind: 'quiet absent', on: () => post('stop', { id }) });
    const open = button({ label: t('openInPlayground'), symbol: 'square-terminal', on: () => post('playground', { code: this.code }) });
    this.root.append(el('div', { class: 'code-bar' }, this.runButton, open, this.stopButton));
  }

  run() {
    if (!this.running) {
      post('run', { id: this.id, code: this.code });
    }
  }

  receive({ event, ...rest }) {
    keepPlace(() => this.change(event, rest));
  }

  change(event, rest) {
    this.output ??= this.makeOutput();
    switch (event) {
      case 'started': this.running = true; this.output.begin(); break;
      case 'output': this.output.append(rest.stream, rest.text); break;
      case 'ask': this.output.ask(); break;
      case 'finished': this.running = false; this.output.finish(rest); break;
      default:
    }
    this.stopButton?.classList.toggle('absent', !this.running);
    this.runButton?.setAttribute('aria-disabled', String(this.running));
  }

  makeOutput() {
    const { id } = this;
    const output = new Output({ send: (line) => post('input', { id, line }), end: () => post('endInput', { id }) });
    this.root.append(output.root);
    return output;
  }
}
