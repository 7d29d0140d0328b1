import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { ThemeScreen } from '../../components/themes/theme-screen';
import { ThemesScreen } from '../../components/themes/themes-screen';
import type { Theme } from '../../utils/core/theme';
import { type ThemesView, themeDetail, themesView } from '../../utils/panel/theme-view';
import type { ThemeModel, ThemePage, ThemesModel } from '../../utils/panel/themes';
import { stored } from '../core/sample';
import { speakSpanish } from '../text/speech';
import { press, pressable, settled, show, type } from './show';

const DAY = 86_400_000;
const NOW = new Date(2026, 10, 22, 12).getTime();

const posts = [
  stored('1', { text: 'Es como si la válvula no cerrara.', at: NOW - 3 * DAY, lang: 'es' }),
  stored('2', {
    text: 'Mine has a mat. The mat is wet.',
    at: NOW - 2 * DAY,
    lang: 'en',
    author: { name: 'Devendra K.', handle: 'dev', url: null },
    authorKey: 'foro.example:dev',
    waitsSince: NOW - 2 * DAY,
  }),
];
const theme: Theme = {
  id: 't',
  tier: 'alert',
  phase: 'emerging',
  label: 'un charco',
  terms: ['leaking tank'],
  postKeys: posts.map((post) => post.key),
  authorKeys: posts.map((post) => post.authorKey),
  threadKeys: ['a', 'b'],
  sites: ['foro.example', 'x'],
  langs: ['es', 'en'],
  startedAt: NOW - 3 * DAY,
  alertedAt: NOW - DAY,
  lastAt: NOW,
  timeline: Array.from({ length: 14 }, (_, i) => ({
    at: NOW - (13 - i) * DAY,
    observed: i > 10 ? i - 8 : 0,
    expected: 0.5,
    low: 0,
    high: 1,
    seen: 50 + i,
  })),
  quoteKeys: posts.map((post) => post.key),
  evidence: { people: 9, seen: 412, usual: 2 },
};
const held = new Map(posts.map((post) => [post.key, post]));

const list = (view: ThemesView | undefined, error: unknown = null): ThemesModel => ({
  view: signal(view),
  error: signal(error),
  now: signal(NOW),
  hear: vi.fn(async () => {}),
  accept: vi.fn(async () => {}),
});
const pageOf = (over: Partial<ThemePage> = {}): ThemePage => ({
  ...themeDetail(theme, held),
  tone: {
    shares: [
      { tone: 'negative', posts: 1 },
      { tone: null, posts: 1 },
    ],
    change: null,
  },
  tones: new Map([[posts[0]!.key, 'negative']]),
  langs: [
    { lang: 'es', posts: 1 },
    { lang: 'en', posts: 1 },
  ],
  posts,
  earlier: [],
  isToldElsewhere: false,
  near: [],
  notTheme: false,
  partOf: null,
  holds: [],
  cutFrom: null,
  gaveOff: [],
  mergeable: [],
  saved: null,
  cuts: [],
  notes: [],
  ...over,
});
const page = (over: Partial<ThemeModel> = {}): ThemeModel => ({
  view: signal(pageOf()),
  target: 'theme:t',
  error: signal(null),
  now: signal(NOW),
  rename: vi.fn(async () => {}),
  mute: vi.fn(async () => {}),
  hear: vi.fn(async () => {}),
  pin: vi.fn(async () => {}),
  reject: vi.fn(async () => {}),
  accept: vi.fn(async () => {}),
  takeOut: vi.fn(async () => {}),
  merge: vi.fn(async () => {}),
  cut: vi.fn(async () => {}),
  cutPicked: vi.fn(async () => {}),
  seen: vi.fn(async () => posts),
  elsewhere: vi.fn(async () => ({ found: [], missing: [] })),
  ...over,
});
const viewOf = (themes: Theme[], seen = 412) => themesView(themes, held, { posts: seen, since: NOW - 6 * DAY }, NOW);

/** Figures that stand outside what can be pressed: not days, not names, not words of people, not the picture. */
const closedFigures = (root: HTMLElement): string[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const closed: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement: at, textContent: text } = node;
    // Moments and waits are no counts.
    if (!/[1-9]/.test(text ?? '') || /\d:\d\d| days?$/.test(text ?? '') || !at) continue;
    if (at.closest('a,button,svg,time,bdi,th,caption,figcaption,h1,.age')) continue;
    const usual = at.closest('td') && at.closest('tr')?.children[2] === at;
    if (!usual) closed.push(text!);
  }
  return closed;
};

describe('the themes', () => {
  it('say how much was seen, and each theme its people, places and usual', () => {
    const root = show(<ThemesScreen model={list(viewOf([theme]))} />);
    const words = root.textContent!;
    expect(words).toMatch(/In 412 posts seen since \w+day, one theme is growing beyond its own past\./);
    expect(words).toContain('2 people in 2 threads on 2 sites; 2 would be usual. Since Thursday.');
    expect(words).toContain('One person waits for an answer.');
    expect(root.querySelector('svg.chart')?.getAttribute('aria-label')).toContain('at most 5, 5 on the last day');
    expect(pressable(root, 'un charco').getAttribute('href')).toBe('#/theme/t');
  });

  it('keep steady ones apart, and muted ones quiet until asked', () => {
    const model = list(
      viewOf([
        { ...theme, id: 's', phase: 'steady', timeline: [] },
        { ...theme, id: 'm', label: 'Black Friday', mutedUntil: NOW + DAY },
        { ...theme, id: 'n', label: 'Memes', mutedUntil: NOW + DAY },
      ]),
    );
    const root = show(<ThemesScreen model={model} />);
    expect(root.textContent).toContain('2 people in 2 threads on 2 sites, as always.');
    expect(root.textContent).toContain('“Black Friday” and one more will stay quiet.');
    pressable(root, 'Hear it again').click();
    expect(model.hear).toHaveBeenCalledWith('m');
  });

  it('keep what is no theme out of sight, and give it back when asked', () => {
    const model = list(viewOf([{ ...theme, id: 'no', notTheme: true }]));
    const root = show(<ThemesScreen model={model} />);
    const section = root.querySelector<HTMLElement>('[aria-labelledby=themes-rejected]')!;
    expect(section.querySelector('details')!.open).toBe(false);
    pressable(section, 'It is one').click();
    expect(model.accept).toHaveBeenCalledWith('no');
    expect(show(<ThemesScreen model={list(viewOf([theme]))} />).querySelector('#themes-rejected')).toBeNull();
  });

  it('say with figures when too little was seen, and when all is as usual', () => {
    expect(show(<ThemesScreen model={list(viewOf([], 64))} />).textContent).toContain(
      'You have seen 64 posts; 200 is usually enough.',
    );
    expect(show(<ThemesScreen model={list(viewOf([], 412))} />).textContent).toContain('You have seen 412 posts since');
    expect(show(<ThemesScreen model={list(viewOf([], 0))} />).textContent).not.toContain('0 posts');
    expect(show(<ThemesScreen model={list(undefined, new Error('x'))} />).querySelector('[role=alert]')).not.toBeNull();
    expect(show(<ThemesScreen model={list(undefined)} />).querySelector('.skeleton')).not.toBeNull();
  });
});

describe('a theme’s page', () => {
  it('tells who began, in both languages, with the evidence and its denominator', () => {
    const root = show(<ThemeScreen model={page()} singleKeys />);
    const words = root.textContent!;
    expect(words).toMatch(/Nerea Olmos told it first, on Thursday at .+, on foro\.example\./);
    expect(words).toMatch(/it was said in English, by Devendra K\. on foro\.example\./);
    expect(words).toContain('In 412 posts seen, 9 people say so; 2 would be usual.');
    expect(words).toContain('“leaking tank”');
    expect(pressable(root, 'Answer the one who waits').getAttribute('href')).toBe(
      '#/thread/foro.example%3At1/foro.example%3A2',
    );
    expect(root.querySelectorAll('.carried')).toHaveLength(2);
    speakSpanish();
    const spanish = show(<ThemeScreen key="es" model={page()} singleKeys />).textContent!;
    expect(spanish).toMatch(/Nerea Olmos lo contó primero, el jueves a las .+, en foro\.example\./);
    expect(spanish).toContain('En 412 mensajes vistos, lo dicen 9 personas; lo habitual sería 2.');
  });

  it('has a table behind its picture', () => {
    const rows = [...show(<ThemeScreen model={page()} singleKeys />).querySelectorAll('tbody tr')];
    expect(rows).toHaveLength(14);
    expect([...rows[13]!.children].map((cell) => cell.textContent)).toEqual(['today', '5', '0–1', '63']);
  });

  it('has no figure that does not open', async () => {
    const many = pageOf({
      near: [{ id: 'n', name: 'fugas', lastAt: NOW, earlier: false, people: ['foro.example:1'] }],
      earlier: [posts[0]!],
    });
    const model = page({ view: signal(many) });
    const root = show(<ThemeScreen model={model} singleKeys />);
    expect(closedFigures(root)).toEqual([]);
    for (const word of ['412 posts seen', '9 people say so', '2 would be usual', 'One person speaks of both']) {
      pressable(root, word).click();
      await settled();
      expect(root.querySelector('#theme-slice')?.textContent, word).toContain('post');
    }
    expect(model.seen).toHaveBeenCalledTimes(2);
  });

  it('lets posts be picked for a theme of their own', async () => {
    const model = page();
    const root = show(<ThemeScreen model={model} singleKeys />);
    pressable(root, 'More').click();
    await settled();
    pressable(root, 'Choose posts for a theme of their own').click();
    await settled();
    const boxes = root.querySelectorAll<HTMLInputElement>('input[type=checkbox]');
    expect(boxes).toHaveLength(posts.length);
    expect([...boxes].every((box) => box.getAttribute('aria-label'))).toBe(true);
    const make = () => [...root.querySelectorAll<HTMLButtonElement>('button.main')].at(-1)!;
    expect(make().disabled).toBe(true);
    boxes[0]!.click();
    await settled();
    expect(make().textContent).toBe('Make a theme of this post');
    make().click();
    expect(model.cutPicked).toHaveBeenCalledExactlyOnceWith([posts[0]!.key]);
  });

  it('is looked for in other languages only when asked, and says where the browser cannot', async () => {
    const alone = show(<ThemeScreen key="alone" model={page()} singleKeys />);
    expect(alone.textContent).not.toContain('other languages');
    const elsewhere = vi.fn(async () => ({
      found: [{ id: 'en', name: 'leaking tank', lang: 'en', says: 'depósito que pierde' }],
      missing: ['pt'],
    }));
    const model = page({ view: signal(pageOf({ isToldElsewhere: true })), elsewhere });
    const root = show(<ThemeScreen model={model} singleKeys />);
    await settled();
    expect(elsewhere).not.toHaveBeenCalled();
    pressable(root, 'Look for it in other languages').click();
    await settled();
    expect(root.textContent).toContain('In English, it says: depósito que pierde.');
    expect(root.textContent).toContain('This browser cannot translate from Portuguese.');
    pressable(root, 'Put this theme into it').click();
    expect(model.merge).toHaveBeenCalledExactlyOnceWith('en');
  });

  it('is renamed where its name stands; Escape leaves it as it was', async () => {
    const model = page();
    const root = show(<ThemeScreen model={model} singleKeys />);
    await settled();
    press('n');
    await settled();
    press('Escape', root.querySelector('form input')!);
    await settled();
    expect(root.querySelector('form')).toBeNull();
    press('n');
    await settled();
    type(root.querySelector('form input'), 'The puddle');
    root.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    expect(model.rename).toHaveBeenCalledExactlyOnceWith('The puddle');
  });

  it('is muted and pinned by keys, unless single keys are off', async () => {
    const off = page();
    show(<ThemeScreen model={off} singleKeys={false} />);
    await settled();
    press('m');
    expect(off.mute).not.toHaveBeenCalled();
    const on = page();
    show(<ThemeScreen key="on" model={on} singleKeys />);
    await settled();
    press('m');
    press('p');
    expect(on.mute).toHaveBeenCalledWith(null);
    expect(on.pin).toHaveBeenCalledWith(true);
  });

  it('offers the rest in a menu', async () => {
    const model = page();
    const root = show(<ThemeScreen model={model} singleKeys />);
    pressable(root, 'More').click();
    await settled();
    const items = [...root.querySelectorAll<HTMLElement>('[role=menuitem]')];
    expect(items.map((item) => item.textContent)).toEqual([
      'Give it another nameN',
      'PinP',
      'Mute for a time',
      'Mute for goodM',
      'Choose posts for a theme of their own',
      'This is no theme',
    ]);
    items.at(-1)!.click();
    expect(model.reject).toHaveBeenCalled();
  });

  it('is muted for as many days as are typed, and says until when; not for none', async () => {
    const mute = vi.fn(async (_until: number | null) => {});
    const root = show(<ThemeScreen model={page({ mute })} singleKeys />);
    pressable(root, 'More').click();
    await settled();
    const item = (word: string) =>
      [...root.querySelectorAll<HTMLElement>('[role=menuitem]')].find((one) => one.textContent === word)!;
    item('Mute for a time').click();
    await settled();
    item('Other days…').click();
    await settled();
    const field = root.querySelector<HTMLInputElement>('.theme-days-field input')!;
    const keep = () => {
      field.closest('form')!.requestSubmit();
      return settled();
    };
    type(field, '0');
    await settled();
    expect(root.textContent).toContain('From 1 to 365 days.');
    await keep();
    expect(mute).not.toHaveBeenCalled();
    type(field, '12');
    await settled();
    expect(root.textContent).toContain('It speaks again on');
    await keep();
    expect(mute).toHaveBeenCalledWith(NOW + 12 * DAY);
    expect(root.querySelector('.theme-days-field')).toBeNull();
  });

  it('says what was put together, taken apart and rejected, each with the way back', async () => {
    const model = page({
      view: signal(
        pageOf({
          notTheme: true,
          partOf: { id: 'whole', name: 'the flood' },
          holds: [{ id: 'part', name: 'the puddle' }],
          cutFrom: { id: 'old', name: 'the rain' },
          gaveOff: [{ id: 'new', name: 'the roof' }],
        }),
      ),
    });
    const root = show(<ThemeScreen model={model} singleKeys />);
    for (const name of ['the flood', 'the puddle', 'the rain', 'the roof'])
      expect([...root.querySelectorAll('a')].map((link) => link.textContent)).toContain(name);
    pressable(root, 'Take it out').click();
    expect(model.takeOut).toHaveBeenCalledWith('t');
    root.querySelector<HTMLElement>('[aria-label="Take “the puddle” out"]')!.click();
    expect(model.takeOut).toHaveBeenCalledWith('part');
    pressable(root, 'It is one').click();
    expect(model.accept).toHaveBeenCalled();
  });

  it('says whether it grows, by people of the last day against the day before', async () => {
    const people = (id: string, ago: number, who: string) =>
      stored(id, { at: NOW - ago, authorKey: `foro.example:${who}` });
    const spoke = [people('a', 30 * 3_600_000, 'ana'), people('b', 3_600_000, 'eva'), people('c', 60_000, 'noa')];
    const root = show(<ThemeScreen model={page({ view: signal(pageOf({ posts: spoke })) })} singleKeys />);
    expect(root.textContent).toContain('In the last 24 hours, 2 people; in the 24 before, 1 person.');
    pressable(root.querySelector<HTMLElement>('[aria-labelledby=theme-days]')!, '2 people').click();
    await settled();
    expect(root.querySelector('#theme-slice')?.textContent).toContain('2 posts of the last 24 hours');
    const old = posts.map((post) => ({ ...post, at: post.at - 9 * DAY }));
    const quiet = show(<ThemeScreen model={page({ view: signal(pageOf({ posts: old })) })} singleKeys />);
    expect(quiet.querySelector('[aria-labelledby=theme-days]')?.textContent).not.toContain('24 hours');
  });

  it('says so when it is gone', () => {
    const root = show(<ThemeScreen model={page({ view: signal(null) })} singleKeys />);
    expect(root.textContent).toContain('This theme is no longer kept.');
  });
});
