import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { Popup } from '../../components/popup/popup';
import type { SiteHealth } from '../../utils/core/desk';
import type { PopupModel } from '../../utils/panel/popup';
import type { Here, PageState } from '../../utils/panel/popup-view';
import { stored } from '../core/sample';
import { speakSpanish } from '../text/speech';
import { pressable, settled, show, type } from './show';

const NOW = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;
const pattern = 'https://foro.example/*';

const HEALTH: SiteHealth = {
  site: 'foro.example',
  adapter: 'discourse',
  at: NOW,
  onPage: 46,
  read: 46,
  missing: {},
  faults: 0,
};

const heard = (over: Partial<Extract<PageState, { kind: 'heard' }>> = {}): PageState => ({
  kind: 'heard',
  siteName: 'Foro',
  pattern,
  listening: true,
  confirmed: true,
  health: HEALTH,
  ...over,
});

const nobody: Here = { waiting: [], newcomers: [], helper: null, theme: null };

function aModel(page: PageState, here: Here | null = null, over: Partial<PopupModel> = {}): PopupModel {
  return {
    page: signal(page),
    here: signal(here),
    busy: signal(null),
    fault: signal(null),
    storeFault: signal(null),
    note: signal(null),
    listenHere: vi.fn(),
    pauseHere: vi.fn(),
    captureOnce: vi.fn(),
    openPanel: vi.fn(),
    keepNote: vi.fn(async () => {}),
    troubleRead: vi.fn(),
    ...over,
  };
}

describe('the popup', () => {
  it('puts a person first: who, how long, their words, and what can be done', async () => {
    const post = stored('1', { text: 'Tercera vez que lo cuento.', waitsSince: NOW - 3 * DAY });
    const model = aModel(heard(), { ...nobody, waiting: [{ post, since: post.waitsSince! }] });
    const root = show(<Popup model={model} now={NOW} />);
    expect(root.textContent).toContain('46 posts on the page, 46 read');
    expect(root.querySelector('.words')?.textContent).toBe('Tercera vez que lo cuento.');
    expect(root.querySelector('.debt.long')?.textContent).toContain('3 days');
    pressable(root, 'Reply').click();
    expect(model.openPanel).toHaveBeenCalledWith('#/thread/foro.example%3At1/foro.example%3A1');

    pressable(root, 'Note').click();
    await settled();
    type(root.querySelector('textarea'), 'Llamarla.');
    await settled();
    root.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await settled();
    expect(model.keepNote).toHaveBeenCalledWith(post.key, 'Llamarla.', []);
    expect(root.textContent).toContain('Your note is kept.');
  });

  it('names newcomers, who answers for us, and the theme', () => {
    const model = aModel(heard(), {
      waiting: [],
      newcomers: [{ id: 'a', name: 'Tomás' }],
      helper: { id: 'b', name: 'Rosa', words: 'He vuelto a la 3.1', lang: 'es' },
      theme: { id: 't', name: 'un charco', lang: 'es' },
    });
    const root = show(<Popup model={model} now={NOW} />);
    for (const words of [
      'Tomás has just arrived',
      'Rosa answers for us: “He vuelto a la 3.1”',
      'Emerging here: un charco',
    ]) {
      expect(root.textContent).toContain(words);
    }
    pressable(root, 'un charco').click();
    expect(model.openPanel).toHaveBeenCalledWith('#/theme/t');
  });

  it('says in plain words what is half read, and what is not yet sure', () => {
    const health = { ...HEALTH, read: 19, onPage: 31, missing: { time: 31, xyz: 2 } };
    const root = show(<Popup model={aModel(heard({ health, confirmed: false }), nobody)} now={NOW} />);
    for (const words of [
      '31 posts on the page, 19 read',
      'This page is half read.',
      'The time is missing in all of them.',
      'Xyz is missing in 2.',
      'What was kept is safe.',
      'Not yet confirmed on the live site.',
    ]) {
      expect(root.textContent).toContain(words);
    }
  });

  const states: [string, PopupModel, string][] = [
    ['not listening yet', aModel({ kind: 'silent', host: 'foro.example', pattern, granted: false }), 'Listen here'],
    ['stopped here', aModel({ kind: 'silent', host: 'foro.example', pattern, granted: true }), 'Listen here'],
    ['open before', aModel({ kind: 'asleep', host: 'foro.example', pattern }), 'Listen here'],
    ['the browser’s own page', aModel({ kind: 'unreadable', why: 'browser' }), 'Open the desk'],
    ['a shop', aModel({ kind: 'unreadable', why: 'shop' }), 'Open the desk'],
    ['a file', aModel({ kind: 'unreadable', why: 'file' }), 'Open the desk'],
    ['no page', aModel({ kind: 'unreadable', why: 'none' }), 'Open the desk'],
    ['looking', aModel({ kind: 'looking' }), 'Open the desk'],
    ['listening, nothing heard', aModel(heard({ health: { ...HEALTH, onPage: 0, read: 0 } }), nobody), 'Open the desk'],
    ['nobody waits', aModel(heard(), nobody), 'Open the desk'],
    ['read once', aModel(heard({ listening: false }), nobody), 'Open the desk'],
    ['denied', aModel(heard(), nobody, { fault: signal('denied') }), 'Open the desk'],
    ['damaged store', aModel(heard(), null, { storeFault: signal('damaged') }), 'Open the desk'],
    ['overfull', aModel(heard(), null, { storeFault: signal('quota') }), 'Open the desk'],
    ['emptied', aModel(heard(), null, { storeFault: signal('emptied') }), 'Open the desk'],
  ];

  it.each(states)('%s: one main button, and no word missing in either language', (_, model, main) => {
    const root = show(<Popup model={model} now={NOW} />);
    expect([...root.querySelectorAll('.button.main')].map((one) => one.textContent?.trim())).toEqual([main]);
    const keyLike = /\b(popup|store|storeHelp|field|missing)[A-Z_]\w+/;
    expect(root.textContent).not.toMatch(keyLike);
    speakSpanish();
    const spanish = show(<Popup key="es" model={model} now={NOW} />);
    expect(spanish.textContent).not.toMatch(keyLike);
    expect(spanish.querySelector('.button.main')?.textContent).not.toBe(main);
  });

  it('does what its buttons say', () => {
    const silent = aModel({ kind: 'silent', host: 'foro.example', pattern, granted: false });
    let root = show(<Popup model={silent} now={NOW} />);
    pressable(root, 'Listen here').click();
    pressable(root, 'Read this page once').click();
    pressable(root, 'Open the desk').click();
    expect(silent.listenHere).toHaveBeenCalledOnce();
    expect(silent.captureOnce).toHaveBeenCalledOnce();
    expect(silent.openPanel).toHaveBeenCalledWith('#/desk');

    const listening = aModel(heard(), nobody);
    root = show(<Popup model={listening} now={NOW} />);
    pressable(root, 'Stop here').click();
    expect(listening.pauseHere).toHaveBeenCalledOnce();

    const emptied = aModel(heard(), null, { storeFault: signal('emptied') });
    root = show(<Popup model={emptied} now={NOW} />);
    pressable(root, 'Go on').click();
    expect(emptied.troubleRead).toHaveBeenCalledOnce();
  });
});
