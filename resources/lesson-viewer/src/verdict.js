// A verdict in words: what happened, the smallest case that differs, why it may be, what to do next.

import { el, icon, t } from './dom.js';
import { richText } from './rich_text.js';

const TONES = {
  passed: ['good', 'circle-check'],
  wrong: ['bad', 'circle-x'],
  'did-not-finish': ['warn', 'timer-off'],
  'exercise-broken': ['warn', 'wrench'],
};

function rowsTable(rows) {
  return el('table', { class: 'verdict-rows' }, el('tbody', {}, rows.map((row) => el('tr', {},
    el('th', { scope: 'row', text: row.label }),
    el('td', {}, row.code ? el('pre', { class: `value ${row.tone}`, dir: 'ltr', text: row.value }) : el('span', { class: `value ${row.tone}`, text: row.value }))))));
}

function pills(cases) {
  return el('ul', { class: 'pills', 'aria-label': t('cases') }, cases.map(({ name, state, word }) => el('li', { class: `pill ${state}` },
    icon(state === 'good' ? 'check' : state === 'bad' ? 'x' : 'minus'), el('span', { text: name }), el('span', { class: 'for-reader', text: word }))));
}

function remark(symbol, content) {
  return el('div', { class: 'remark' }, icon(symbol), content);
}

export function verdictView(verdict) {
  const [tone, symbol] = TONES[verdict.outcome];
  const banner = el('div', { class: `verdict ${tone}` }, icon(symbol), el('div', {}, el('strong', { text: verdict.headline }),
    verdict.detail ? el('span', { class: 'detail', text: verdict.detail }) : null, (verdict.because ?? []).map((html) => richText(html))));
  return el('div', { class: 'verdict-all' }, banner,
    verdict.rows?.length ? rowsTable(verdict.rows) : null,
    verdict.difference || verdict.rule ? el('p', { class: 'muted small', text: [verdict.difference, verdict.rule].filter(Boolean).join(' ') }) : null,
    verdict.why ? remark('lightbulb', el('p', { text: verdict.why })) : null,
    (verdict.messages ?? []).map((html) => remark('graduation-cap', richText(html))),
    verdict.next ? remark('arrow-right', el('p', { text: verdict.next })) : null,
    verdict.teacher ? remark('wrench', el('p', {}, el('strong', { text: `${t('forTeacher')} ` }), verdict.teacher)) : null,
    verdict.cases?.length > 1 ? pills(verdict.cases) : null,
    verdict.explanation ? remark('info', richText(verdict.explanation)) : null);
}
