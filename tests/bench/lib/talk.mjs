/** Invented talk of any length: words as rare as words are, so that an index has something to do. */

const SYLLABLES = 'ba ce di fo gu la me ni po ru sa te vi xo ya ría ción mente able ero'.split(' ');
const COMMON = 'the and for it la que de en is was con por una but not this para'.split(' ');

/** Numbers that look random and are the same in every run. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The word of a rank: the first few are everybody's, the others made up. */
export function wordOf(rank) {
  if (rank < COMMON.length) return COMMON[rank];
  let word = '';
  for (let left = rank; left > 0; left = Math.floor(left / SYLLABLES.length))
    word += SYLLABLES[left % SYLLABLES.length];
  return word.length < 3 ? `${word}${SYLLABLES[rank % 7]}` : word;
}

/** A text of some 25 words of 30,000, after Zipf. */
export function textOf(random) {
  const words = 8 + Math.floor(random() * 34);
  return Array.from({ length: words }, () => wordOf(Math.floor(30_000 ** random()) - 1)).join(' ');
}

/** Posts as the store holds them, from `count` people and in threads of forty. */
export function postsOf(count, seed = 7) {
  const random = seeded(seed);
  const site = 'cafe.example';
  const start = Date.UTC(2026, 0, 1);
  return Array.from({ length: count }, (_, i) => ({
    key: `${site}:${i}`,
    site,
    nativeId: String(i),
    kind: i % 40 === 0 ? 'post' : 'reply',
    url: `https://${site}/t/${Math.floor(i / 40)}#${i}`,
    threadKey: `${site}:${i - (i % 40)}`,
    threadTitle: `Talk ${Math.floor(i / 40)}`,
    parentKey: i % 40 === 0 ? null : `${site}:${i - 1}`,
    author: { name: `Person ${i % 900}`, handle: `p${i % 900}`, url: `https://${site}/u/${i % 900}` },
    authorKey: `${site}:p${i % 900}`,
    text: textOf(random),
    lang: 'en',
    postedAt: start + i * 60_000,
    postedAtSource: 'machine',
    firstSeenAt: start + i * 60_000,
    lastSeenAt: start + i * 60_000,
    at: start + i * 60_000,
    ours: 0,
    mention: 0,
  }));
}
