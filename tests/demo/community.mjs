/**
 * The demo community: about 300 posts over three weeks by about 60 invented people, in Spanish and English, written in
 * `community/*.txt`. Times there are ages ("2d9h ago"), so that the community is always of today.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const HOUR = 3_600_000;
const folder = join(import.meta.dirname, 'community');

const read = (name) =>
  readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('# '));

const names = new Map(read('people.txt').map((line) => line.split('|').map((part) => part.trim())));
/** The brand's own accounts, as each site shows them. */
const OURS = { almadiabikes: 'Almadía', almadia: 'Almadía', ines_almadia: 'Inés Almansa', teo_almadia: 'Teo Lindero' };

/** What the demo's user types into the welcome page. */
export const US = { brands: ['Almadía', 'almadiabikes'], accounts: Object.keys(OURS), ourName: 'Inés' };

function age(words) {
  const [, days = '0', hours] = /^(?:(\d+)d)?(\d+)h$/.exec(words) ?? [];
  if (hours === undefined) throw new Error(`not an age: ${words}`);
  return (Number(days) * 24 + Number(hours)) * HOUR;
}

/**
 * @typedef {{ n: number, handle: string, name: string, at: number, text: string, answers: number | null }} DemoPost
 * @typedef {{ id: string, title: string, posts: DemoPost[] }} DemoThread
 */

/**
 * One site's threads: `{ id, title, posts: [{ n, handle, name, at, text, answers }] }`, posts in the order written;
 * `answers` is the number of the post it answers, or null.
 * @param {string} name file name without ending
 * @param {number} now ms UTC
 * @returns {DemoThread[]}
 */
export function readThreads(name, now) {
  /** @type {DemoThread[]} */
  const threads = [];
  for (const line of read(`${name}.txt`)) {
    const heading = /^== (\S+) \| (.*)$/.exec(line);
    if (heading) {
      threads.push({ id: heading[1], title: heading[2], posts: [] });
      continue;
    }
    const post = /^(?:\^(\d+) )?(\S+) (\S+) \| (.*)$/.exec(line);
    const thread = threads.at(-1);
    if (!post || !thread) throw new Error(`${name}.txt: cannot read "${line}"`);
    const [, answers, handle, when, text] = post;
    thread.posts.push({
      n: thread.posts.length + 1,
      handle,
      name: names.get(handle) ?? OURS[handle] ?? handle,
      // A few odd minutes, so that no two posts share a moment.
      at: now - age(when) + ((thread.posts.length * 7) % 50) * 60_000,
      text,
      answers: answers ? Number(answers) : null,
    });
  }
  return threads;
}
