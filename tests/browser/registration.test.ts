import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SiteSetting } from '../../utils/core/settings';

type Script = { id: string; matches: string[]; excludeMatches?: string[] };
const granted = { origins: [] as string[] };
const registered = new Map<string, Script>();
const injected: number[] = [];
let files: string[] = [];
const tabs = [
  { id: 1, url: 'https://foro.example/a' },
  { id: 2, url: 'https://foro.example/b', discarded: true },
  { id: 3, url: 'chrome://settings' },
];
const session = new Map<string, unknown>();

vi.mock('wxt/browser', () => ({
  browser: {
    permissions: { getAll: async () => granted },
    scripting: {
      getRegisteredContentScripts: async () => [...registered.values()],
      registerContentScripts: async (scripts: Script[]) => {
        for (const script of scripts) {
          if (registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          await Promise.resolve();
          registered.set(script.id, script);
        }
      },
      updateContentScripts: async (scripts: Script[]) => {
        for (const script of scripts) {
          if (!registered.has(script.id)) throw new Error('no such script');
          registered.set(script.id, script);
        }
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids) if (!registered.delete(id)) throw new Error('no such script');
      },
      executeScript: async ({ target, files: given }: { target: { tabId: number }; files: string[] }) => {
        if (target.tabId === 3) throw new Error('Cannot access a chrome:// URL');
        files = given;
        injected.push(target.tabId);
      },
    },
    tabs: { query: async () => tabs, onRemoved: { addListener: vi.fn() } },
    storage: {
      session: {
        get: async (key: string) => ({ [key]: session.get(key) }),
        set: async (values: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(values)) session.set(key, value);
        },
      },
    },
  },
}));
const { injectIntoOpenTabs, injectInto, mayListen, scriptsFor, syncRegistrations, wantedMatches } = await import(
  '../../utils/browser/registration'
);
const { allowOnce, isAllowedOnce } = await import('../../utils/browser/once');
const { firstThisSession } = await import('../../utils/browser/session');

const site = (pattern: string, listening = true): SiteSetting => ({
  pattern,
  listening,
  keep: 'everything',
  retentionDays: null,
});
const FORO = 'https://foro.example/*';
const OTRO = 'https://otro.example/*';

beforeEach(() => {
  granted.origins = [];
  registered.clear();
  injected.length = 0;
  session.clear();
});

describe('where the capture script runs', () => {
  it.each([
    ['nowhere by itself', [], [FORO], []],
    ['not without permission', [site(FORO)], [], []],
    ['not where we do not listen', [site(FORO, false)], [FORO], []],
    ['where we listen and may', [site(FORO), site(OTRO)], [FORO], [FORO]],
    ['sorted and once', [site(OTRO), site(FORO), site(FORO)], [FORO, OTRO], [FORO, OTRO]],
    ['by a wider permission', [site(FORO)], ['https://*/*'], [FORO]],
  ])('%s', (_, sites, origins, matches) => {
    expect(wantedMatches({ sites }, origins, false)).toEqual({ matches, excludeMatches: [] });
  });

  it('in builds for tests everywhere, except where paused', () => {
    const wanted = { matches: ['<all_urls>'], excludeMatches: [OTRO] };
    expect(wantedMatches({ sites: [site(FORO), site(OTRO, false)] }, [], true)).toEqual(wanted);
  });
});

describe('whether a page may be listened to', () => {
  const sites = [site(FORO), site(OTRO, false), site('https://*.red.example/*')];
  it.each([
    ['https://foro.example', [FORO], false, true],
    ['https://foro.example', [], false, false],
    ['http://foro.example', [FORO], false, false],
    ['https://foro.example.evil.example', [FORO], false, false],
    ['https://evilforo.example', [FORO], false, false],
    ['https://otro.example', [OTRO], false, false],
    ['https://otro.example', [], true, false],
    ['https://nuevo.example', ['https://nuevo.example/*'], false, false],
    ['https://nuevo.example', ['<all_urls>'], true, true],
    ['https://nuevo.example', [], true, false],
    ['https://a.red.example', ['https://*.red.example/*'], false, true],
    ['null', ['<all_urls>'], false, false],
  ])('%s with %j', (origin, origins, everywhere, expected) => {
    expect(mayListen({ sites }, origins, origin, everywhere)).toBe(expected);
  });
});

describe('registering', () => {
  it('is computed whole: put, changed, taken away', async () => {
    granted.origins = [FORO, OTRO];
    await syncRegistrations({ sites: [site(FORO)] });
    expect([...registered.values()]).toMatchObject([{ matches: [FORO], allFrames: true, matchOriginAsFallback: true }]);
    await syncRegistrations({ sites: [site(FORO), site(OTRO)] });
    expect([...registered.values()].flatMap(({ matches }) => matches)).toEqual([FORO, OTRO]);
    granted.origins = [];
    await syncRegistrations({ sites: [site(FORO), site(OTRO)] });
    expect(registered.size).toBe(0);
    await syncRegistrations({ sites: [] });
  });

  it('many at once register once', async () => {
    granted.origins = [FORO];
    await Promise.all(Array.from({ length: 10 }, () => syncRegistrations({ sites: [site(FORO)] })));
    expect(registered.size).toBe(1);
  });
});

describe('badges and notes in the page', () => {
  const LINKEDIN = 'https://www.linkedin.com/*';
  const isMarked = (pattern: string, marks?: boolean) => {
    const settings = [{ ...site(pattern), ...(marks !== undefined && { marks }) }];
    const scripts = scriptsFor({ matches: [pattern], excludeMatches: [] }, settings);
    expect(scripts.flatMap(({ js }) => js)).toContain('/capture.js');
    return scripts.some(({ js }) => js.includes('/marks.js'));
  };

  it.each([
    ['a site that says nothing against it', FORO, undefined, true],
    ['a site where they were switched off', FORO, false, false],
    ['LinkedIn, whose terms forbid it', LINKEDIN, undefined, false],
    ['LinkedIn in another country', 'https://es.linkedin.com/*', undefined, false],
    ['LinkedIn with all its hosts', 'https://*.linkedin.com/*', undefined, false],
    ['LinkedIn where the user wants them all the same', LINKEDIN, true, true],
    ['a host that only sounds like it', 'https://notlinkedin.com/*', undefined, true],
  ])('%s', (_, pattern, said, expected) => expect(isMarked(pattern, said)).toBe(expected));

  it('what was said of a whole site holds for the host of a tab that is open', async () => {
    const said = [{ ...site('https://*.linkedin.com/*'), marks: true }];
    const isMarkedOpen = async (settings: typeof said) => {
      await injectInto(1, 'https://es.linkedin.com/feed/', settings);
      return files.includes('/marks.js');
    };
    expect(await isMarkedOpen(said)).toBe(true);
    expect(await isMarkedOpen([{ ...site('https://*.linkedin.com/*'), marks: false }])).toBe(false);
    expect(await isMarkedOpen([])).toBe(false);
  });

  it('in builds for tests too, the script is not registered for LinkedIn', () => {
    const scripts = scriptsFor({ matches: ['<all_urls>'], excludeMatches: [] });
    const marked = scripts.filter(({ js }) => js.includes('/marks.js')).flatMap(({ matches }) => matches);
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.filter((match) => match.includes('linkedin.com'))).toEqual([]);
  });
});

it('runs in tabs that are open, and passes over those it may not touch', async () => {
  await injectIntoOpenTabs([FORO]);
  expect(injected).toEqual([1]);
  await injectIntoOpenTabs([]);
  expect(injected).toEqual([1]);
  expect(await injectInto(3)).toBe(false);
});

it('a tab read once is read on the same origin only', async () => {
  await allowOnce(7, 'https://foro.example');
  expect(await isAllowedOnce(7, 'https://foro.example')).toBe(true);
  expect(await isAllowedOnce(7, 'https://otro.example')).toBe(false);
  expect(await isAllowedOnce(8, 'https://foro.example')).toBe(false);
});

it('the first time in a session is the first once', async () => {
  expect(await firstThisSession('ledger')).toBe(true);
  expect(await firstThisSession('ledger')).toBe(false);
  expect(await firstThisSession('other')).toBe(true);
});
