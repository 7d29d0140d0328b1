/** Themes of a brand, told in three languages without a shared keyword, in a quiet community; and communities with none. */
import { describe, expect, it } from 'vitest';
import { PEOPLE_THEMES } from './brand/people';
import { SERVICE_THEMES } from './brand/service';
import { TRADE_THEMES } from './brand/trade';
import { judgeRun, runStream } from './run';
import { DAY, HOUR, inject, quietCommunity, START } from './stream';

const THEMES = [...SERVICE_THEMES, ...TRADE_THEMES, ...PEOPLE_THEMES];
const PEOPLE = 150;
/** Themes of one community: five days apart, after a fortnight of getting to know it. */
const GROUPS = 3;

function communities(seed: number) {
  return Array.from({ length: GROUPS }, (_, group) => {
    const quiet = quietCommunity({ seed: seed * 10 + group, days: 62, postsADay: 45, people: PEOPLE });
    const injected = THEMES.filter((_, i) => i % GROUPS === group).map((theme, i) =>
      inject(theme, START + (16 + i * 5) * DAY + 10 * HOUR, seed * 100 + i, PEOPLE),
    );
    const posts = [...quiet, ...injected.flatMap((one) => one.posts)].sort((a, b) => a.at - b.at);
    return { posts, truths: injected.map((one) => one.truth) };
  });
}

describe('brand themes', () => {
  const runs = [1, 2].flatMap(communities).map(({ posts, truths }) => ({
    truths,
    run: runStream(posts, { brands: ['Nubalia'] }),
  }));
  const judged = runs.map(({ run, truths }) => ({ run, truths, ...judgeRun(run.raised, truths) }));
  const sum = (count: (one: (typeof judged)[number]) => number) => judged.reduce((all, one) => all + count(one), 0);

  it('there are at least twenty', () => expect(THEMES.length).toBeGreaterThanOrEqual(20));

  it('are found within three days, and what is raised is one of them', () => {
    expect(sum((one) => one.recalled.size) / sum((one) => one.truths.length)).toBeGreaterThanOrEqual(0.78);
    const right = sum((one) => one.right.length);
    expect(right / (right + sum((one) => one.wrong.length))).toBeGreaterThanOrEqual(0.9);
  });

  it('bring the languages they are told in together', () => {
    const together = judged.flatMap(({ run, right }) =>
      right.map(({ raised, theme }) => {
        const texts = (run.posts.get(raised.id) ?? []).filter((key) => theme.keys.has(key));
        return run.langs(texts).size;
      }),
    );
    expect(together.filter((langs) => langs >= 2).length / together.length).toBeGreaterThanOrEqual(0.92);
  });

  it('does not cry wolf in months of small talk', () => {
    const alerts = [21, 22, 23].flatMap(
      (seed) => judgeRun(runStream(quietCommunity({ seed, days: 60, postsADay: 60, people: 200 })).raised, []).wrong,
    );
    // 46 judged days each: at most one in thirty days.
    expect(alerts.length).toBeLessThanOrEqual(4);
  });
});
