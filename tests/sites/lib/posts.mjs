/** The fifty posts that every engine is filled with, and what is to be heard of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A fixed day: nothing here may depend on when the test runs. */
const FIRST = Date.UTC(2026, 2, 2, 7, 3, 11);
const MINUTE = 60_000;

const NAMES = {
  nora: 'Nora Ávila',
  bruno: 'Bruno Cid',
  ines: 'Inés Maldonado',
  teo: 'Teo Ibáñez',
  lucia: 'Lucía Peña',
  oriol: 'Oriol Batlle',
  marga: 'Marga Núñez',
  ana: 'Ana Zubiri',
  pau: 'Pau Llorens',
  jordi: 'Jordi Vidal',
  irene: 'Irene Costa',
  rafa: 'Rafa Güell',
  moira: 'Moira Finch',
  dylan: 'Dylan Marsh',
  greta: 'Greta Holm',
  owen: 'Owen Pryce',
  hazel: 'Hazel Dunne',
  piers: 'Piers O’Hara',
  rosa: 'Rosa Whitlock',
  quinn: 'Quinn Abbot',
  sven: 'Sven Åkesson',
  edith: 'Edith Moore',
  luca: 'Luca Ferri',
};

/** People's handles and names. @type {[string, string][]} */
export const people = Object.entries(NAMES);

/**
 * @typedef {{ n: number, talk: number, handle: string, name: string, at: number, text: string, answers: number | null }} Said
 * @typedef {{ n: number, lang: string, title: string, posts: Said[] }} Talk
 * @type {Talk[]}
 */
export const talks = [];

for (const line of readFileSync(join(import.meta.dirname, '../posts.txt'), 'utf8').split('\n')) {
  if (!line || line.startsWith('#')) continue;
  const heading = /^== (\w+) \| (.*)$/.exec(line);
  if (heading) {
    talks.push({ n: talks.length + 1, lang: heading[1], title: heading[2], posts: [] });
    continue;
  }
  const [, handle, answers, text] = /^(\w+) \| (?:\^(\d+) )?(.*)$/.exec(line) ?? [];
  const talk = talks.at(-1);
  if (!handle || !talk || !NAMES[handle]) throw new Error(`posts.txt: cannot read "${line}"`);
  talk.posts.push({
    n: talk.posts.length + 1,
    talk: talk.n,
    handle,
    name: NAMES[handle],
    // Odd steps: no two posts share a minute, and days turn within a talk.
    at: FIRST + talk.n * 97 * MINUTE + talk.posts.length * 131 * MINUTE + talk.posts.length * 1000,
    text: text.replaceAll('\\n', '\n'),
    answers: answers ? Number(answers) : null,
  });
}
