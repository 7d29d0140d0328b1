/**
 * The demo community as rows of the database, for screenshots and for the tests of screens: the same people and words that
 * `npm start` walks through, as if they had been read. Readings and themes are invented here, short and plausible; the
 * analysis may replace them.
 *
 *   const rows = seedRows(Date.now());            // { posts, threads, settings, … } by table
 *   await writeRows(page, rows);                  // page: any page of the extension, whose database is open
 */
import { readThreads, US } from '../demo/community.mjs';

const HOUR = 3_600_000;

/** As sites do where a conversation has no title: the beginning of its first post. */
const beginning = (text, most = 70) => (text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))}…`);
const DAY = 24 * HOUR;

/** File of the community → site as stored, permalink of a post, and how threads are made. */
const SITES = {
  foro: {
    site: 'foro.ruedas.example',
    adapter: 'discourse',
    link: (t, n) => `https://foro.ruedas.example/t/x/${t}/${n}`,
    title: (t) => t.title,
  },
  pedal: {
    site: 'pedal.example',
    adapter: 'mastodon',
    link: (t, n) => `https://pedal.example/@x/${t}${n}`,
    title: (t) => t.posts[0].text,
  },
  blog: {
    site: 'revista.ruedas.example',
    adapter: 'wordpress',
    link: (t, n) => `https://revista.ruedas.example/${t}/#comment-${n}`,
    title: (t) => t.title,
  },
  reddit: {
    site: 'reddit',
    adapter: 'reddit',
    link: (t, n) => `https://www.reddit.com/r/cargo/comments/${t}/x/${n}/`,
    title: (t) => t.title,
  },
  x: {
    site: 'x',
    adapter: 'x',
    link: (t, n) => `https://x.com/x/status/${t}${n}`,
    title: (t) => t.posts[0].text,
    apart: true,
  },
};

const OURS = new Set(US.accounts);
const NAMES_US = /almad[ií]a/i;
const CLOSES = /gracias|thank|cheers|clar[ií]simo|perfecto|recibida|ghost gone|the fish lost|it is in the post/i;
const SPANISH = /[áéíóúñ¿¡]|\b(?:que|con|los|las|una|para|pero|muy|de la|se me|hoy)\b/i;
const CUTS = /4\.1|cut(?:s|ting)? out|se (?:me )?cort/i;

/** Answers of the people's posts, as the desk's rules would find them: enough for pictures, not the rules themselves. */
function stands(post, posts) {
  if (post.ours || !post.mention) return null;
  const after = posts.filter((other) => other.threadKey === post.threadKey && other.at > post.at);
  const answered = posts.some((other) => other.ours && other.parentKey === post.key);
  if (answered) return after.some((other) => other.parentKey !== null && !other.ours) ? 'done' : 'waiting';
  if (CLOSES.test(post.text)) return 'done';
  return 'open';
}

function postsOf(name, now) {
  const { site, link, title, apart } = SITES[name];
  const posts = [];
  for (const thread of readThreads(name, now)) {
    const keyOf = (n) => `${site}:${thread.id}-${n}`;
    const rootOf = (n) => {
      const parent = thread.posts[n - 1].answers;
      return parent === null ? n : rootOf(parent);
    };
    for (const { n, handle, name: shown, at, text, answers } of thread.posts) {
      const threadId = apart ? `${thread.id}-${rootOf(n)}` : thread.id;
      // Our own name is Spanish in every language.
      const lang = SPANISH.test(text.replace(NAMES_US, '')) ? 'es' : 'en';
      const parent = answers ? thread.posts[answers - 1] : null;
      posts.push({
        key: keyOf(n),
        site,
        nativeId: `${thread.id}-${n}`,
        kind: answers ? 'reply' : n === 1 || apart ? 'post' : 'reply',
        url: link(thread.id, n),
        threadKey: `${site}:${threadId}`,
        threadTitle: apart ? beginning(thread.posts[rootOf(n) - 1].text) : beginning(title(thread)),
        parentKey: answers ? keyOf(answers) : null,
        author: { name: shown, handle, url: null },
        text,
        lang,
        postedAt: at,
        postedAtSource: 'machine',
        firstSeenAt: Math.min(now - HOUR, at + 3 * HOUR),
        lastSeenAt: now - HOUR,
        at,
        authorKey: `${site}:${handle}`,
        ours: OURS.has(handle) ? 1 : 0,
        mention: !OURS.has(handle) && (NAMES_US.test(text) || (parent !== null && OURS.has(parent.handle))) ? 1 : 0,
      });
    }
  }
  for (const post of posts) {
    const desk = stands(post, posts);
    if (desk === null) continue;
    post.desk = desk;
    post.deskAt = post.at;
    if (desk === 'open') post.waitsSince = post.at;
  }
  return posts;
}

function threadsOf(posts, now) {
  const threads = new Map();
  for (const post of posts) {
    const thread = threads.get(post.threadKey) ?? {
      key: post.threadKey,
      site: post.site,
      url: post.url,
      title: post.threadTitle,
      claimed: null,
      held: 0,
      lastAt: 0,
      firstSeenAt: post.firstSeenAt,
      lastSeenAt: now - HOUR,
    };
    thread.held += 1;
    thread.lastAt = Math.max(thread.lastAt, post.at);
    if (post.ours || post.mention) thread.concernsUs = 1;
    threads.set(post.threadKey, thread);
  }
  // One conversation of which only part was seen.
  for (const thread of threads.values()) if (thread.held === 13) thread.claimed = 31;
  return [...threads.values()];
}

const passage = (text, pattern) => {
  const match = pattern.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
};

/** A plausible reading, with the words that say so. */
function readingOf(post) {
  const evidence = [];
  const intents = {};
  const find = (intent, pattern, weight = 0.6) => {
    const found = passage(post.text, pattern);
    if (!found) return;
    intents[intent] = 0.85;
    evidence.push({ ...found, for: intent, weight });
  };
  find('question', /[^.!?¿]*[¿][^?]*\?|[^.!?]*\?/);
  find('problem', /(?:se (?:me )?corta|cuts? out|cutting out|squeaks|fogs up)[^.,;:]*/i, 0.8);
  find(
    'complaint',
    /peligroso|heard nothing|losing money|sin hacer|no me contesta nadie|Third day without an answer|not the start we hoped for/i,
    0.9,
  );
  find('thanks', /(?:muchas |mil )?gracias[^.!]*|thank (?:you|s)[^.!]*/i);
  find('leaving', /me voy|pasarme a otra marca|vender la mía/i);
  find('buying', /thinking of buying|wait with my order|me ha convencido/i);
  find('request', /please just tell us|Un poco de información, por favor|a date for the fix/i);
  const bad = intents.problem || intents.complaint || intents.leaving;
  const label = bad ? 'negative' : intents.thanks ? 'positive' : 'neutral';
  const wants = !post.ours && !intents.thanks && Boolean(intents.question || intents.complaint || intents.request);
  return {
    key: post.key,
    fingerprint: 'seed',
    version: 'seed',
    lang: post.lang,
    tone: { label, confidence: 0.8, scores: { positive: 0.1, neutral: 0.3, negative: 0.6 } },
    intents,
    needsReply: { value: wants, confidence: 0.8, reason: wants ? 'asks' : 'nothingAsked' },
    evidence,
  };
}

/** Steps of a day for two weeks: people who said so, and what would be usual. */
function timeline(posts, all, now, usual) {
  const today = new Date(now).setHours(0, 0, 0, 0);
  return Array.from({ length: 14 }, (_, i) => {
    const at = new Date(today).setDate(new Date(today).getDate() - 13 + i);
    const within = (post) => post.at >= at && post.at < at + DAY;
    const observed = new Set(posts.filter(within).map((post) => post.authorKey)).size;
    const expected = usual(i);
    return {
      at,
      observed,
      expected,
      low: Math.max(0, expected - 1.6),
      high: expected + 1.2,
      seen: all.filter(within).length,
    };
  });
}

function themesOf(posts, now) {
  const theme = (id, label, pattern, more, usual) => {
    const carry = posts.filter((post) => !post.ours && pattern.test(post.text)).sort((a, b) => a.at - b.at);
    const unique = (list) => [...new Set(list)];
    const quotes = unique(
      [...carry]
        .sort((a, b) => (a.lang === b.lang ? 0 : a.lang === 'es' ? -1 : 1))
        .map((p) => p.authorKey.split(':')[1]),
    )
      .map((handle) => carry.find((post) => post.author.handle === handle))
      .filter((post) => post.text.length < 170)
      .sort((a, b) => b.text.length - a.text.length);
    const spanish = quotes.filter((post) => post.lang === 'es');
    const english = quotes.filter((post) => post.lang === 'en');
    const people = unique(carry.filter((post) => post.at > now - 3 * DAY).map((post) => post.authorKey));
    return {
      id,
      label,
      terms: [],
      postKeys: carry.map((post) => post.key),
      authorKeys: unique(carry.map((post) => post.authorKey)),
      threadKeys: unique(carry.map((post) => post.threadKey)),
      sites: unique(carry.map((post) => post.site)),
      langs: unique(carry.map((post) => post.lang)),
      startedAt: carry[0].at,
      alertedAt: carry[Math.min(3, carry.length - 1)].at,
      lastAt: carry.at(-1).at,
      timeline: timeline(carry, posts, now, usual),
      quoteKeys: [spanish[0], english[0], spanish[1], english[1]].filter(Boolean).map((post) => post.key),
      evidence: { people: people.length, seen: posts.filter((post) => post.at > now - 3 * DAY).length, usual: 0.6 },
      ...more,
    };
  };
  return [
    theme(
      't-cuts',
      'se corta el motor subiendo',
      CUTS,
      { tier: 'alert', phase: 'emerging', terms: ['4.1', 'cuts out', 'se corta', 'uphill'] },
      () => 0.4,
    ),
    theme(
      't-studs',
      'neumáticos de clavos',
      /clavos|stud/i,
      { tier: 'watch', phase: 'steady', terms: ['studded tyres', 'clavos'] },
      (i) => 1.6 + 0.5 * Math.sin(i),
    ),
    theme(
      't-names',
      'la bici se llama',
      /nombre|se llama/i,
      { tier: 'watch', phase: 'fading', mutedUntil: now + 365 * DAY },
      () => 0.8,
    ),
  ];
}

function exposureOf(posts) {
  const days = new Map();
  for (const post of posts) {
    const date = new Date(post.firstSeenAt);
    const day = `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
    const entry = days.get(`${post.site} ${day}`) ?? { site: post.site, day, posts: 0, people: new Set() };
    entry.posts += 1;
    entry.people.add(post.authorKey);
    days.set(`${post.site} ${day}`, entry);
  }
  return [...days.values()].map(({ people, ...entry }) => ({ ...entry, authors: people.size }));
}

const health = (site, adapter, now, over = {}) => ({
  site,
  origin: `https://${{ reddit: 'www.reddit.com', x: 'x.com' }[site] ?? site}`,
  adapter,
  at: now - 3000,
  onPage: 46,
  read: 46,
  missing: {},
  faults: 0,
  ...over,
});

/**
 * Rows by table.
 * @param {number} now ms UTC
 * @param {{ language?: 'en' | 'es', theme?: 'light' | 'dark', welcomed?: boolean }} [options]
 */
export function seedRows(now, { language = 'es', theme = 'light', welcomed = true } = {}) {
  const posts = Object.keys(SITES).flatMap((name) => postsOf(name, now));
  const find = (pattern) => posts.find((post) => pattern.test(post.text));
  const noted = find(/Third bike from these folks/);
  const asked = find(/esto es peligroso/i);
  return {
    posts,
    threads: threadsOf(posts, now),
    readings: posts.map(readingOf),
    themes: themesOf(posts, now),
    exposure: exposureOf(posts),
    health: [
      health('foro.ruedas.example', 'discourse', now),
      health('pedal.example', 'mastodon', now, { at: now - 2 * HOUR, onPage: 31, read: 31 }),
      health('revista.ruedas.example', 'wordpress', now, {
        at: now - 20 * HOUR,
        onPage: 31,
        read: 19,
        missing: { time: 12 },
        faults: 12,
      }),
      health('reddit', 'reddit', now, { at: now - 3 * HOUR, onPage: 18, read: 18 }),
      health('x', 'x', now, { at: now - 5 * HOUR, onPage: 22, read: 22 }),
    ],
    notes: [
      {
        id: 'n1',
        target: `post:${noted.key}`,
        text: 'Wrote to us about the first Ruta too. Met her in Leeds, in May.',
        tags: ['regular'],
        createdAt: now - 20 * DAY,
        updatedAt: now - 20 * DAY,
      },
      {
        id: 'n2',
        target: `post:${asked.key}`,
        text: 'Llamarla antes de contestar en público.',
        tags: ['seguridad'],
        createdAt: now - 5 * HOUR,
        updatedAt: now - 5 * HOUR,
      },
    ],
    savedReplies: [
      {
        id: 's1',
        name: language === 'es' ? 'Corte en cuesta, primeros auxilios' : 'Cut-out, first aid',
        folder: language === 'es' ? 'Motor' : 'Motor',
        shortcut: 'cuesta',
        bodies: {
          es: 'Hola, {first name}: sentimos lo de la cuesta. ¿Nos dices la letra del lote, {?letra del lote}? Con ella te mandamos la 4.0 mientras llega el arreglo.',
          en: 'Hi {first name}, sorry about the hill. Could you tell us the batch letter, {?batch letter}? With it we can put you back on 4.0 until the fix is here.',
        },
        intents: ['problem', 'complaint'],
        uses: 3,
        lastUsedAt: now - 2 * DAY,
        updatedAt: now - 9 * DAY,
      },
      {
        id: 's2',
        name: language === 'es' ? 'Bienvenida' : 'Welcome',
        folder: '',
        shortcut: 'hola',
        bodies: { '*': '¡Bienvenida a la mesa, {first name}!' },
        intents: [],
        uses: 11,
        lastUsedAt: now - DAY,
        updatedAt: now - 30 * DAY,
      },
    ],
    watches: [{ id: 'w1', name: 'la 4.1', query: '"4.1" OR "se corta" OR "cuts out"', createdAt: now - 3 * DAY }],
    people: [],
    states: [],
    pairs: posts
      .filter((post) => post.ours && post.parentKey)
      .map((post) => {
        const message = posts.find((other) => other.key === post.parentKey);
        return {
          id: post.key,
          at: post.at,
          person: message.author.name,
          message: message.text,
          reply: post.text,
          lang: post.lang,
          outcome: CLOSES.test(posts.find((o) => o.parentKey === post.key)?.text ?? '') ? 'thanked' : null,
        };
      }),
    meta: [
      {
        name: 'settings',
        value: {
          brands: ['Almadía', 'almadiabikes'],
          us: US.accounts.map((handle) => ({ site: null, handle })),
          ourName: US.ourName,
          sites: [
            { pattern: 'https://foro.ruedas.example/*', listening: true, keep: 'everything', retentionDays: 90 },
            { pattern: 'https://pedal.example/*', listening: true, keep: 'mentions', retentionDays: 90 },
            { pattern: 'https://revista.ruedas.example/*', listening: true, keep: 'everything', retentionDays: 90 },
            { pattern: 'https://www.reddit.com/*', listening: true, keep: 'everything', retentionDays: 90 },
            { pattern: 'https://x.com/*', listening: false, keep: 'mentions', retentionDays: 90 },
          ],
          language,
          theme,
          underlineEverywhere: true,
          singleKeys: true,
          welcomed,
        },
      },
    ],
  };
}

/**
 * Puts the rows into the open database of an extension page, whole tables at a time, with the platform's own API.
 * @param {import('playwright-core').Page} page
 * @param {Record<string, object[]>} tables
 */
export async function writeRows(page, tables) {
  await page.evaluate(async (rows) => {
    const request = indexedDB.open('tertulia');
    const db = await new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const names = Object.keys(rows).filter((name) => db.objectStoreNames.contains(name));
    const transaction = db.transaction(names, 'readwrite');
    for (const name of names) {
      const store = transaction.objectStore(name);
      store.clear();
      for (const row of rows[name]) store.put(row);
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    });
    db.close();
  }, tables);
}
