/** What other programs collected comes in as if it had been heard. */
import { describe, expect, it } from 'vitest';
import { importForeign } from '../../utils/keeping/import-foreign';
import { keepBatch } from '../../utils/store/captures';
import { changeSettings } from '../../utils/store/settings';
import { heard } from '../core/sample';
import { batch, freshDatabase } from '../store/fresh';
import { everything } from './sample';

const line = (source_platform: string, data: unknown) =>
  JSON.stringify({ nav_index: '1:0', item_id: '1', timestamp_collected: 1_760_000_000_000, source_platform, data });
const TWEET = {
  rest_id: '19001',
  core: { user_results: { result: { legacy: { screen_name: 'otto_v', name: 'Otto Vela' } } } },
  legacy: {
    full_text: '@lumbrera_es ¿cuándo llega?',
    conversation_id_str: '19000',
    in_reply_to_status_id_str: '19000',
    created_at: 'Wed Oct 10 20:19:24 +0000 2018',
    lang: 'es',
    favorite_count: 3,
    entities: { user_mentions: [{ screen_name: 'lumbrera_es' }] },
  },
};
const ZEESCHUIMER = [
  line('twitter.com', TWEET),
  line('twitter.com', { cursor: 'nothing to read' }),
  line('instagram.com', {
    code: 'Cabc',
    user: { username: 'ana.tost', full_name: 'Ana Tost' },
    caption: { text: 'hola' },
    taken_at: 1_700_000_000,
  }),
  line('tiktok-comments', {
    cid: '7',
    aweme_id: '5',
    reply_id: '0',
    text: 'jaja',
    user: { unique_id: 'z', nickname: 'Zed' },
    create_time: 1_700_000_001,
  }),
  line('truthsocial.com', {
    id: '8',
    url: 'https://truthsocial.com/@p/8',
    account: { acct: 'p', display_name: 'P' },
    content: '<p>uno &amp; dos</p><p>tres&#x2026;</p>',
    created_at: '2026-01-02T03:04:05Z',
  }),
  line('9gag.com', { id: 'not known here' }),
].join('\n');
const EXPORTER = [
  {
    id: '5',
    created_at: '2026-03-01 10:00:00 +01:00',
    full_text: 'Lumbrera va bien',
    screen_name: 'mia',
    name: 'Mía',
    in_reply_to: null,
    url: 'https://x.com/mia/status/5',
    favorite_count: 2,
    media: [{ type: 'photo', url: 'https://t.co/x', original: 'https://pbs.example/1.jpg', ext_alt_text: 'una jarra' }],
  },
  {
    id: '6',
    created_at: '2026-03-01 10:05:00 +01:00',
    full_text: 'y a ti?',
    screen_name: 'otto_v',
    name: 'Otto',
    in_reply_to: '5',
    url: 'javascript:alert(1)',
  },
  {
    id: '7',
    created_at: '2026-03-01 10:06:00 +01:00',
    full_text: 'RT',
    screen_name: 'otto_v',
    name: 'Otto',
    retweeted_status: '5',
  },
];

describe('posts of other programs', () => {
  it('of Zeeschuimer are read by platform; what is not known is counted', async () => {
    const db = freshDatabase();
    await changeSettings(db, (was) => ({ ...was, us: [{ site: null, handle: 'lumbrera_es' }] }));
    const report = await importForeign(db, new Blob([ZEESCHUIMER]), { now: 1_770_000_000_000 });
    expect(report).toMatchObject({ kind: 'zeeschuimer', unread: 2, added: { posts: 4, threads: 4 } });
    expect(await db.posts.get('x:19001')).toMatchObject({
      text: '@lumbrera_es ¿cuándo llega?',
      parentKey: 'x:19000',
      threadKey: 'x:19000',
      postedAt: Date.UTC(2018, 9, 10, 20, 19, 24),
      mention: 1,
      desk: 'open',
      counts: { likes: 3 },
    });
    expect(await db.posts.get('truthsocial.com:8')).toMatchObject({ text: 'uno & dos\ntres…' });
    expect(await db.posts.get('instagram:Cabc')).toMatchObject({ postedAt: 1_700_000_000_000 });
  });

  it('of twitter-web-exporter are read; a repost is nobody’s words, a link is a link of the web', async () => {
    const db = freshDatabase();
    const report = await importForeign(db, new Blob([`\ufeff${JSON.stringify(EXPORTER)}`]));
    expect(report).toMatchObject({ kind: 'twitterWebExporter', unread: 2, added: { posts: 1 } });
    expect(await db.posts.get('x:5')).toMatchObject({
      author: { name: 'Mía', handle: 'mia' },
      postedAt: Date.UTC(2026, 2, 1, 9),
      media: [{ url: 'https://pbs.example/1.jpg', alt: 'una jarra' }],
    });
  });

  it('join what was heard, and twice is once', async () => {
    const db = freshDatabase();
    await keepBatch(
      db,
      batch([heard('5', { site: 'x', text: 'Lumbrera va bien', author: { name: 'Mía', handle: 'mia', url: null } })]),
      1,
    );
    await importForeign(db, new Blob([JSON.stringify(EXPORTER)]), { now: 5 });
    const once = await everything(db);
    const again = await importForeign(db, new Blob([JSON.stringify(EXPORTER)]), { now: 5 });
    expect(again.added).toEqual({});
    expect(await everything(db)).toEqual(once);
    expect(await db.posts.count()).toBe(1);
  });

  it.each([
    ['of nobody known', '[{"a":1}]', 'notOurs'],
    ['that are no JSON', '[{"id":', 'damaged'],
    ['cut short', ZEESCHUIMER.slice(0, -30), 'damaged'],
    ['with lines of something else', '{"a":1}\n', 'notOurs'],
    ['that are a page', '<!doctype html>', 'notOurs'],
  ])('files %s are refused, and nothing is changed', async (_, text, kind) => {
    const db = freshDatabase();
    await expect(importForeign(db, new Blob([text]))).rejects.toMatchObject({ kind });
    expect(await db.posts.count()).toBe(0);
  });
});
