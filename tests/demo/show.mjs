/** Prints what Tertulia holds after the walk: posts, people, mentions, themes. Reads the database, as any program could. */
import { rows } from '../e2e/lib/browser.mjs';

const clip = (text, length = 92) => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
};
const count = (list, key) => {
  const counts = new Map();
  for (const item of list) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
};

/** @param {import('playwright-core').Page} panel a page of the extension */
export async function printHeard(panel, say = console.log) {
  const posts = await rows(panel, 'posts');
  const readings = new Map((await rows(panel, 'readings')).map((reading) => [reading.key, reading]));
  const themes = (await rows(panel, 'themes')).sort((a, b) => b.evidence.people - a.evidence.people);
  const waiting = posts.filter((post) => post.waitsSince !== undefined).sort((a, b) => a.waitsSince - b.waitsSince);

  say(
    `\nHeard      ${posts.length} posts (${count(posts, (p) => p.site)
      .map(([site, n]) => `${site} ${n}`)
      .join(', ')})`,
  );
  say(
    `People     ${new Set(posts.filter((p) => !p.ours).map((p) => p.author.name)).size}, and ${posts.filter((p) => p.ours).length} posts of ours`,
  );
  say(`Mentions   ${posts.filter((p) => p.mention && !p.ours).length}`);
  say(
    `Read       ${readings.size} posts (${count([...readings.values()], (r) => r.lang)
      .map(([lang, n]) => `${lang} ${n}`)
      .join(', ')})`,
  );
  say(`Waiting    ${waiting.length} posts by ${new Set(waiting.map((p) => p.authorKey)).size} people; the oldest:`);
  for (const post of waiting.slice(0, 4)) {
    say(
      `           ${post.author.name} (${Math.round((Date.now() - post.waitsSince) / 3_600_000)} h): ${clip(post.text)}`,
    );
  }
  say(`Themes     ${themes.length}`);
  for (const theme of themes) {
    const quote = posts.find((post) => post.key === theme.quoteKeys[0]);
    const usual = theme.evidence.usual.toFixed(1);
    say(
      `           ${theme.tier}: ${theme.label} · ${theme.evidence.people} people in ${theme.evidence.seen} posts seen; usual is ${usual}`,
    );
    if (quote) say(`             “${clip(quote.text)}” (${quote.author.name})`);
  }
  return { posts, readings, themes, waiting };
}

/**
 * The drafts the panel suggests for the post it shows.
 * @param {import('playwright-core').Page} panel on the thread's screen
 * @param {{ author: { name: string }, text: string }} post
 */
export async function printDrafts(panel, post, say = console.log) {
  say(`           to ${post.author.name}: “${clip(post.text)}”`);
  await panel.locator('.draft, .advice').first().waitFor({ timeout: 20_000 });
  const drafts = await panel.locator('.draft').evaluateAll((list) =>
    list.map((draft) => ({
      source: draft.querySelector('.source, .src')?.textContent ?? '',
      text: draft.querySelector('.words')?.textContent ?? '',
    })),
  );
  for (const draft of drafts) say(`             ${clip(draft.source, 60)}\n               ${clip(draft.text, 160)}`);
  if (drafts.length === 0) say(`             ${clip(await panel.locator('.advice').first().textContent())}`);
}
