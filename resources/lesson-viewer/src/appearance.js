// The theme's colours and the person's choices, from the program.

export function appearance({ css, dark, font, calm }) {
  const root = document.documentElement;
  for (const rule of css.split(';')) {
    const colon = rule.indexOf(':');
    if (colon > 0) {
      root.style.setProperty(rule.slice(0, colon).trim(), rule.slice(colon + 1).trim());
    }
  }
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.font = font;
  root.classList.toggle('calm', calm);
}
