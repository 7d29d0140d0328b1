import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Foot } from '../../components/shell/foot';
import { Head } from '../../components/shell/head';
import { PaletteSheet } from '../../components/shell/palette';
import type { Analysis } from '../../utils/analysis/client';
import type { SiteHealth } from '../../utils/core/desk';
import { isHalfRead } from '../../utils/panel/heard';
import { paletteModel } from '../../utils/panel/palette';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { freshTable, HOUR, hear, type Seat, sit, until } from '../panel/table';
import { press, settled, show, type } from './show';

const health = (over: Partial<SiteHealth> = {}): SiteHealth => ({
  site: 'pedaleo.example',
  adapter: 'generic',
  at: 1_000_000,
  onPage: 41,
  read: 41,
  missing: {},
  faults: 0,
  ...over,
});

describe('the foot', () => {
  const foot = (last: SiteHealth | null | undefined, halfRead: SiteHealth[] = []) =>
    show(<Foot last={last} halfRead={halfRead} now={1_003_000} onKeys={() => undefined} />).querySelector('p')
      ?.textContent;

  it('says what is listened to, and when it was heard last', () => {
    expect(foot(health())).toMatch(/^pedaleo\.example: 41 posts, the last 3 ?s(ec)?\.? ago$/);
    expect(foot(health({ read: 1 }))).toMatch(/^pedaleo\.example: 1 post, /);
    expect(foot(null)).toBe('No sites to listen to yet');
    expect(foot(undefined)).toBe('');
  });

  it('warns of a site half read until it heals, and says what is safe', () => {
    expect(foot(health(), [health({ read: 19, onPage: 31 })])).toBe(
      'pedaleo.example is half read. 19 of 31 posts. What was kept is safe.',
    );
  });

  it('takes a field that some posts lack for no fault, and one that many lack for one', () => {
    expect(isHalfRead(health())).toBe(false);
    expect(isHalfRead(health({ missing: { time: 2 } }))).toBe(false);
    expect(isHalfRead(health({ missing: { time: 30 } }))).toBe(true);
    expect(isHalfRead(health({ read: 30 }))).toBe(true);
    expect(isHalfRead(health({ read: 0, onPage: 0 }))).toBe(false);
  });
});

describe('the head', () => {
  it('has no link that leads nowhere, and says where one is', () => {
    const page = show(
      <Head
        route={{ screen: 'thread', thread: 't', post: null }}
        onSearch={() => undefined}
        onSettings={() => undefined}
      />,
    );
    expect([...page.querySelectorAll('nav a')].map((link) => link.getAttribute('href'))).toEqual([
      '#/desk',
      '#/themes',
      '#/people',
      '#/ready',
    ]);
    expect(page.querySelector('[aria-current=page]')?.textContent).toBe('Desk');
  });
});

describe('the palette', () => {
  let db: TertuliaDatabase;
  let seat: Seat;
  beforeEach(async () => {
    db = await freshTable();
    seat = sit(db);
    await hear(db, [
      { id: 'a', name: 'Leire Zubiri', text: 'Farol, se apaga en cuesta.', ago: HOUR },
      { id: 'b', name: 'Bram Osterhuis', text: 'Nada que ver con la cuesta.', ago: HOUR },
    ]);
  });
  afterEach(async () => {
    seat.ends.abort();
    await db.delete();
  });

  async function open() {
    const model = paletteModel(seat.panel, { acts: ['keys', 'settings'], wordOf: (what) => what }, seat.ends.signal);
    const onPick = vi.fn();
    const page = show(<PaletteSheet model={model} now={Date.now()} onPick={onPick} onClose={() => undefined} />);
    const field = page.querySelector('input') as HTMLInputElement;
    const options = () => [...page.querySelectorAll('[role=option]')].map((option) => option.textContent);
    await settled();
    return { page, field, options, onPick, model };
  }

  it('offers where one can go before anything is typed', async () => {
    const { options } = await open();
    expect(options()).toEqual(['Desk', 'Themes', 'People', 'Ready?', 'All keys', 'Settings']);
  });

  it('finds people by the beginning of a name, and what was said by half a word', async () => {
    const { field, options } = await open();
    type(field, 'zub');
    await until(() => expect(options()[0]).toMatch(/^LZLeire Zubiri/));
    type(field, 'cues');
    await until(() => expect(options()).toHaveLength(2));
  });

  it('is walked with arrows and picked with Enter, without leaving the field', async () => {
    const { field, onPick, model } = await open();
    press('ArrowDown', field);
    await settled();
    expect(field.getAttribute('aria-activedescendant')).toBe('palette-1');
    press('Enter', field);
    expect(onPick.mock.calls[0]?.[0]).toMatchObject({ kind: 'screen', screen: 'themes' });
    expect(model.routeOf(onPick.mock.calls[0]?.[0])).toEqual({ screen: 'themes' });
  });

  it('has what is meant by its name before looking for those words, in whatever order they are typed', async () => {
    const words: Record<string, string> = { export: 'Take conversations away…', search: 'Search everything' };
    const acts = ['search', 'note', 'export', 'steps'] as const;
    const model = paletteModel(seat.panel, { acts, wordOf: (what) => words[what] ?? what }, seat.ends.signal);
    const ids = () => model.results.value.map(({ id }) => id);
    expect(ids().slice(-4)).toEqual(['act search', 'act note', 'act export', 'act steps']);
    for (const typed of ['Take conv', 'conv take', 'TÁKE']) {
      model.type(typed);
      expect(ids()).toEqual(['act export', 'act search']);
    }
    model.type('cuesta');
    await until(() =>
      expect(ids()).toEqual(['act search', expect.stringMatching(/^post /), expect.stringMatching(/^post /)]),
    );
  });

  it('asks the index where there is one, again while it grows, and looks itself where it fails', async () => {
    const [post] = await db.posts.toArray();
    const grows = [
      { posts: [], indexed: 1 },
      { posts: [post], indexed: 2 },
    ];
    const search = vi.fn(async (query: string) => {
      if (query.startsWith('cuesta')) throw new Error('gone');
      return { more: false, people: [], notes: [], total: 2, ...grows.shift() };
    });
    seat.panel.takeAnalysis({ search, close: () => undefined } as unknown as Analysis);
    const model = paletteModel(seat.panel, { acts: [], wordOf: (what) => what }, seat.ends.signal);
    model.type('farola');
    await until(() => expect(model.results.value.map(({ id }) => id)).toEqual([`post ${post?.key}`]));
    expect(search).toHaveBeenCalledTimes(2);
    expect(model.searching.value).toBe(false);
    model.type('cuesta');
    await until(() => expect(model.results.value).toHaveLength(2));
  });

  it('says so when nothing was said like that', async () => {
    const { field, page } = await open();
    type(field, 'zzzz');
    await until(() => expect(page.textContent).toContain('Nothing was said like that.'));
  });
});
