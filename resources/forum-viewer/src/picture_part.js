// A picture from elsewhere: a place for it that loads nothing until the person asks.

import { post } from '../../lesson-viewer/src/bridge.js';
import { button, el, icon, t } from '../../lesson-viewer/src/dom.js';
import { keepPlace } from './place.js';

function offer(frame, sentence) {
  const { address, host, alternative } = frame.picture;
  const show = button({
    label: t('showPicture', host), name: alternative ? `${t('showPicture', host)}: ${alternative}` : null, symbol: 'image',
    on: () => { frame.replaceChildren(el('p', { class: 'muted small', text: t('loadingPicture', host) })); post('picture', { address }); },
  });
  frame.replaceChildren(...(alternative ? [el('p', { class: 'muted small' }, icon('image'), ' ', el('bdi', { text: alternative }))] : []),
    ...(sentence ? [el('p', { class: 'bad small', role: 'status', text: sentence })] : []), show);
}

export function picturePart({ address, host, alternative }) {
  const frame = el('figure', { class: 'picture' });
  frame.picture = { address, host, alternative };
  offer(frame);
  return frame;
}

/** `src` is empty when it could not be had; `sentence` says why. */
export function pictureArrived({ address, src, sentence }) {
  for (const frame of document.querySelectorAll('.picture')) {
    if (frame.picture?.address !== address) {
      continue;
    }
    if (!src) {
      keepPlace(() => offer(frame, sentence));
      continue;
    }
    const picture = el('img', { alt: frame.picture.alternative || t('pictureFrom', frame.picture.host) });
    picture.addEventListener('load', () => keepPlace(() => frame.replaceChildren(picture)));
    picture.addEventListener('error', () => keepPlace(() => offer(frame, t('brokenPicture'))));
    picture.src = src;
  }
}
