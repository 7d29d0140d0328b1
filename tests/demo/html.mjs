/** Enough templating for the demo's pages: values are escaped unless they are already markup. */
class Markup {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function render(value) {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(render).join('');
  if (value === null || value === undefined || value === false) return '';
  return String(value).replace(/[&<>"]/g, (c) => ESCAPES[c]);
}

export const html = (parts, ...values) =>
  new Markup(parts.reduce((all, part, i) => all + part + (i < values.length ? render(values[i]) : ''), ''));

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
a{color:#1d4f91}article,.comment,shreddit-comment,shreddit-post,.status,.topic-post{display:block;margin:1rem 0}
.children,shreddit-comment shreddit-comment{margin-left:1.5rem}time,.meta{color:#666;font-size:.85em}textarea,[contenteditable]{display:block;width:100%;min-height:5rem;border:1px solid #999;padding:.5rem}`;

/** A whole page. */
export const document_ = (lang, title, body, head = '') =>
  `<!doctype html>${html`<html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title><style>${new Markup(STYLE)}</style>${head}</head>${body}</html>`}`;

/** Markup made elsewhere, taken as it is: never with anything a person wrote. */
export const markup = (text) => new Markup(text);
