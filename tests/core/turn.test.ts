import { describe, expect, it } from 'vitest';
import type { Post } from '../../utils/core/post';
import type { Reading, ReplyReason } from '../../utils/core/reading';
import { turns } from '../../utils/core/turn';
import { stored } from './sample';
import { talk } from './talk';
import { CLOSED, NOT_CLOSED, SPOKE_LAST } from './turn-cases';
import { ASKED, EDGES, FLAT } from './turn-cases-flat';

const HOUR = 3_600_000;

/** `1 open, 3 done`: every post that is named; those not named must not concern us. */
function standing(posts: Post[]): string {
  return [...turns(posts)]
    .map(([key, turn]) => `${key.split(':')[1]} ${turn.state}`)
    .sort()
    .join(', ');
}

describe.each([
  ['who spoke last', SPOKE_LAST],
  ['thanks and goodbyes owe nothing', CLOSED],
  ['thanks that are none', NOT_CLOSED],
  ['where no post says what it answers', FLAT],
  ['when we asked', ASKED],
  ['edges', EDGES],
])('%s', (_, cases) => {
  it.each(cases)('%s', (_name, script, expected) => {
    expect(standing(talk(script))).toBe(expected);
  });
});

it('there are at least sixty labelled cases', () => {
  expect([SPOKE_LAST, CLOSED, NOT_CLOSED, FLAT, ASKED, EDGES].flat().length).toBeGreaterThanOrEqual(60);
});

describe('edited', () => {
  const script = '1 Nerea*: Mi Faro gotea.\n2>1 Inés: Te escribimos.';
  function edited(text: string, seenAt: number): Post[] {
    return talk(script).map((post) =>
      post.key.endsWith(':1')
        ? { ...post, text, history: [{ text: 'Mi Faro gotea.', seenAt }], asOf: { worded: seenAt + 1 } }
        : post,
    );
  }

  it.each([
    [
      'something to answer, added after our answer',
      'Mi Faro gotea. EDIT: y ahora tampoco enciende, ¿qué hago?',
      3,
      'open',
    ],
    ['a correction', 'Mi Faro gotea!', 3, 'waiting'],
    ['"EDIT: solved"', 'Mi Faro gotea. EDIT: solucionado, gracias', 3, 'waiting'],
    ['before our answer', 'Mi Faro gotea. EDIT: y ahora tampoco enciende, ¿qué hago?', 1, 'waiting'],
  ])('%s', (_, text, hours, expected) => {
    expect(turns(edited(text, hours * HOUR)).get('foro.example:1')?.state).toBe(expected);
  });
});

describe('since when', () => {
  const at = (script: string, id: string): number => (turns(talk(script)).get(`foro.example:${id}`)?.since ?? 0) / HOUR;

  it('they wait since they wrote', () => {
    expect(at('1 Nerea*: ¿Cuándo?\n2>1 Aitor: Eso.', '1')).toBe(1);
  });
  it('we wait since our last answer', () => {
    expect(at('1 Nerea*: ¿Cuándo?\n2>1 Inés: Pronto.\n3>2 Iker: El jueves.', '1')).toBe(3);
  });
});

describe('what was read between the lines', () => {
  const reading = (reason: ReplyReason, value = false): Reading => ({
    key: 'foro.example:1',
    fingerprint: 'x',
    version: '1',
    lang: 'es',
    tone: { label: null, confidence: 0, scores: { positive: 0, neutral: 1, negative: 0 } },
    intents: {},
    needsReply: { value, confidence: 0.9, reason },
    evidence: [],
  });
  const state = (script: string, reason: ReplyReason): string | undefined => {
    const posts = talk(script);
    return turns(posts, new Map([['foro.example:1', reading(reason)]])).get('foro.example:1')?.state;
  };

  it.each([
    ['spam', '1 Nerea*: Gane dinero con la Faro 2', 'spam', 'done'],
    ['thanks that words alone do not show', '1 Nerea*: Me habéis alegrado el lunes', 'thanksOnly', 'done'],
    ['thanks with a question in it', '1 Nerea*: Me habéis alegrado el lunes, ¿cuándo abrís?', 'thanksOnly', 'open'],
    ['a mention in passing', '1 Nerea*: Hoy café en la Faro 2', 'nothingAsked', 'done'],
  ] as [string, string, ReplyReason, string][])('%s', (_, script, reason, expected) => {
    expect(state(script, reason)).toBe(expected);
  });

  it('a word to us waits even when it asks nothing', () => {
    const posts = talk('0 Inés: Hola.\n1>0 Nerea: Pues a mí la Faro 2 me parece cara.');
    expect(turns(posts, new Map([['foro.example:1', reading('nothingAsked')]])).get('foro.example:1')?.state).toBe(
      'open',
    );
  });
});

it('advertising is not conversation', () => {
  expect(turns([stored('1', { mention: 1, sponsored: true })]).size).toBe(0);
});

it('a page without times: an answer never stands before what it answers', () => {
  const posts = talk('1 Nerea*: ¿Cuándo?\n2>1 Inés: El jueves.').map((post) => ({
    ...post,
    at: post.key.endsWith('1') ? 9 * HOUR : HOUR,
  }));
  expect(turns(posts).get('foro.example:1')?.state).toBe('waiting');
});

it('five thousand answers deep, it neither overflows nor stalls', () => {
  const posts = Array.from({ length: 5_000 }, (_, i) =>
    stored(String(i), {
      at: i,
      parentKey: i ? `foro.example:${i - 1}` : null,
      author: { name: `p${i % 40}`, handle: `p${i % 40}`, url: null },
      ours: i % 40 === 0 ? 1 : 0,
      mention: i % 7 === 0 && i % 40 !== 0 ? 1 : 0,
    }),
  );
  const started = performance.now();
  expect(turns(posts).size).toBeGreaterThan(100);
  expect(performance.now() - started).toBeLessThan(5_000);
});
