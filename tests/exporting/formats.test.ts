import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schema from '../../docs/formats/thread.schema.json';
import type { Reading } from '../../utils/core/reading';
import { toActivityStreams } from '../../utils/exporting/activitystreams';
import { toHtml } from '../../utils/exporting/html';
import { toJson, toNdjson } from '../../utils/exporting/json';
import { cleanText, wellFormed } from '../../utils/exporting/plain-text';
import { EXPORT_FORMATS, fileName, writeExport } from '../../utils/exporting/write';
import { aNote, anExport, aPost, HOSTILE, NOON, options } from './sample';

const isThread = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
const check = (json: string) => {
  const value = JSON.parse(json);
  expect(isThread(value), JSON.stringify(isThread.errors)).toBe(true);
  return value;
};

const reading: Reading = {
  key: 'cafe.example:1',
  fingerprint: 'f',
  version: '1',
  lang: 'es',
  tone: { label: null, confidence: 0.3, scores: { positive: 0.3, neutral: 0.4, negative: 0.3 } },
  intents: { question: 0.8 },
  needsReply: { value: true, confidence: 0.8, reason: 'asks' },
  evidence: [{ start: 0, end: 5, for: 'question', weight: 1 }],
};

/** A post as hostile as a page can make it: every text field from the list. */
const hostilePost = (text: string) =>
  aPost('1', {
    text,
    author: { name: text, handle: text, url: text },
    url: text,
    lang: text,
    quotes: [{ author: text, text }],
    media: [{ alt: text, url: text }],
  });

describe('JSON', () => {
  const data = {
    ...anExport(
      [
        aPost('1', { history: [{ text: 'Before', seenAt: NOON }], waitsSince: NOON }),
        aPost('2', { parentKey: 'cafe.example:1' }),
      ],
      [aNote('post:cafe.example:1', 'Met in Porto', { tags: ['regular'] })],
    ),
    readings: [reading],
    people: [{ id: 'p1', name: 'Wren', accounts: ['cafe.example:wren'], createdAt: NOON }],
  };

  it('fits its schema, with and without notes and readings', () => {
    const bare = check(toJson(data, options));
    expect(bare).not.toHaveProperty('notes');
    expect(bare).not.toHaveProperty('people');
    expect(bare).not.toHaveProperty('readings');
    expect(bare.posts[0]).not.toHaveProperty('waitsSince');
    const full = check(toJson(data, { ...options, notes: true, readings: true }));
    expect(full.notes).toEqual(data.notes);
    expect(full.people).toEqual(data.people);
    expect(full.readings).toEqual(data.readings);
  });

  it('fits its schema whatever the posts say, and keeps the words', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' })), (text) => {
        const value = check(
          toJson(anExport([hostilePost(text)], [aNote('post:x', text)]), { ...options, notes: true }),
        );
        expect(value.posts[0].text).toBe(wellFormed(text));
      }),
    );
  });

  it('is refused by its schema when a field is missing', () => {
    const value = JSON.parse(toJson(data, options));
    delete value.posts[0].threadKey;
    expect(isThread(value)).toBe(false);
  });

  it('comes one record a line as NDJSON', () => {
    const lines = toNdjson(data, { ...options, notes: true, readings: true })
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line).type)).toEqual(['thread', 'post', 'post', 'reading', 'note', 'person']);
    for (const text of HOSTILE) {
      const hostile = toNdjson(anExport([hostilePost(text)]), options);
      expect(hostile.trimEnd().split('\n')).toHaveLength(2);
    }
  });
});

describe('HTML', () => {
  const open = (html: string) => new DOMParser().parseFromString(html, 'text/html');

  it('holds the words, notes only when asked, and a policy against everything else', () => {
    const data = anExport(
      [aPost('1', { text: 'Line one\nline two' }), aPost('2', { parentKey: 'cafe.example:9' })],
      [aNote('post:cafe.example:1', 'Met in Porto'), aNote('thread:cafe.example:7', 'Look again')],
    );
    const page = open(toHtml(data, options));
    expect(page.querySelector('.words')?.textContent).toBe('Line one\nline two');
    expect(page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toContain(
      "default-src 'none'",
    );
    expect(page.body.textContent).toContain('a post we have not seen');
    expect(page.body.textContent).not.toContain('Porto');
    expect(open(toHtml(data, { ...options, notes: true })).querySelectorAll('.note')).toHaveLength(2);
  });

  it.each(HOSTILE)('keeps %j as text in every field', (text) => {
    const html = toHtml(
      anExport([hostilePost(text)], [aNote('post:cafe.example:1', text, { tags: [text], quote: text })], {
        title: text,
        url: text,
        site: text,
      }),
      { ...options, notes: true },
    );
    const page = open(html);
    const names = new Set([...page.querySelectorAll('*')].map((element) => element.tagName));
    for (const name of names) {
      expect('HTML HEAD META TITLE STYLE BODY H1 P A B BDI ARTICLE ASIDE BLOCKQUOTE'.split(' ')).toContain(name);
    }
    expect(page.querySelectorAll('meta')).toHaveLength(4);
    for (const element of page.querySelectorAll('*')) {
      for (const attribute of element.getAttributeNames()) {
        expect(['lang', 'charset', 'http-equiv', 'content', 'name', 'dir', 'class', 'href', 'rel']).toContain(
          attribute,
        );
      }
    }
    for (const link of page.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^https?:/);
    expect(page.querySelector('article > .words')?.textContent).toBe(cleanText(text));
  });
});

describe('ActivityStreams', () => {
  it('is an ordered collection of notes that answer each other', () => {
    const as = JSON.parse(
      toActivityStreams(
        anExport(
          [aPost('1', { text: 'a < b\nc' }), aPost('2', { parentKey: 'cafe.example:1' })],
          [aNote('post:cafe.example:1', 'ours')],
        ),
        { ...options, notes: true },
      ),
    );
    expect(as).toMatchObject({
      type: 'OrderedCollection',
      totalItems: 2,
      name: 'The puddle',
      url: 'https://cafe.example/t/7',
    });
    const [first, second] = as.orderedItems;
    expect(first).toMatchObject({
      type: 'Note',
      content: '<p>a &lt; b<br>c</p>',
      source: { content: 'a < b\nc', mediaType: 'text/plain' },
      contentMap: { en: '<p>a &lt; b<br>c</p>' },
      published: '2026-11-20T12:01:00.000Z',
      'tertulia:notes': [{ text: 'ours', tags: [] }],
    });
    expect(second.inReplyTo).toBe(first.id);
    expect(first).not.toHaveProperty('inReplyTo');
  });

  it('holds no markup and no link but http(s), whatever the posts say', () => {
    for (const text of HOSTILE) {
      const as = JSON.parse(toActivityStreams(anExport([hostilePost(text)]), options));
      const [note] = as.orderedItems;
      expect(note.content.slice(3, -4).replaceAll('<br>', '')).not.toMatch(/[<>]/);
      for (const url of [note.url, note.attributedTo.url, note.attachment[0].href]) {
        expect(url === undefined || /^https?:/.test(url)).toBe(true);
      }
    }
  });
});

describe('file names', () => {
  it('are made of the title and the day', () => {
    expect(fileName('Faro 2 leaking since 3.2?', NOON, 'md')).toBe('faro-2-leaking-since-3-2-2026-11-20.md');
    expect(fileName('¿Qué cafetera? ¡La mía!', NOON, 'csv')).toBe('qué-cafetera-la-mía-2026-11-20.csv');
    expect(fileName('', NOON, 'json')).toBe('tertulia-2026-11-20.json');
    expect(fileName('CON', NOON, 'json')).toBe('tertulia-con-2026-11-20.json');
  });

  it('fit every file system, whatever the title', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constantFrom(...HOSTILE, '../../etc/passwd', 'C:\\x'),
          fc.string({ unit: 'binary', maxLength: 300 }),
        ),
        (title) => {
          const name = fileName(title, NOON, 'as.json');
          expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
          expect(name).toMatch(/^[\p{L}\p{M}\p{N}-]+-2026-11-20\.as\.json$/u);
        },
      ),
    );
  });

  it('and types are known for every format', () => {
    for (const format of EXPORT_FORMATS) {
      const file = writeExport(format, anExport([aPost('1')]), options);
      expect(file.name).toMatch(/^the-puddle-2026-11-20\.[a-z.]+$/);
      expect(file.mime).toMatch(/;charset=utf-8$/);
      expect(file.text).toContain('Words of 1');
    }
  });
});
