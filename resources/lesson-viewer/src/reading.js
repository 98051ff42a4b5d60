// Where the person is in the lesson: told to the program, and put back.

import { post } from './bridge.js';

const QUIET = 200; // ms after the last movement
const SHORT_LESSON = 4000; // ms after which a lesson that fits the window counts as read
const END = 32; // px

let timer = 0;
let wanted = null;
let endTold = false;

function room() {
  return document.documentElement.scrollHeight - window.innerHeight;
}

function tell() {
  const share = room() > 0 ? Math.min(1, Math.max(0, window.scrollY / room())) : 0;
  const atEnd = window.scrollY >= room() - END;
  if (atEnd) {
    endTold = true;
  }
  post('scroll', { position: share, atEnd });
}

function settle() {
  if (wanted !== null) {
    window.scrollTo({ top: wanted * room(), behavior: 'instant' });
  }
}

/** Goes there now, and again whenever pictures or letters arrive, until the person moves. */
export function restorePosition(share) {
  wanted = share;
  endTold = false;
  settle();
  document.fonts.ready.then(settle);
  document.querySelectorAll('#lesson img').forEach((picture) => picture.addEventListener('load', settle));
  setTimeout(() => {
    if (!endTold && room() <= END) {
      tell();
    }
  }, SHORT_LESSON);
}

export function watchReading() {
  for (const event of ['wheel', 'keydown', 'pointerdown']) {
    window.addEventListener(event, () => { wanted = null; }, { passive: true, capture: true });
  }
  window.addEventListener('scroll', () => {
    if (wanted === null) {
      clearTimeout(timer);
      timer = setTimeout(tell, QUIET);
    }
  }, { passive: true });
  window.addEventListener('resize', settle);
}
