/** Invented names: stable, everywhere, and no way back. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Pseudonyms, pseudonymKey } from '../../utils/exporting/pseudonyms';
import type { ThreadExport } from '../../utils/exporting/thread-export';
import { EXPORT_FORMATS, writeExport } from '../../utils/exporting/write';
import { aNote, anExport, aPost, options } from './sample';

let key: CryptoKey;
beforeAll(async () => {
  key = await pseudonymKey(new Uint8Array(32).fill(7));
});

const NEREA = { name: 'Nerea Olmedo', handle: 'nerea_o', url: 'https://cafe.example/u/nerea_o' };
const talk = (): ThreadExport => ({
  ...anExport(
    [
      aPost('1', { author: NEREA, text: 'Mi correo es nerea.olmedo@mail.example y hay un charco.' }),
      aPost('2', {
        parentKey: 'cafe.example:1',
        author: { name: 'Otto Vela', handle: 'otto', url: null },
        text: 'Gracias, Nerea. @nerea_o mira https://cafe.example/u/nerea_o, https://blog.example/nerea-o/1 y https://news.example/a. NEREA OLMEDO, ¿qué tal? @desconocida lo sabe.',
        quotes: [{ author: 'Nerea Olmedo', text: 'hay un charco' }],
        mentions: ['nerea_o'],
        media: [{ url: 'https://cafe.example/img/nerea_o.jpg', alt: 'Foto de Nerea Olmedo' }],
        history: [{ text: 'Hola Nerea Olmedo', seenAt: 1 }],
      }),
      aPost('3', { parentKey: 'cafe.example:2', author: NEREA, text: 'Otto, la vela no se apaga.' }),
    ],
    [aNote('post:cafe.example:1', 'Nerea vive cerca', { quote: 'NEREA OLMEDO dijo' })],
    { title: 'El charco de Nerea Olmedo' },
  ),
  readings: [],
  people: [{ id: 'p1', name: 'Nerea Olmedo', accounts: ['cafe.example:nerea_o'], createdAt: 1 }],
});

async function hidden(data: ThreadExport, with_ = key): Promise<ThreadExport> {
  const pseudonyms = new Pseudonyms(with_);
  await pseudonyms.learn(data);
  return pseudonyms.apply(data);
}

describe('pseudonyms', () => {
  it.each(EXPORT_FORMATS)('leave no name, handle, link or mention in %s', async (format) => {
    const { text } = writeExport(format, await hidden(talk()), { ...options, notes: true, readings: true });
    for (const trace of [
      /nerea/i,
      /olmedo/i,
      /\botto\b/i,
      /cafe\.example\/u/i,
      /desconocida/i,
      /blog\.example/i,
      /mail\.example/i,
      /img\//i,
    ])
      expect(trace.exec(text)?.[0] ?? null, String(trace)).toBeNull();
    expect(text).toContain('hay un charco');
  });

  it('keep who answers whom, and what is nobody’s: a word that only looks like a name, a link to elsewhere', async () => {
    const { posts, people } = await hidden(talk());
    const [first, second, third] = posts;
    expect(second?.parentKey).toBe(first?.key);
    expect(third?.author).toEqual(first?.author);
    expect(third?.author.name).not.toBe(second?.author.name);
    expect(second?.text).toContain(`@${first?.author.handle}`);
    expect(second?.text).toContain(first?.author.name);
    expect(second?.text).toContain('https://news.example/a');
    expect(second?.quotes?.[0]?.author).toBe(first?.author.name);
    expect(second?.mentions).toEqual([first?.author.handle]);
    expect(third?.text).toContain('la vela no se apaga');
    expect(people?.[0]?.name).toBe(first?.author.name);
  });

  it('are the same in every file under one key, and others under another', async () => {
    const [one, again, other] = [
      await hidden(talk()),
      await hidden({ ...talk(), posts: talk().posts.slice(0, 1) }),
      await hidden(talk(), await pseudonymKey(new Uint8Array(32).fill(8))),
    ];
    expect(again.posts[0]?.author).toEqual(one.posts[0]?.author);
    expect(again.posts[0]?.key).toBe(one.posts[0]?.key);
    expect(other.posts[0]?.author).not.toEqual(one.posts[0]?.author);
    expect(other.posts[0]?.key).not.toBe(one.posts[0]?.key);
  });

  it('hold for any names', async () => {
    const word = fc.stringMatching(/^[A-ZÁÉÑ][a-záéñ]{3,9}$/);
    await fc.assert(
      fc.asyncProperty(
        word,
        word,
        fc.stringMatching(/^[a-z]{3,8}[_.]?[a-z0-9]{3,6}$/),
        async (given, family, handle) => {
          const author = { name: `${given} ${family}`, handle, url: `https://cafe.example/u/${handle}` };
          const data = anExport([
            aPost('1', { author, text: 'hola' }),
            aPost('2', { text: `Oye ${given} ${family.toUpperCase()}, @${handle}: ${author.url}` }),
          ]);
          const text = (await hidden(data)).posts[1]?.text ?? '';
          // An invented name may by chance share a word with the real one.
          expect(text).not.toContain(`${given} ${family.toUpperCase()}`);
          expect(text).not.toContain(handle);
        },
      ),
      { numRuns: 40 },
    );
  });
});
