/** Rows of an invented community for screens of people: one who speaks on two sites, one who answers, one of us. */

const DAY = 86_400_000;

/** @param {number} now */
export function peopleRows(now) {
  /** @param {string} site @param {string} id @param {string} handle @param {string} name @param {number} days @param {string} text @param {object} [over] */
  const post = (site, id, handle, name, days, text, over = {}) => {
    const at = now - days * DAY;
    return {
      key: `${site}:${id}`,
      site,
      nativeId: id,
      kind: 'reply',
      url: `https://${site}/t/1#${id}`,
      threadKey: `${site}:t1`,
      threadTitle: 'Lamps on the hill',
      parentKey: null,
      author: { name, handle, url: `https://${site}/u/${handle}` },
      text,
      lang: 'en',
      postedAt: at,
      postedAtSource: 'machine',
      firstSeenAt: at,
      lastSeenAt: at,
      at,
      authorKey: `${site}:${handle}`,
      ours: 0,
      mention: 0,
      ...over,
    };
  };
  const foro = 'lamps.example';
  const red = 'hills.example';
  const posts = [
    post(foro, '1', 'bramo', 'Bram Osterhuis', 60, 'Who else rides up there after dark?', { kind: 'post' }),
    post(foro, '2', 'tove.blom', 'Tove Blom', 59, 'I do, every Thursday. The lamp from Farol holds for two hours.', {
      parentKey: `${foro}:1`,
      mention: 1,
      desk: 'done',
      deskAt: now - 58 * DAY,
    }),
    post(foro, '3', 'marta_farol', 'Marta', 58, 'Good to hear, Tove. We will send you the new bracket.', {
      parentKey: `${foro}:2`,
      ours: 1,
    }),
    post(foro, '4', 'bramo', 'Bram Osterhuis', 57, 'Could I borrow it for a night?', { parentKey: `${foro}:2` }),
    post(foro, '5', 'tove.blom', 'Tove Blom', 56, 'Of course. Thursday at the bridge.', { parentKey: `${foro}:4` }),
    post(red, '6', 'toveblom', 'Tove Blom', 20, 'Has anybody mapped the north side yet?', {
      threadTitle: 'The north side',
    }),
    post(red, '7', 'inger', 'Inger Dahl', 19, 'I have, last summer. I will send it to you.', {
      parentKey: `${red}:6`,
      threadTitle: 'The north side',
    }),
    post(red, '8', 'toveblom', 'Tove Blom', 18, 'Please do, I would walk it on Sunday.', {
      parentKey: `${red}:7`,
      threadTitle: 'The north side',
    }),
    post(red, '9', 'newhere', 'Ola Nyberg', 1, 'First walk with you next week, what do I bring?', {
      threadKey: `${red}:t2`,
      threadTitle: 'What to bring',
      kind: 'post',
    }),
    post(red, '10', 'signe', 'Signe Aas', 0.5, 'Does anybody have a map of the north side?', {
      threadKey: `${red}:t3`,
      threadTitle: 'Maps',
      kind: 'post',
    }),
  ];
  const note = (
    /** @type {string} */ id,
    /** @type {string} */ target,
    /** @type {string} */ text,
    /** @type {string[]} */ tags,
  ) => ({
    id,
    target,
    text,
    tags,
    createdAt: now - 30 * DAY,
    updatedAt: now - 30 * DAY,
  });
  return {
    posts,
    notes: [note('n1', `person:${foro}:tove.blom`, 'Rides with the Thursday group', ['ambassador'])],
    promises: [
      {
        id: 'p1',
        reply: `${foro}:3`,
        post: `${foro}:2`,
        threadKey: `${foro}:t1`,
        site: foro,
        authorKey: `${foro}:tove.blom`,
        person: 'Tove Blom',
        words: 'We will send you the new bracket.',
        lang: 'en',
        at: now - 58 * DAY,
        due: now + 2 * DAY,
        state: 'open',
        settledAt: now - 58 * DAY,
      },
    ],
  };
}

/** Puts rows where the extension keeps them. `page`: any page of the extension. @param {import('playwright-core').Page} page @param {Record<string, object[]>} tables */
export async function putRows(page, tables) {
  await page.evaluate(async (given) => {
    /** @type {IDBDatabase} */
    const db = await new Promise((resolve) => {
      const asked = indexedDB.open('tertulia');
      asked.onsuccess = () => resolve(asked.result);
    });
    const change = db.transaction(Object.keys(given), 'readwrite');
    for (const [table, rows] of Object.entries(given)) for (const row of rows) change.objectStore(table).put(row);
    await new Promise((done) => {
      change.oncomplete = done;
    });
    db.close();
  }, tables);
}
