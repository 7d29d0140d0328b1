/** Names with what hides and turns lines, in every format: people read what is there, programs get what was written. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toActivityStreams } from '../../utils/exporting/activitystreams';
import { toCsv } from '../../utils/exporting/csv';
import { TieCollector, toGraphml } from '../../utils/exporting/graphml';
import { toHtml } from '../../utils/exporting/html';
import { toJson, toNdjson } from '../../utils/exporting/json';
import { toMarkdown } from '../../utils/exporting/markdown';
import { fileName } from '../../utils/exporting/write';
import { toXlsx } from '../../utils/exporting/xlsx';
import { aNote, anExport, aPost, NOON, options } from './sample';

const SIGNS = [
  ...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\u200c\u200d\u00ad\u2060\ufeff\u3164',
];
/** A letter of a name, each sign, the next letter: all of them in one name and each in one of its own. */
const NAMES = [`Fa${SIGNS.join('')}rol`, ...SIGNS.map((sign) => `Fa${sign}rol`)];
const ANY = new RegExp(`[${SIGNS.join('')}]`);
const SPELLED = 'نامه‌ها 👩‍👧';

const of = (name: string, text = 'Quiet words.') =>
  anExport(
    [
      aPost('1', {
        text,
        threadTitle: name,
        author: { name, handle: name, url: null },
        quotes: [{ author: name, text: 'Said before.' }],
      }),
    ],
    [aNote('post:cafe.example:1', 'Met once.', { tags: [name] })],
    { title: name },
  );
const written = { ...options, notes: true };
const sheet = async (name: string, text?: string) => {
  const files = unzipSync(new Uint8Array(await (await toXlsx([of(name, text)], written)).arrayBuffer()));
  return Object.entries(files)
    .filter(([path]) => /sheet|strings/i.test(path) && path.endsWith('.xml'))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n');
};
const graph = (...names: string[]) => {
  const ties = new TieCollector();
  ties.add(
    names.map((name, i) => aPost(String(i + 1), { author: { name, handle: name, url: null }, authorKey: `x:${name}` })),
  );
  return toGraphml(ties);
};

describe('a name that hides something', () => {
  it.each(NAMES)('reads as it is, in what people read: %j', async (name) => {
    const files = [
      toMarkdown(of(name), written),
      toHtml(of(name), written),
      toCsv(of(name), written).slice(1),
      toActivityStreams(of(name), written),
      graph(name),
      await sheet(name),
    ];
    for (const file of files) {
      expect(file).not.toMatch(ANY);
      expect(file).toContain('Farol');
    }
    expect(fileName(name, NOON, 'md')).toMatch(/^farol-/);
  });

  it.each(NAMES)('is kept to the letter in what programs read: %j', (name) => {
    const { thread, posts, notes } = JSON.parse(toJson(of(name), written));
    expect(thread.title).toBe(name);
    expect(posts[0].author).toEqual({ name, handle: name, url: null });
    expect(posts[0].quotes[0].author).toBe(name);
    expect(notes[0].tags).toEqual([name]);
    const lines = toNdjson(of(name), written).trim().split('\n').map((line) => JSON.parse(line)); // biome-ignore format: one step
    expect(lines[0].thread.title).toBe(name);
    expect(lines[1].author.name).toBe(name);
  });

  it('keeps the joiners it is spelled with', async () => {
    for (const file of [toMarkdown(of(SPELLED), written), toHtml(of(SPELLED), written), toCsv(of(SPELLED), written), graph(SPELLED), await sheet(SPELLED)]) // biome-ignore format: a list
      expect(file).toContain(SPELLED);
  });

  it('is not taken for another in a network', () => {
    const ids = [...graph('Farol', ...NAMES).matchAll(/<node id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(NAMES.length + 1);
    expect(ids).toContain('x:Fa[RLO]rol');
  });
});

describe('a name from right to left', () => {
  it('takes nothing of its line along', () => {
    expect(toMarkdown(of('שירה'), written)).toContain('**\u2068שירה\u2069**');
    expect(toHtml(of('שירה'), written)).toContain('<bdi>שירה</bdi>');
    expect(toHtml(of('שירה'), written)).toContain('\u2068שירה\u2069, quoted');
  });
});

describe('a text that turns its line', () => {
  const text = 'one \u202eeno\ntwo \u2067owt\nthree';
  it('is as it was written, and turns no other line', async () => {
    const closed = 'one \u202eeno\u202c\ntwo \u2067owt\u2069\nthree';
    expect(toCsv(of('Wren', text), written)).toContain(closed);
    expect(await sheet('Wren', text)).toContain(closed);
    expect(toMarkdown(of('Wren', text), written)).toContain('one \u202eeno\u202c  \ntwo \u2067owt\u2069  \nthree');
    // A paragraph of its own is as far as a direction reaches.
    expect(toHtml(of('Wren', text), written)).toContain(`<p class="words" dir="auto" lang="en">${text}</p>`);
    expect(JSON.parse(toJson(of('Wren', text), written)).posts[0].text).toBe(text);
  });
});
