// The way to the program: one function behind a web channel that exists only in this script's own world.

let target = null;
const waiting = [];

export function post(type, fields = {}) {
  const text = JSON.stringify({ type, ...fields });
  if (target) {
    target.post(text);
  } else {
    waiting.push(text);
  }
}

export function connect() {
  new QWebChannel(qt.webChannelTransport, (channel) => {
    target = channel.objects.bridge;
    waiting.splice(0).forEach((text) => target.post(text));
  });
}
