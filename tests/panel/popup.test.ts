import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Post } from '../../utils/core/post';
import type { PageGlance } from '../../utils/messaging/protocol';
import { openPopup, type PopupDoors, pageOf } from '../../utils/panel/popup';
import { hereOf, shortWords } from '../../utils/panel/popup-view';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings } from '../../utils/store/settings';
import { stored } from '../core/sample';
import { DAY, freshTable, hear, SITE, until } from './table';

const NOW = Date.now();

const glanceOf = (keys: string[], over: Partial<PageGlance> = {}): PageGlance => ({
  site: SITE,
  siteName: 'Pedaleo',
  adapter: 'discourse',
  verified: '2026-10-01',
  listening: true,
  health: { site: SITE, adapter: 'discourse', at: NOW, onPage: keys.length, read: keys.length, missing: {}, faults: 0 },
  keys,
  ...over,
});

describe('pages the browser lets nobody read', () => {
  it.each([
    ['chrome://settings/', 'browser'],
    ['about:blank', 'browser'],
    ['chrome-extension://abc/popup.html', 'browser'],
    ['https://chromewebstore.google.com/detail/x', 'shop'],
    ['https://addons.mozilla.org/es/firefox/', 'shop'],
    ['file:///home/a.html', 'file'],
    ['', 'none'],
    [null, 'none'],
  ])('%s: %s', (url, why) => expect(pageOf(url)).toEqual({ kind: 'unreadable', why }));

  it('are told from those that can be read', () => {
    expect(pageOf('https://pedaleo.example/t/1')).toBeInstanceOf(URL);
    expect(pageOf('https://evil.chromewebstore.google.com.example/')).toBeInstanceOf(URL);
  });
});

describe('who is on the page', () => {
  const nothing = {
    themes: [],
    firstHeard: new Set<string>(),
    wantAnswer: new Set<string>(),
    answered: new Set<string>(),
    parents: new Map<string, Post>(),
    now: NOW,
  };
  const person = (name: string, over: Partial<Post> = {}): Post =>
    stored(name, {
      author: { name, handle: name, url: null },
      authorKey: `foro.example:${name}`,
      at: NOW - 1000,
      postedAt: NOW - 1000,
      ...over,
    });

  it('the longest wait comes first', () => {
    const here = hereOf([person('ana', { waitsSince: 9 }), person('bo', { waitsSince: 3 }), person('cy')], nothing);
    expect(here.waiting.map(({ post }) => post.author.name)).toEqual(['bo', 'ana']);
  });

  it('a newcomer is somebody first heard here whom nobody answered, who wants it and came lately', () => {
    const posts = [
      person('ana'),
      person('known'),
      person('answered'),
      person('chatting', { kind: 'reply' }),
      person('asking', { kind: 'reply' }),
      person('old', { at: NOW - 30 * DAY }),
      person('us', { ours: 1 }),
      person('waits', { waitsSince: 4 }),
    ];
    const here = hereOf(posts, {
      ...nothing,
      firstHeard: new Set(posts.map((post) => post.authorKey).filter((key) => !key.endsWith('known'))),
      wantAnswer: new Set(['foro.example:asking']),
      answered: new Set(['foro.example:answered']),
    });
    expect(here.newcomers.map((voice) => voice.name)).toEqual(['ana', 'asking']);
  });

  it('who answers for us is neither ours nor the one who asked', () => {
    const asks = person('ana', { mention: 1 });
    const parents = new Map([[asks.key, asks]]);
    const answer = (name: string, over: Partial<Post> = {}) => person(name, { parentKey: asks.key, ...over });
    const helped = hereOf([asks, answer('rosa', { text: 'Vuelve a la 3.1.' })], { ...nothing, parents });
    expect(helped.helper).toMatchObject({ name: 'rosa', words: 'Vuelve a la 3.1' });
    expect(hereOf([asks, answer('ana2', { authorKey: asks.authorKey })], { ...nothing, parents }).helper).toBeNull();
    expect(hereOf([asks, answer('us', { ours: 1 })], { ...nothing, parents }).helper).toBeNull();
  });

  it('their words are cut at a word, never inside one', () => {
    expect(shortWords('He vuelto a la 3.1 y ya no gotea. Por si os sirve de pista a alguien más.')).toBe(
      'He vuelto a la 3.1 y ya no gotea',
    );
    expect(shortWords(`${'palabra '.repeat(20)}`)).toMatch(/^(palabra )+palabra…$/);
  });
});

describe('the popup', () => {
  let db: TertuliaDatabase;
  let ends: AbortController;
  let doors: PopupDoors;

  beforeEach(async () => {
    db = await freshTable();
    ends = new AbortController();
    doors = {
      tab: vi.fn(async () => ({ id: 7, windowId: 3, url: `https://${SITE}/t/1` })),
      glance: vi.fn(async () => null),
      patternOf: (url) => `${url.origin}/*`,
      allowed: vi.fn(async () => false),
      ask: vi.fn(async () => true),
      listen: vi.fn(async () => true),
      pause: vi.fn(async () => true),
      captureOnce: vi.fn(async () => ({ ok: true })),
      openPanel: vi.fn(async () => {}),
      trouble: vi.fn(async () => null),
      forgetTrouble: vi.fn(async () => {}),
    };
  });
  afterEach(async () => {
    ends.abort();
    await db.delete();
  });
  const open = () => openPopup(() => db, doors, ends.signal);

  it('says who of the page waits for us', async () => {
    const keys = await hear(db, [
      { id: '1', name: 'Leire', text: '¿Por qué se apaga el Farol?', ago: 3 * DAY },
      { id: '2', name: 'Bram', text: 'Bonito día.', ago: DAY },
    ]);
    doors.glance = vi.fn(async () => glanceOf(keys));
    const model = open();
    await until(() => expect(model.here.value?.waiting).toHaveLength(1));
    expect(model.page.value).toMatchObject({ kind: 'heard', siteName: 'Pedaleo', listening: true, confirmed: true });
    expect(model.here.value).toMatchObject({ waiting: [{ post: { author: { name: 'Leire' } } }], newcomers: [] });

    await model.keepNote(keys[0]!, 'Llamarla.', ['farol']);
    expect(await db.notes.toArray()).toMatchObject([{ target: `post:${keys[0]}`, text: 'Llamarla.', tags: ['farol'] }]);
    await model.keepNote(keys[0]!, 'Llamada.', []);
    expect(await db.notes.count()).toBe(1);
  });

  it('asks the browser first thing in the click, and listens only if it may', async () => {
    const model = open();
    await until(() => expect(model.page.value.kind).toBe('silent'));
    doors.glance = vi.fn(async () => glanceOf(['x']));
    model.listenHere();
    expect(doors.ask).toHaveBeenCalledWith(`https://${SITE}/*`);
    expect(doors.listen).not.toHaveBeenCalled();
    await until(() => expect(model.page.value.kind).toBe('heard'));
    expect(doors.listen).toHaveBeenCalledWith(`https://${SITE}/*`);
    expect(model.fault.value).toBeNull();
  });

  it('takes no for an answer', async () => {
    doors.ask = vi.fn(async () => false);
    const model = open();
    await until(() => expect(model.page.value.kind).toBe('silent'));
    model.listenHere();
    await until(() => expect(model.fault.value).toBe('denied'));
    expect(doors.listen).not.toHaveBeenCalled();
    await until(() => expect(model.busy.value).toBeNull());
  });

  it('tells a page that was open before from one where listening was stopped', async () => {
    doors.allowed = vi.fn(async () => true);
    const pattern = `https://${SITE}/*`;
    const site = { pattern, keep: 'everything', retentionDays: 90 } as const;
    await changeSettings(db, (was) => ({ ...was, sites: [{ ...site, listening: false }] }));
    const stopped = open();
    await until(() => expect(stopped.page.value).toMatchObject({ kind: 'silent', granted: true }));

    await changeSettings(db, (was) => ({ ...was, sites: [{ ...site, listening: true }] }));
    const before = open();
    await until(() => expect(before.page.value.kind).toBe('asleep'));
    doors.glance = vi.fn(async () => glanceOf(['x']));
    before.listenHere();
    await until(() => expect(before.page.value.kind).toBe('heard'));
  });

  it('stops where it is told to, and keeps what was heard', async () => {
    const keys = await hear(db, [{ id: '1', name: 'Leire', text: 'Farol.', ago: DAY }]);
    doors.glance = vi.fn(async () => glanceOf(keys));
    const model = open();
    await until(() => expect(model.here.value).not.toBeNull());
    doors.glance = vi.fn(async () => null);
    model.pauseHere();
    await until(() => expect(model.page.value.kind).toBe('silent'));
    expect(doors.pause).toHaveBeenCalled();
    expect(model.here.value).toBeNull();
    expect(await db.posts.count()).toBe(1);
  });

  it('tells what is wrong with the store in a kind, and forgets a loss that was read', async () => {
    doors.trouble = vi.fn(async () => 'emptied' as const);
    const model = open();
    await until(() => expect(model.storeFault.value).toBe('emptied'));
    model.troubleRead();
    expect(model.storeFault.value).toBeNull();
    expect(doors.forgetTrouble).toHaveBeenCalled();
  });

  it('survives a store that cannot be read', async () => {
    doors.glance = vi.fn(async () => glanceOf(['x']));
    const model = openPopup(
      () => {
        throw Object.assign(new Error('Internal error opening backing store'), { name: 'UnknownError' });
      },
      doors,
      ends.signal,
    );
    await until(() => expect(model.storeFault.value).toBe('damaged'));
    expect(model.page.value.kind).toBe('heard');
  });

  it('says when the page could not be read once, or the panel did not open', async () => {
    doors.captureOnce = vi.fn(async () => ({ ok: false }));
    doors.openPanel = vi.fn(async () => {
      throw new Error('no');
    });
    const model = open();
    await until(() => expect(model.page.value.kind).toBe('silent'));
    model.captureOnce();
    await until(() => expect(model.fault.value).toBe('notCaptured'));
    model.openPanel('#/desk');
    expect(doors.openPanel).toHaveBeenCalledWith(3, '#/desk');
    await until(() => expect(model.fault.value).toBe('noPanel'));
  });
});
