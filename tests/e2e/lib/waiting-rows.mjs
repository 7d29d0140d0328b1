/** Rows of an invented community where one person waits in three conversations, twice in one of them; others wait in one. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LAMPS = 'lamps.example';
const HILLS = 'hills.example';

/** Site, conversation, its title, who, how long ago, the words. */
const SAID = [
  [LAMPS, 'cuesta', 'La luz se apaga en cuesta', 'Nerea Solano', 5 * DAY, 'Farol, la mía se apaga en cada cuesta. ¿Qué puedo hacer?'], // biome-ignore format: a table
  [LAMPS, 'cuesta', 'La luz se apaga en cuesta', 'Bram Osterhuis', 4 * DAY, 'A mí también me pasa con la Farol. ¿Lo sabéis ya?'], // biome-ignore format: a table
  [HILLS, 'north', 'The north side after dark', 'Odette Marsh', 3.5 * DAY, 'Does the Farol hold for three hours in the cold?'], // biome-ignore format: a table
  [LAMPS, 'cuesta', 'La luz se apaga en cuesta', 'Nerea Solano', 3 * DAY, 'Y otra cosa, Farol: ¿el soporte nuevo vale para la mía?'], // biome-ignore format: a table
  [HILLS, 'north', 'The north side after dark', 'Nerea Solano', 2 * DAY, 'And can the Farol be charged on the way, with a small battery of its own?'], // biome-ignore format: a table
  [LAMPS, 'soporte', 'Un soporte para manillares anchos, de los que ya no se fabrican y que tanta gente pide', 'Nerea Solano', DAY, '¿Tiene Farol un soporte así, o conocéis a quien lo haga?'], // biome-ignore format: a table
  [HILLS, 'alone', '', 'Ilse Boon', 5 * HOUR, 'Which Farol would you take up there in winter?'],
  [LAMPS, 'alone', '', 'Nerea Solano', 2 * HOUR, 'Farol, ¿cuándo abrís el taller de los sábados?'],
];

/** @param {string} name */
const handleOf = (name) => name.toLowerCase().replace(/ /g, '_');

/** @param {number} now @param {{ language?: 'en' | 'es', theme?: 'light' | 'dark' }} [options] */
export function waitingRows(now, { language = 'en', theme = 'light' } = {}) {
  const posts = SAID.map(([site, thread, title, name, ago, text], n) => {
    const at = now - Number(ago);
    const threadKey = `${site}:${thread}`;
    return {
      key: `${site}:${thread}-${n}`,
      site,
      nativeId: `${thread}-${n}`,
      kind: 'post',
      url: `https://${site}/t/${thread}#${n}`,
      threadKey,
      threadTitle: title,
      parentKey: null,
      author: { name, handle: handleOf(String(name)), url: null },
      text,
      lang: /[¿áéíóúñ]/.test(String(text)) ? 'es' : 'en',
      postedAt: at,
      postedAtSource: 'machine',
      firstSeenAt: at,
      lastSeenAt: at,
      at,
      authorKey: `${site}:${handleOf(String(name))}`,
      ours: 0,
      mention: 1,
      desk: 'open',
      deskAt: at,
      waitsSince: at,
    };
  });
  const threads = [...new Map(posts.map((post) => [post.threadKey, post])).values()].map((post) => ({
    key: post.threadKey,
    site: post.site,
    url: post.url,
    title: post.threadTitle,
    claimed: null,
    held: posts.filter(({ threadKey }) => threadKey === post.threadKey).length,
    lastAt: post.at,
    firstSeenAt: post.at,
    lastSeenAt: post.at,
    concernsUs: 1,
  }));
  return {
    posts,
    threads,
    // The same person on both sites: so the user said.
    people: [
      {
        id: 'nerea',
        name: 'Nerea Solano',
        accounts: [`${LAMPS}:nerea_solano`, `${HILLS}:nerea_solano`],
        createdAt: now - 9 * DAY,
      },
    ],
    meta: [
      {
        name: 'settings',
        value: {
          brands: ['Farol'],
          us: [{ site: null, handle: 'marta_farol' }],
          ourName: 'Marta',
          sites: [{ pattern: `https://${LAMPS}/*`, listening: true, keep: 'everything', retentionDays: null }],
          language,
          theme,
          underlineEverywhere: true,
          singleKeys: true,
          welcomed: true,
        },
      },
    ],
  };
}
