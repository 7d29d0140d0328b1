/** What a reader sees of a post, and what is to be stored of it. */

/**
 * @typedef {import('./posts.mjs').Said & {
 *   nativeId?: string,
 *   parentId?: string | null,
 *   profile: string | RegExp | null,
 *   permalink: string | RegExp,
 *   precision: number,
 *   shown?: string,
 * }} Truth `precision`: the smallest unit of the time the page shows, in ms; `shown`: the words where the engine changes them
 */

const squash = (text) => text.replace(/[^\S\n]+/g, ' ').trim();
const matches = (value, wanted) => (wanted instanceof RegExp ? wanted.test(value ?? '') : value === wanted);

/**
 * What is wrong with the stored posts, one line each; nothing where all is exact.
 * @param {Truth[]} truth
 * @param {any[]} posts rows as another program reads them
 */
export function faultsOf(truth, posts) {
  const faults = [];
  const storedAs = new Map();
  for (const said of truth) {
    const text = squash(said.shown ?? said.text);
    const found = posts.filter((post) => post.author.name === said.name && squash(post.text) === text);
    const [post] = found;
    const wrong = (what, got) => faults.push(`${said.handle} "${text.slice(0, 40)}": ${what} ${JSON.stringify(got)}`);
    if (!post) {
      const near = posts.find((one) => one.text.includes(text.slice(0, 15)));
      wrong('not stored; nearest', near && [near.author.name, near.text]);
      continue;
    }
    if (found.length > 1) wrong('stored more than once', found.length);
    storedAs.set(said, post);
    if (said.nativeId && post.nativeId !== said.nativeId) wrong('id', post.nativeId);
    if (!matches(post.author.url, said.profile)) wrong('profile', post.author.url);
    if (!matches(post.url, said.permalink)) wrong('permalink', post.url);
    if (/[?&;](?:s|sid|phpsessid)=/i.test(post.url)) wrong('session in', post.url);
    if (Math.floor(post.postedAt / said.precision) !== Math.floor(said.at / said.precision)) {
      wrong('time', new Date(post.postedAt ?? 0).toISOString());
    }
  }
  for (const [said, post] of storedAs) {
    const answered =
      said.answers === null ? null : truth.find((one) => one.talk === said.talk && one.n === said.answers);
    const parent = answered ? storedAs.get(answered)?.key : null;
    if (post.parentKey !== parent)
      faults.push(`${said.handle} "${said.text.slice(0, 40)}": parent ${post.parentKey}, not ${parent}`);
  }
  for (const post of posts) {
    if (![...storedAs.values()].includes(post))
      faults.push(`nobody said: ${post.author.name} "${post.text.slice(0, 40)}"`);
  }
  return faults;
}
