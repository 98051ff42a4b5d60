// Where the person is in the lesson: told to the program, and put back. No timers here: they do not run while the
// page's own scripts are off. The program waits for quiet instead.

import { post } from './bridge.js';

const END = 32; // px

let wanted = null;

function room() {
  return document.documentElement.scrollHeight - window.innerHeight;
}

/** Whether all of the lesson can be seen without moving. */
export function fitsWindow() {
  return room() <= END;
}

function tell() {
  const share = room() > 0 ? Math.min(1, Math.max(0, window.scrollY / room())) : 0;
  post('scroll', { position: share, atEnd: window.scrollY >= room() - END });
}

function settle() {
  if (wanted !== null) {
    window.scrollTo({ top: wanted * room(), behavior: 'instant' });
  }
}

/** Goes there now, and again whenever pictures or letters arrive, until the person moves. */
export function restorePosition(share) {
  wanted = share;
  settle();
  document.fonts.ready.then(settle);
  document.querySelectorAll('#lesson img').forEach((picture) => picture.addEventListener('load', settle));
}

export function watchReading() {
  for (const event of ['wheel', 'keydown', 'pointerdown']) {
    window.addEventListener(event, () => { wanted = null; }, { passive: true, capture: true });
  }
  window.addEventListener('scroll', () => {
    if (wanted === null) {
      tell();
    }
  }, { passive: true });
  window.addEventListener('resize', settle);
}
