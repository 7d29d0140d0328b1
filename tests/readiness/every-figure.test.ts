/** What every figure of "Are we ready?" owes: of how many it speaks, the posts behind it, and silence where little was seen. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Post } from '../../utils/core/post';
import { type FigureName, openReadiness, type ReadinessView } from '../../utils/panel/readiness';
import { hoursSentence, type Sentence, sentencesOf } from '../../utils/panel/readiness-words';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings } from '../../utils/store/settings';
import { number } from '../../utils/text/numbers';
import { DAY, freshTable, HOUR, hear, type Said, until } from '../panel/table';
import { speakEnglish } from '../text/speech';

type Counted = Exclude<FigureName, 'debt' | 'themes'>;

/** What a figure is out of, read from its value. */
const OUT_OF: { [Name in Counted]: (value: NonNullable<ReadinessView['figures'][Name]['value']>) => number[] } = {
  response: ({ answered, asked }) => [answered, asked],
  coverage: ({ asked }) => [asked],
  promises: ({ due }) => [due],
  newcomers: ({ came }) => [came],
  person: ({ toPeople, broadcast }) => [toPeople + broadcast],
  listening: ({ heard, said }) => [heard, said],
  oneOfUs: ({ answers }) => [answers],
  top: ({ people, posts }) => [people, posts],
  regulars: ({ regulars }) => [regulars],
  hours: ({ asked }) => [asked],
};
const NAMES = Object.keys(OUT_OF) as Counted[];
const now = Date.now();

/** Four months of sixteen people who ask and are answered, the last month a little less. */
function talk(): Said[] {
  const said: Said[] = [];
  for (let day = 120; day >= 1; day--) {
    const who = day % 16;
    if (day < 30 && who < 3) continue;
    const thread = `d${day}`;
    const ago = day * DAY;
    said.push({ id: `q${day}`, thread, name: `Vecina ${who}`, text: '¿Cuándo llega el Farol?', ago });
    if (day % 7 !== 0)
      said.push({
        id: `a${day}`,
        thread,
        parent: `q${day}`,
        name: day % 3 ? 'Marta' : 'Toni',
        handle: day % 3 ? 'marta_farol' : 'toni_farol',
        text: 'Lo miramos.',
        ago: ago - 2 * HOUR,
      });
    if (day % 6 === 0) said.push({ id: `n${day}`, thread, parent: `q${day}`, name: `Nueva ${day}`, text: 'Y yo.', ago: ago - HOUR }); // biome-ignore format: one row
  }
  return said;
}

let db: TertuliaDatabase;
let ends: AbortController;
beforeEach(async () => {
  speakEnglish();
  db = await freshTable();
  ends = new AbortController();
});
afterEach(async () => {
  ends.abort();
  await db.delete();
});

async function look() {
  const model = openReadiness(db, ends.signal, () => now);
  await until(() => expect(model.view.value).toBeDefined());
  return { model, view: model.view.value as ReadinessView };
}
const saidOf = ({ parts, meta }: Sentence) => `${parts.join(' ')} ${meta}`;
const sentenceOf = (view: ReadinessView, name: FigureName) =>
  [...sentencesOf(view), hoursSentence(view)].find((one) => one.name === name) as Sentence;

async function fill(): Promise<void> {
  await changeSettings(db, (was) => ({
    ...was,
    us: [...was.us, { site: null, handle: 'toni_farol' }],
    hours: { timeZone: 'UTC', week: Array.from({ length: 7 }, () => [[540, 1080]] as [number, number][]) },
  }));
  await hear(db, talk());
  const posts = new Map((await db.posts.toArray()).map((post) => [post.nativeId, post]));
  for (const day of [3, 8, 10, 40, 44, 46]) {
    const [reply, asked] = [posts.get(`a${day}`), posts.get(`q${day}`)] as [Post, Post];
    const due = now - (day - 1) * DAY;
    await db.promises.put({
      id: `p${day}`,
      reply: reply.key,
      post: asked.key,
      threadKey: reply.threadKey,
      authorKey: asked.authorKey,
      person: asked.author.name,
      state: day % 2 ? 'open' : 'kept',
      due,
      at: reply.at,
      settledAt: day % 2 ? null : due - HOUR,
      text: 'Lo miramos.',
    } as never);
  }
}

describe('with four months of talk', () => {
  it.each(NAMES)('%s says of how many it speaks and how it was before', async (name) => {
    await fill();
    const { view } = await look();
    const { value } = view.figures[name];
    expect(value, name).not.toBeNull();
    const words = saidOf(sentenceOf(view, name));
    for (const count of OUT_OF[name](value as never)) expect(words).toContain(number(count));
    expect(view.before[name].value, `${name} before`).not.toBeNull();
    expect(words).toContain('before: ');
  });

  it.each([...NAMES, 'debt' as const])('%s opens to posts', async (name) => {
    await fill();
    const { model } = await look();
    expect((await model.behind(name)).length).toBeGreaterThan(0);
  });
});

describe('with nothing, and with a little', () => {
  it.each(NAMES)('%s is not known yet, and no 0 stands in its place', async (name) => {
    for (const said of [[], talk().slice(-2)]) {
      await hear(db, said);
      const { view } = await look();
      expect(view.figures[name].value).toBeNull();
      const { parts, meta } = sentenceOf(view, name);
      expect(parts).toEqual(['not known yet']);
      expect(meta).toMatch(/it takes \d+ cases; there (?:is|are) \d/);
    }
  });
});

it('reads all of a day on a site that tells no hour: more posts of one moment than one question asks for', async () => {
  const crowd = Array.from({ length: 1_100 }, (_, i) => ({
    id: `c${i}`,
    thread: 'c',
    name: `V ${i % 40}`,
    text: 'Sí.',
  }));
  const before = [...crowd.slice(0, 30)].map((one) => ({ ...one, id: `b${one.id}`, ago: 3 * DAY }));
  await hear(db, [
    ...before,
    ...crowd.map((one) => ({ ...one, ago: 2 * DAY })),
    { ...crowd[0], id: 'z', ago: DAY } as Said,
  ]);
  const { view } = await look();
  expect(view.figures.listening.value?.heard).toBe(1_131);
  expect(new Set(view.figures.listening.behind).size).toBe(1_131);
});
