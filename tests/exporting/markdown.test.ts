import fc from 'fast-check';
import { Marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../utils/exporting/markdown';
import { inItsLines } from '../../utils/exporting/plain-text';
import { aNote, anExport, aPost, HOSTILE, options } from './sample';

/** Rendered by somebody else's reader, without the front matter, as a document that runs nothing. */
function render(markdown: string): Document {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
  const html = new Marked({ gfm: true }).parse(body, { async: false });
  return new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
}

/** Words as read: line breaks and blanks count as one blank. */
const flat = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim();

function wordsOf(element: Element): string {
  for (const br of element.querySelectorAll('br')) br.replaceWith('\n');
  return [...element.children].map((child) => child.textContent).join('\n');
}

const front = (markdown: string) =>
  Object.fromEntries(
    /^---\n([\s\S]*?)\n---\n/
      .exec(markdown)![1]!
      .split('\n')
      .map((line) => {
        const [, name, value] = /^(\w+): (.*)$/.exec(line)!;
        return [name, JSON.parse(value!)];
      }),
  );

/** Elements that may stand in an export; anything else came out of somebody's words. */
const ALLOWED = new Set(['BODY', 'H1', 'P', 'A', 'STRONG', 'EM', 'BLOCKQUOTE', 'HR', 'BR', 'BDI']);
/** What programs that read Markdown notes would run, fetch or link. */
const ACTIVE = [
  /\[\[/,
  /\{\{/,
  /\{%/,
  /<%/,
  /%%/,
  /(?<!\\)`/,
  /!\[/,
  /(?<!\\)\$/,
  /\b\w+:: /,
  /(?<!\\)~~/,
  /(?<!\\)<(?!https?:)/,
];

describe('Markdown', () => {
  it('nests replies as quotes under what they answer', () => {
    const posts = [
      aPost('1', { kind: 'post', author: { name: 'Wren', handle: null, url: null } }),
      aPost('2', { parentKey: 'cafe.example:1' }),
      aPost('3', { parentKey: 'cafe.example:2' }),
      aPost('4', { parentKey: 'cafe.example:2' }),
      aPost('5', { parentKey: 'cafe.example:1', text: 'First.\n\nSecond.' }),
      aPost('6'),
    ];
    const page = render(toMarkdown(anExport(posts), options));
    const depthOf = (id: string) => {
      const found = [...page.querySelectorAll('strong')].find((el) => el.textContent === `Name ${id}`);
      let depth = 0;
      for (let el = found?.parentElement; el; el = el.parentElement) if (el.tagName === 'BLOCKQUOTE') depth++;
      return depth;
    };
    expect(['2', '3', '4', '5', '6'].map(depthOf)).toEqual([1, 2, 2, 1, 0]);
    // Siblings in quotes of their own: two under Wren's, two under the first of these.
    expect(page.querySelectorAll('body > blockquote')).toHaveLength(2);
    expect(page.querySelectorAll('body > blockquote > blockquote')).toHaveLength(2);
    expect(page.querySelector('h1 a')?.getAttribute('href')).toBe('https://cafe.example/t/7');
  });

  it('says what it holds in front matter that a YAML reader takes', () => {
    const markdown = toMarkdown(anExport([aPost('1')], [], { title: 'A: "b" <% c %> {{d}} # e' }), options);
    expect(front(markdown)).toEqual({
      title: 'A: "b" <% c %> {{d}} # e',
      url: 'https://cafe.example/t/7',
      site: 'cafe.example',
      posts: 1,
      claimed: 31,
      looked_at: '2026-11-20T12:00:00.000Z',
      exported_at: '2026-11-20T12:00:00.000Z',
    });
  });

  it('marks what was not seen, what a post repeats, ours and edited', () => {
    const text = render(
      toMarkdown(
        anExport([
          aPost('2', { parentKey: 'cafe.example:1', quotes: [{ author: 'Gus', text: 'It leaks.' }], editedAt: 1 }),
          aPost('3', { ours: 1, media: [{ alt: 'a wet mat', url: 'https://cafe.example/mat.jpg' }] }),
        ]),
        options,
      ),
    ).body.textContent;
    for (const words of ['a post we have not seen', 'Gus, quoted', 'It leaks.', 'edited', 'us', 'a wet mat']) {
      expect(text).toContain(words);
    }
  });

  it('keeps notes out unless they are asked for', () => {
    const data = anExport(
      [aPost('1')],
      [
        aNote('post:cafe.example:1', 'Met in Porto.', { tags: ['regular'] }),
        aNote('thread:cafe.example:7', 'Look again.'),
      ],
    );
    expect(toMarkdown(data, options)).not.toContain('Porto');
    const withNotes = render(toMarkdown(data, { ...options, notes: true })).body.textContent;
    for (const words of ['Met in Porto.', 'regular', 'Look again.']) expect(withNotes).toContain(words);
  });

  it('stays readable and quick however deep a thread goes', () => {
    const posts = Array.from({ length: 10_000 }, (_, i) => aPost(String(i), { parentKey: `cafe.example:${i - 1}` }));
    const markdown = toMarkdown(anExport(posts), options);
    expect(markdown).not.toContain('> '.repeat(9));
    expect(markdown).toContain('to Name 9998');
  });

  it.each(HOSTILE)('shows %j as written and does nothing else', (text) => {
    const page = render(toMarkdown(anExport([aPost('1', { text })]), options));
    for (const name of page.querySelectorAll('h1')) name.remove();
    expect(flat(wordsOf(page.body))).toContain(flat(inItsLines(text)));
  });

  it.each(HOSTILE)('keeps %j harmless in every field', (text) => {
    const author = { name: text, handle: text, url: text };
    const markdown = toMarkdown(
      anExport(
        [aPost('1', { text, author, url: text, quotes: [{ author: text, text }], media: [{ alt: text, url: text }] })],
        [aNote('post:cafe.example:1', text, { tags: [text], quote: text })],
        { title: text, url: text, site: text },
      ),
      { ...options, notes: true },
    );
    for (const active of ACTIVE) expect(markdown).not.toMatch(active);
    const page = render(markdown);
    for (const element of page.body.querySelectorAll('*')) expect(ALLOWED).toContain(element.tagName);
    for (const link of page.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^(https?|mailto):/);
    expect(markdown.startsWith('---\ntitle: "')).toBe(true);
  });

  it('shows any text as written', () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE.filter((text) => text.length < 200)),
      fc.constantFrom(...'\\`*_{}[]()<>#+-.!|~=:$^%&@"\' \n\t0aé'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const markdown = toMarkdown(anExport([aPost('1', { text })]), options);
        const page = render(markdown);
        page.querySelector('h1')?.remove();
        expect(flat(wordsOf(page.body))).toContain(flat(inItsLines(text)));
        for (const element of page.body.querySelectorAll('*')) expect(ALLOWED).toContain(element.tagName);
      }),
      { numRuns: 400 },
    );
  });
});
