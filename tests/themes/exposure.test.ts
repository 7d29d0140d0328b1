/** What looks like a theme and is none: one's own browsing, copies, rituals, busy days, one loud person. */
import { describe, expect, it } from 'vitest';
import type { ThemePost } from '../../utils/analysis/themes/engine';
import { SERVICE_THEMES } from './brand/service';
import { judgeRun, runStream } from './run';
import { DAY, HOUR, inject, pick, quietCommunity, randomOf, START } from './stream';

const PEOPLE = 150;
const quiet = (seed: number, days = 40) => quietCommunity({ seed, days, postsADay: 45, people: PEOPLE });
const raisedBy = (posts: readonly ThemePost[], tier: 'alert' | 'any' = 'alert') =>
  judgeRun(runStream([...posts].sort((a, b) => a.at - b.at)).raised, [], tier).wrong;
const touching = (posts: readonly ThemePost[], added: readonly ThemePost[], tier: 'alert' | 'any' = 'alert') => {
  const keys = new Set(added.map((post) => post.key));
  return raisedBy([...posts, ...added], tier).filter((one) => one.posts.some((key) => keys.has(key)));
};
const theme = SERVICE_THEMES[0]!;

describe('no theme', () => {
  it('is one long thread read for an hour', () => {
    const at = START + 25 * DAY + 12 * HOUR;
    const thread = Array.from({ length: 60 }, (_, i) => ({
      key: `thread-${i}`,
      at: at + i * 60_000,
      author: `visitor${i % 40}`,
      text: theme.posts[i % theme.posts.length]!,
      site: 'foro',
      threadKey: 'the-thread',
    }));
    expect(touching(quiet(31), thread)).toEqual([]);
  });

  it('is a wave of copies, from many names and in many places', () => {
    const random = randomOf(5);
    const at = START + 26 * DAY + 9 * HOUR;
    const copies = Array.from({ length: 50 }, (_, i) => ({
      key: `copy-${i}`,
      at: at + i * 5 * 60_000,
      author: `stranger${i}`,
      text: `Gana 500 euros al día desde casa con este método secreto, escríbeme ya ${pick(random, ['!!', '🔥', '👉', ''])} ${i}`,
      site: pick(random, ['foro', 'club', 'plaza']),
      threadKey: `copied-${i}`,
    }));
    expect(touching(quiet(32), copies, 'any')).toEqual([]);
  });

  it('is a ritual of every Friday, once it is known', () => {
    const random = randomOf(6);
    const fridays = Array.from({ length: 6 }, (_, week) => week).flatMap((week) =>
      Array.from({ length: 14 }, (_, i) => ({
        key: `friday-${week}-${i}`,
        at: START + (week * 7 + 4) * DAY + (9 + 10 * random()) * HOUR,
        author: `person${Math.floor(PEOPLE * random())}`,
        text: `#ViernesDeBalcones ${pick(random, ['hoy toca foto', 'aquí la mía', 'qué vistas', 'con café y geranios', 'desde mi ventana', 'buen fin de semana'])}`,
        site: 'plaza',
        threadKey: `friday-${week}-${i}`,
      })),
    );
    const raised = touching(quiet(33), fridays);
    // The first Fridays fall into the days in which nothing is said yet; from the fourth week on it is usual.
    expect(raised.filter((one) => one.at > START + 21 * DAY)).toEqual([]);
  });

  it('is a day four times as busy as others', () => {
    const busy = quietCommunity({ seed: 77, days: 1, postsADay: 180, people: PEOPLE }).map((post) => ({
      ...post,
      key: `busy-${post.key}`,
      threadKey: `busy-${post.threadKey}`,
      at: post.at + 28 * DAY,
    }));
    expect(raisedBy([...quiet(34), ...busy]).filter((one) => one.at > START + 28 * DAY)).toEqual([]);
  });

  it('is one loud person', () => {
    const loud = theme.posts.flatMap((text, i) =>
      [0, 1, 2].map((n) => ({
        key: `loud-${i}-${n}`,
        at: START + 27 * DAY + 8 * HOUR + (i * 3 + n) * 10 * 60_000,
        author: 'person3',
        text,
        site: 'club',
        threadKey: `loud-${i}-${n}`,
      })),
    );
    expect(touching(quiet(35), loud, 'any')).toEqual([]);
  });

  it('is told before enough was heard', () => {
    const at = START + 3 * DAY;
    const { posts } = inject(theme, at, 8, PEOPLE);
    const run = runStream(
      [...quiet(36, 5), ...posts].sort((a, b) => a.at - b.at).filter((post) => post.at < START + 6 * DAY),
    );
    expect(run.raised).toEqual([]);
    expect(run.engine.hasHeardEnough(START + 6 * DAY)).toBe(false);
  });
});

it('is a theme when the same is said by many, in many threads', () => {
  const { posts, truth } = inject(theme, START + 25 * DAY + 12 * HOUR, 9, PEOPLE);
  const run = runStream([...quiet(31), ...posts].sort((a, b) => a.at - b.at));
  expect([...judgeRun(run.raised, [truth]).recalled]).toEqual([theme.name]);
});
