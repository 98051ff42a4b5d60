// The forms in which exercises are answered. Each has: root, setAnswer(value), answer(), setLocked(bool), focus(),
// and optionally showChoices({id: {right, because}}).

import { post } from './bridge.js';
import { CodeBox } from './code_box.js';
import { codeBlock, painted } from './code_text.js';
import { button, el, freshId, icon, t } from './dom.js';
import { richText } from './rich_text.js';

class ChoiceAnswer {
  constructor({ id, form }, { changed, check }) {
    const group = freshId('choice');
    this.rows = form.options.map((option) => {
      const input = el('input', { type: form.many ? 'checkbox' : 'radio', name: group, value: option.id, on: { change: () => { this.marks(); changed(); } } });
      const because = el('div', { class: 'because', hidden: true });
      const label = el('label', { class: 'option' }, input, richText(option.html, 'span'));
      return { id: option.id, input, label, because };
    });
    this.many = form.many;
    this.root = el('fieldset', { class: 'choice', on: { keydown: (event) => keyCheck(event, check) } },
      el('legend', { class: 'for-reader', text: form.many ? t('chooseMany') : t('chooseOne') }),
      form.code ? codeBlock({ code: form.code, tokens: form.tokens, language: 'python' }) : null,
      form.many ? el('p', { class: 'muted', text: t('chooseMany') }) : null,
      this.rows.map((row) => [row.label, row.because]).flat());
    this.id = id;
  }

  answer() {
    return this.rows.filter((row) => row.input.checked).map((row) => row.id);
  }

  setAnswer(ids) {
    this.rows.forEach((row) => { row.input.checked = ids.includes(row.id); });
    this.marks();
  }

  marks() {
    this.rows.forEach((row) => {
      row.label.classList.toggle('picked', row.input.checked);
      row.because.hidden = true;
    });
  }

  showChoices(choices) {
    this.rows.forEach((row) => {
      const choice = choices[row.id];
      row.because.hidden = !(this.many && choice?.because);
      if (!row.because.hidden) {
        row.because.replaceChildren(icon(choice.right ? 'check' : 'x'), richText(choice.because));
      }
    });
  }

  setLocked(locked) {
    this.rows.forEach((row) => { row.input.disabled = locked; });
  }

  focus() {
    (this.rows.find((row) => row.input.checked) ?? this.rows[0])?.input.focus();
  }
}

class BlanksAnswer {
  constructor({ form }, { changed, check }) {
    this.inputs = new Map();
    const pre = el('pre', { class: 'code blanks', dir: 'ltr', role: 'group', 'aria-label': t('codeWithGaps') });
    form.parts.forEach((part, index) => {
      if (part.blank) {
        pre.append(this.gap(part, form.parts[index - 1]?.text ?? '', changed, check));
      } else {
        pre.append(painted(part.text, part.tokens));
      }
    });
    this.root = pre;
  }

  gap({ blank, width }, before, changed, check) {
    const number = this.inputs.size + 1;
    const line = before.slice(before.lastIndexOf('\n') + 1).trim();
    const input = el('input', {
      class: 'blank', type: 'text', spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off',
      'aria-label': line ? `${t('gap', number)}: ${line}` : t('gap', number),
      on: {
        input: () => { fit(); changed(); }, keydown: (event) => keyCheck(event, check, true),
        focus: () => post('editing', { on: true }), blur: () => post('editing', { on: false }),
      },
    });
    const fit = () => { input.style.width = `${Math.max(width, input.value.length + 1)}ch`; };
    fit();
    this.inputs.set(blank, { input, fit });
    return input;
  }

  answer() {
    return Object.fromEntries([...this.inputs].map(([name, { input }]) => [name, input.value]));
  }

  setAnswer(values) {
    this.inputs.forEach(({ input, fit }, name) => { input.value = values[name] ?? ''; fit(); });
  }

  setLocked(locked) {
    this.inputs.forEach(({ input }) => { input.readOnly = locked; });
  }

  focus() {
    [...this.inputs.values()][0]?.input.focus();
  }
}

class TextAnswer {
  constructor({ kind, form }, { changed, check }) {
    const predict = kind === 'predict-output';
    this.box = new CodeBox({
      code: '', name: predict ? t('yourPrediction') : t('typeHere'), numbered: false, coloured: !predict, changed, check,
    });
    const shown = predict ? codeBlock({ code: form.code, tokens: form.tokens, language: 'python' })
      : el('div', { class: 'to-type' }, codeBlock({ code: form.text, tokens: form.tokens, language: 'python' }));
    this.root = el('div', { class: 'text-answer' }, shown,
      predict && form.input ? el('p', { class: 'muted' }, t('withInput'), ' ', el('code', { text: form.input.trim(), dir: 'ltr' })) : null,
      el('p', { class: 'label', text: predict ? t('yourPrediction') : t('typeHere') }), el('div', { class: 'framed' }, this.box.root));
  }

  answer() { return this.box.text; }

  setAnswer(text) { this.box.setText(text); }

  setLocked(locked) { this.box.setLocked(locked); }

  focus() { this.box.focus(); }
}

class CodeAnswer {
  constructor({ title }, { changed, run, check }) {
    this.box = new CodeBox({ code: '', name: t('codeOf', title), changed, run, check });
    this.root = this.box.root;
  }

  answer() { return this.box.text; }

  setAnswer(text) { this.box.setText(text); }

  setLocked(locked) { this.box.setLocked(locked); }

  markLine(line) { this.box.markLine(line); }

  focus() { this.box.focus(); }
}

/** Lines to put in order. The program keeps the order; here it is shown and moved. */
class ParsonsAnswer {
  constructor({ id, form }, { check }) {
    this.id = id;
    this.given = form.given;
    this.locked = false;
    this.unused = el('ol', { class: 'lines', 'aria-label': t('unusedLines') });
    this.used = el('ol', { class: 'lines used', 'aria-label': t('yourProgram') });
    this.said = el('p', { class: 'for-reader', role: 'status' });
    this.root = el('div', {
      class: 'parsons',
      // Alt with an arrow moves a line here, and goes to another lesson elsewhere.
      on: { keydown: (event) => keyCheck(event, check), focusin: () => post('editing', { on: true, arrows: true }), focusout: () => post('editing', { on: false }) },
    },
      el('div', {}, el('p', { class: 'label', text: t('unusedLines') }), this.unused),
      el('div', {}, el('p', { class: 'label', text: t('yourProgram') }), this.used), this.said);
  }

  setAnswer({ unused, used }) {
    const focused = document.activeElement?.closest?.('.parsons') === this.root ? document.activeElement.dataset : null;
    const wanted = this.wanted ?? (focused ? { list: focused.list, index: Number(focused.index), action: focused.action } : null);
    this.unused.replaceChildren(...unused.map((line, index) => this.unusedRow(line, index)));
    this.used.replaceChildren(...used.map((line, index) => this.usedRow(line, index, used.length)));
    if (used.length === 0) {
      this.used.append(el('li', { class: 'nothing', text: t('noLinesYet') }));
    }
    if (wanted) {
      this.restoreFocus(wanted);
    }
    this.wanted = null;
  }

  restoreFocus({ list, index, action }) {
    const rows = (list === 'used' ? this.used : this.unused).querySelectorAll('li:not(.nothing)');
    const row = rows[Math.min(index, rows.length - 1)] ?? this.root.querySelector('li:not(.nothing)');
    const same = row?.querySelector(`[data-action="${action}"]:not(:disabled)`);
    (same ?? row?.querySelector('.line-text'))?.focus();
  }

  unusedRow(line, index) {
    const move = () => this.act('use', index, 0, { list: 'unused', index, action: 'text' }, t('lineUsed', line.text));
    return el('li', {}, this.text(line, 'unused', index, move, {
      Enter: move, ' ': move,
    }));
  }

  usedRow(line, index, count) {
    const up = () => this.act('move', index, -1, { list: 'used', index: Math.max(0, index - 1), action: 'text' }, t('lineAt', index));
    const down = () => this.act('move', index, 1, { list: 'used', index: Math.min(count - 1, index + 1), action: 'text' }, t('lineAt', index + 2));
    const inwards = () => this.act('indent', index, 1, { list: 'used', index, action: 'text' }, t('lineIndented', line.level + 1));
    const outwards = () => this.act('indent', index, -1, { list: 'used', index, action: 'text' }, t('lineIndented', Math.max(0, line.level - 1)));
    const back = () => this.act('putBack', index, 0, { list: 'used', index, action: 'text' }, t('linePutBack', line.text));
    const keys = { ArrowUp: up, ArrowDown: down, Delete: back, Backspace: back };
    if (!this.given) {
      Object.assign(keys, { ArrowRight: inwards, ArrowLeft: outwards });
    }
    const tools = [
      [up, 'arrow-up', 'moveUp', index === 0], [down, 'arrow-down', 'moveDown', index === count - 1],
      ...(this.given ? [] : [[outwards, 'indent-decrease', 'outdent', line.level === 0], [inwards, 'indent-increase', 'indent', false]]),
      [back, 'x', 'putBack', false],
    ];
    return el('li', {}, this.text(line, 'used', index, null, keys), el('span', { class: 'line-tools' }, tools.map(([act, symbol, name, off]) => {
      const tool = button({ symbol, kind: 'quiet small', name: t(name), on: act });
      Object.assign(tool.dataset, { list: 'used', index, action: name });
      tool.disabled = off;
      return tool;
    })));
  }

  text(line, list, index, click, keys) {
    const code = el('code', { dir: 'ltr' }, painted(line.text, line.tokens));
    code.style.paddingLeft = `${(list === 'used' ? line.level : 0) * 2.5}em`;
    const node = el('div', {
      class: 'line-text', tabindex: '0', role: 'button', 'data-list': list, 'data-index': String(index), 'data-action': 'text',
      'aria-label': list === 'used' ? t('usedLine').replace('%1', index + 1).replace('%2', line.level).replace('%3', line.text) : t('unusedLine', line.text),
      on: { keydown: (event) => this.lineKey(event, keys) },
    }, code);
    if (click) {
      node.addEventListener('click', click);
    }
    return node;
  }

  lineKey(event, keys) {
    const arrow = event.key.startsWith('Arrow');
    const act = keys[event.key];
    if (act && arrow === event.altKey && !event.ctrlKey) {
      event.preventDefault();
      event.stopPropagation();
      act();
    } else if (arrow && !event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const row = event.target.closest('li');
      const next = event.key === 'ArrowUp' ? row.previousElementSibling : row.nextElementSibling;
      next?.querySelector('.line-text')?.focus();
      event.preventDefault();
    }
  }

  act(op, index, by, wanted, words) {
    if (!this.locked) {
      this.wanted = wanted;
      this.said.textContent = words;
      post('parsons', { id: this.id, op, index, by });
    }
  }

  answer() { return null; }

  setLocked(locked) { this.locked = locked; }

  focus() { this.root.querySelector('.line-text')?.focus(); }
}

function keyCheck(event, check, plainEnter = false) {
  if (event.key === 'Enter' && !event.isComposing && (event.ctrlKey || (plainEnter && !event.shiftKey))) {
    event.preventDefault();
    check();
  }
}

export function answerForm(exercise, actions) {
  switch (exercise.kind) {
    case 'choice': return new ChoiceAnswer(exercise, actions);
    case 'fill-blanks': return new BlanksAnswer(exercise, actions);
    case 'predict-output':
    case 'type-this': return new TextAnswer(exercise, actions);
    case 'parsons': return new ParsonsAnswer(exercise, actions);
    default: return new CodeAnswer(exercise, actions);
  }
}
