import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromSighting, LONGEST_HISTORY, mergeKept, mergeSighting } from '../../utils/core/merge';
import type { HeardPost, KeptPost } from '../../utils/core/post';
import { heard } from './sample';

describe('a fuller sighting completes a partial one', () => {
  const feed = heard('7', {
    threadKey: 'foro.example:7',
    threadTitle: '',
    text: 'Tengo un charco debajo de la cafetera desde que…',
    truncated: true,
    author: { name: 'Nerea Olmos', handle: null, url: null },
    postedAt: 1_200_000,
    postedAtSource: 'relative',
    lang: null,
  });
  const page = heard('7', {
    kind: 'reply',
    parentKey: 'foro.example:1',
    text: 'Tengo un charco debajo de la cafetera desde que actualicé el miércoles.',
    quotes: [{ author: 'Marta', text: '¿qué os pasa?' }],
    counts: { likes: 3 },
    postedAt: 1_234_567,
  });

  it.each([
    ['partial first', [feed, page]],
    ['fuller first', [page, feed]],
  ])('%s', (_, [first, second]) => {
    const post = mergeSighting(mergeSighting(undefined, first as HeardPost, 10), second as HeardPost, 20);
    expect(post).toMatchObject({
      kind: 'reply',
      threadKey: 'foro.example:t1',
      threadTitle: 'Molinillos',
      parentKey: 'foro.example:1',
      text: page.text,
      quotes: page.quotes,
      author: { name: 'Nerea Olmos', handle: 'nerea' },
      counts: { likes: 3 },
      postedAt: 1_234_567,
      postedAtSource: 'machine',
      lang: 'es',
      firstSeenAt: 10,
      lastSeenAt: 20,
    });
    expect(post.truncated).toBeUndefined();
    expect(post.history).toBeUndefined();
  });

  it('a parent that the page says wins over one read from indentation, and either over none', () => {
    const inferred = heard('7', { parentKey: 'foro.example:2', parentInferred: true });
    const said = heard('7', { parentKey: 'foro.example:3' });
    const kept = [inferred, said, inferred, heard('7')].reduce<KeptPost | undefined>(
      (post, sighting, i) => mergeSighting(post, sighting, i),
      undefined,
    );
    expect(kept).toMatchObject({ parentKey: 'foro.example:3' });
    expect(kept?.parentInferred).toBeUndefined();
  });

  it('an unmarked cut of a long text is no edit', () => {
    const whole = `${'Lo he intentado todo y sigue goteando por debajo. '.repeat(3)}Fin.`;
    const cut = `${whole.slice(0, 60)}…`;
    const post = mergeSighting(mergeSighting(undefined, heard('7', { text: whole }), 1), heard('7', { text: cut }), 2);
    expect(post.text).toBe(whole);
    expect(post.history).toBeUndefined();
  });

  it('an empty text does not empty a post', () => {
    const post = mergeSighting(mergeSighting(undefined, heard('7'), 1), heard('7', { text: ' ' }), 2);
    expect(post.text).toBe(heard('7').text);
  });
});

describe('text that changed keeps its history', () => {
  const look = (texts: string[]): KeptPost =>
    texts.reduce<KeptPost | undefined>(
      (post, text, i) => mergeSighting(post, heard('7', { text }), i + 1),
      undefined,
    ) as KeptPost;

  it('keeps each earlier wording once, with when it was last seen', () => {
    expect(look(['uno', 'uno', 'dos', 'tres'])).toMatchObject({
      text: 'tres',
      history: [
        { text: 'uno', seenAt: 2 },
        { text: 'dos', seenAt: 3 },
      ],
    });
  });

  it('edited back', () => {
    expect(look(['uno', 'dos', 'uno'])).toMatchObject({ text: 'uno', history: [{ text: 'dos', seenAt: 2 }] });
  });

  it('spacing is no edit, and line breaks are kept', () => {
    const post = look(['Hola.\n\nAdiós.', 'Hola. Adiós.']);
    expect(post).toMatchObject({ text: 'Hola.\n\nAdiós.' });
    expect(post.history).toBeUndefined();
  });

  it('does not grow for ever', () => {
    expect(look(Array.from({ length: 100 }, (_, i) => `visto hace ${i} minutos`)).history).toHaveLength(
      LONGEST_HISTORY,
    );
  });
});

it('counts are the latest shown, each by itself', () => {
  const first = mergeSighting(undefined, heard('7', { counts: { likes: 5, replies: 2 } }), 1);
  expect(mergeSighting(first, heard('7', { counts: { likes: 3 } }), 2).counts).toEqual({ likes: 3, replies: 2 });
});

it('takes no field it does not know', () => {
  const odd = { ...heard('7'), ours: 1, waitsSince: 3, isAdmin: true };
  expect(Object.keys(fromSighting(odd as HeardPost, 1))).not.toEqual(expect.arrayContaining(['isAdmin']));
});

/** Few values for each field, so that sightings often agree and often differ. */
const sightings = fc.record(
  {
    kind: fc.constantFrom('post', 'reply', 'review'),
    url: fc.constantFrom('https://foro.example/a', 'https://foro.example/b'),
    threadKey: fc.constantFrom('foro.example:7', 'foro.example:t1', 'foro.example:t2'),
    threadTitle: fc.constantFrom('', 'Molinillos', 'Cafeteras'),
    parentKey: fc.constantFrom(null, 'foro.example:1', 'foro.example:2'),
    parentInferred: fc.boolean(),
    author: fc.record({
      name: fc.constantFrom('', 'Nerea', 'Nerea Olmos'),
      handle: fc.constantFrom(null, 'nerea', 'nerea2'),
      url: fc.constantFrom(null, 'https://foro.example/u/nerea'),
    }),
    text: fc.constantFrom(
      '',
      'uno',
      'uno  ',
      'dos',
      'Un texto largo que sigue y sigue hasta pasar de cuarenta…',
      'Un texto largo que sigue y sigue hasta pasar de cuarenta letras.',
      'Un texto largo que sigue y sigue hasta pasar de cuarenta letras y que...',
    ),
    truncated: fc.boolean(),
    lang: fc.constantFrom(null, 'es', 'en'),
    postedAt: fc.constantFrom(null, 100, 200),
    postedAtSource: fc.constantFrom('machine', 'id', 'relative'),
    counts: fc.record({ likes: fc.nat(3), replies: fc.nat(3) }, { requiredKeys: [] }),
    quotes: fc.constantFrom([], [{ text: 'a' }], [{ text: 'b', author: 'Marta' }]),
    mentions: fc.constantFrom([], ['marta']),
    editedAt: fc.nat(5),
    sponsored: fc.boolean(),
  },
  { requiredKeys: [] },
);
const seen = fc.tuple(sightings, fc.nat(6)).map(([over, at]) => fromSighting(heard('7', over as object), at));
const rows = fc.array(seen, { minLength: 1, maxLength: 5 }).map((list) => list.reduce(mergeKept));

describe('the join of sightings', () => {
  it('is idempotent', () => {
    fc.assert(
      fc.property(rows, (a) => {
        expect(mergeKept(a, a)).toEqual(a);
      }),
    );
  });

  it('is commutative', () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        expect(mergeKept(a, b)).toEqual(mergeKept(b, a));
      }),
      { numRuns: 500 },
    );
  });

  it('is associative, so that sightings may come in any order and any batches', () => {
    fc.assert(
      fc.property(rows, rows, rows, (a, b, c) => {
        expect(mergeKept(mergeKept(a, b), c)).toEqual(mergeKept(a, mergeKept(b, c)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('never loses a field, nor a wording', () => {
    fc.assert(
      fc.property(rows, seen, (row, sighting) => {
        const post = mergeKept(row, sighting);
        for (const part of [row, sighting]) {
          for (const [field, value] of Object.entries(part)) {
            const isCertain = !['truncated', 'parentInferred', 'sponsored', 'asOf', 'history'].includes(field);
            if (isCertain && value !== null && value !== '') expect(post).toHaveProperty(field);
          }
          if (part.author.handle) expect(post.author.handle).toBeTruthy();
          const words = [post.text, ...(post.history ?? []).map(({ text }) => text)].join('\n').replace(/\s+/g, ' ');
          const isWhole = !part.truncated && !/(…|\.\.\.)$/.test(part.text);
          if (isWhole) expect(words).toContain(part.text.replace(/\s+/g, ' ').trim());
        }
      }),
      { numRuns: 500 },
    );
  });
});
