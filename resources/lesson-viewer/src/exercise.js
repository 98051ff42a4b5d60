// An exercise in the flow of a lesson: task, answer, Run and Check in place, verdict, hints.

import { answerForm } from './answers.js';
import { post } from './bridge.js';
import { button, el, freshId, icon, t } from './dom.js';
import { Output } from './output.js';
import { richText } from './rich_text.js';
import { verdictView } from './verdict.js';

export class ExerciseCard {
  constructor(exercise, headingLevel = 3) {
    this.exercise = exercise;
    this.id = exercise.id;
    this.state = {};
    this.title = el(`h${headingLevel}`, { id: freshId('exercise'), class: exercise.title ? 'card-title' : 'for-reader', text: exercise.title || t('question') });
    this.badge = el('span', { class: 'badge', hidden: true }, icon('circle-check'), el('span', { text: t('passed') }));
    this.root = el('section', {
      class: `card ${exercise.runs ? 'codecard' : ''}`, 'aria-labelledby': this.title.id, 'data-exercise': exercise.id,
      on: { focusin: () => post('focus', { id: this.id }), focusout: (event) => this.left(event) },
    }, el('div', { class: 'card-head' }, this.title, this.badge), exercise.sort ? el('p', { class: 'muted small', text: exercise.sort }) : null,
    exercise.task ? richText(exercise.task) : null);
    if (exercise.steps) {
      this.root.append(this.stepList());
    } else {
      this.build();
    }
  }

  stepList() {
    this.steps = el('ol', { class: 'steps' });
    return el('div', {}, this.steps, el('div', { class: 'actions' }, this.openButton('primary')));
  }

  openButton(kind) {
    return button({ label: t('openInEditor'), symbol: 'square-pen', kind, on: () => post('openExercise', { id: this.id }) });
  }

  build() {
    const { exercise, id } = this;
    this.checkButton = button({ label: t('check'), symbol: 'check-check', kind: 'primary', key: 'Ctrl+Enter', on: () => this.check() });
    this.runButton = exercise.runs ? button({ label: t('run'), symbol: 'play', key: 'F5', on: () => this.run() }) : null;
    this.stopButton = button({ label: t('stop'), symbol: 'square', kind: 'quiet absent', on: () => post('stop', { id }) });
    this.attempts = el('span', { class: 'muted small attempts' });
    this.form = answerForm(exercise, {
      changed: () => this.changed(), run: exercise.runs ? () => this.run() : null, check: () => this.check(),
    });
    this.output = exercise.runs ? new Output({ send: (line) => post('input', { id, line }), end: () => post('endInput', { id }) }) : null;
    this.result = el('div', { class: 'result', role: 'status' });
    this.hints = el('div', { class: 'hints' });
    const tools = [this.stopButton, this.runButton, this.checkButton];
    if (exercise.runs) {
      const bar = el('div', { class: 'bar' }, el('span', { class: 'bar-title' }, icon('file-code'), el('span', { text: exercise.fileName, dir: 'ltr' })), tools);
      this.root.append(el('div', { class: 'runbox' }, bar, this.form.root, this.output.root),
        el('div', { class: 'actions' }, exercise.openable ? this.openButton('') : null, this.attempts));
    } else {
      this.root.append(this.form.root, el('div', { class: 'actions' }, this.checkButton, exercise.openable ? this.openButton('quiet') : null, this.stopButton, this.attempts));
    }
    this.root.append(this.result, this.hints);
  }

  /** The sessions of the program say how things stand. */
  receive({ event, ...rest }) {
    switch (event) {
      case 'answer': this.form?.setAnswer(rest.answer); break;
      case 'state': this.showState(rest); break;
      case 'started': this.output?.begin(); this.form.markLine?.(0); break;
      case 'output': this.output?.append(rest.stream, rest.text); break;
      case 'ask': this.output?.ask(); break;
      case 'finished': this.output?.finish(rest); this.form.markLine?.(rest.line); break;
      case 'checking': this.showChecking(rest.text); break;
      case 'verdict': this.showVerdict(rest.verdict); break;
      case 'hints': this.showHints(rest.hints); break;
      default:
    }
  }

  changed() {
    post('answer', { id: this.id, answer: this.form.answer() });
    this.result.classList.add('outdated');
  }

  run() {
    if (!this.state.busy) {
      post('run', { id: this.id });
    }
  }

  check() {
    if (!this.state.busy && this.state.canCheck) {
      post('check', { id: this.id });
    }
  }

  left(event) {
    if (!this.root.contains(event.relatedTarget)) {
      post('focus', { id: '' });
    }
  }

  showState(state) {
    this.state = state;
    this.badge.hidden = !state.passed;
    if (this.steps) {
      this.steps.replaceChildren(...state.steps.map((step) => el('li', { class: step.passed ? 'passed' : '' },
        icon(step.passed ? 'circle-check' : 'circle'), el('span', { text: step.title }), step.passed ? el('span', { class: 'for-reader', text: t('passed') }) : null)));
      return;
    }
    this.form.setLocked(Boolean(state.locked));
    this.attempts.textContent = state.attempts ?? '';
    this.stopButton.classList.toggle('absent', !state.busy);
    this.checkButton.setAttribute('aria-disabled', String(Boolean(state.busy) || !state.canCheck));
    this.runButton?.setAttribute('aria-disabled', String(Boolean(state.busy)));
  }

  showChecking(text) {
    this.result.classList.remove('outdated');
    this.result.style.minHeight = `${this.result.offsetHeight}px`;
    this.result.replaceChildren(el('p', { class: 'checking' }, icon('loader'), el('span', { text })));
  }

  showVerdict(verdict) {
    this.result.style.minHeight = '';
    this.result.classList.remove('outdated');
    this.result.replaceChildren(verdictView(verdict));
    this.form.showChoices?.(verdict.choices ?? {});
    this.form.markLine?.(verdict.line ?? 0);
  }

  showHints(hints) {
    const focused = this.hints.contains(document.activeElement);
    this.hints.replaceChildren(...hints.map((hint, index) => {
      if (hint.state === 'open') {
        return el('details', { class: 'hint', open: true }, el('summary', {}, icon('lightbulb'), el('span', { text: hint.title })), richText(hint.html));
      }
      return hint.state === 'ready'
        ? el('div', { class: 'hint' }, button({ label: hint.title, symbol: 'lightbulb', kind: 'quiet', on: () => post('hint', { id: this.id, index }) }))
        : el('div', { class: 'hint locked' }, icon('lock'), el('span', { text: hint.title }), el('span', { class: 'muted', text: hint.note }));
    }));
    if (focused) {
      [...this.hints.querySelectorAll('summary')].pop()?.focus();
    }
  }
}
