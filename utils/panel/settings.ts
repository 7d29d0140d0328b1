/** The settings page: who we are, what we listen for and where, what is kept. Everything lives in the store. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Watch } from '../core/desk';
import type { SavedReply } from '../core/draft';
import type { OurAccount, Settings, SiteSetting } from '../core/settings';
import { importReplies } from '../replies/importing';
import { kindOfFault, type StoreErrorKind } from '../store/errors';
import { allHealth } from '../store/health';
import { allTags } from '../store/notes';
import { needsRederive, rederive } from '../store/rederive';
import {
  allSavedReplies,
  type BroughtIn,
  bringInReplies,
  removeSavedReply,
  type SavedReplyDraft,
  saveReply,
} from '../store/saved-replies';
import type { TertuliaDatabase } from '../store/schema';
import { readSettings } from '../store/settings';
import { allWatches, removeWatch, saveWatch } from '../store/watches';
import { live } from './live';
import { settingSteps } from './settings-steps';
import { hostOf, type SiteRow, siteRows } from './sites';
import { createUndo, type Undo } from './undo';

export interface Doors {
  /** Opens the browser's own question. Must be called first in the click. */
  ask(pattern: string): Promise<boolean>;
  granted(): Promise<string[]>;
  withdraw(pattern: string): Promise<boolean>;
  onPermissions(changed: () => void): void;
  listen(pattern: string): Promise<boolean>;
  pause(pattern: string): Promise<boolean>;
}

/** What became of a file of saved replies. */
export type BroughtReplies =
  | { kind: 'brought'; added: number; known: number; skipped: number }
  | { kind: 'tooLarge' | 'notUnderstood' };

export interface SettingsModel {
  readonly settings: ReadonlySignal<Settings | undefined>;
  readonly sites: ReadonlySignal<SiteRow[] | undefined>;
  readonly watches: ReadonlySignal<Watch[] | undefined>;
  readonly replies: ReadonlySignal<SavedReply[] | undefined>;
  /** Every tag in use, the most used first. */
  readonly tags: ReadonlySignal<readonly string[] | undefined>;
  /** While stored posts are looked at again because who we are, or a watch, changed. */
  readonly again: ReadonlySignal<{ done: number; total: number } | null>;
  readonly fault: ReadonlySignal<StoreErrorKind | null>;
  /** Pattern of the site whose question the user declined. */
  readonly denied: ReadonlySignal<string | null>;
  readonly undo: Undo;
  change(change: (settings: Settings) => Settings): Promise<void>;
  setBrands(brands: readonly string[]): Promise<void>;
  addAccount(account: OurAccount): Promise<void>;
  removeAccount(account: OurAccount): Promise<void>;
  saveWatch(draft: { id?: string; name: string; query: string }): Promise<void>;
  removeWatch(watch: Watch): Promise<void>;
  saveReply(draft: SavedReplyDraft): Promise<void>;
  removeReply(reply: SavedReply): Promise<void>;
  /** Brings in saved replies from a file of ours or of another tool. */
  bringReplies(file: { text(): Promise<string> }): Promise<BroughtReplies>;
  /** In the click: the browser asks for nothing else. */
  listen(pattern: string): void;
  pause(pattern: string): Promise<void>;
  withdraw(pattern: string): Promise<void>;
  changeSite(
    pattern: string,
    change: Partial<Pick<SiteSetting, 'keep' | 'retentionDays' | 'retentionOursDays' | 'marks'>>,
  ): Promise<void>;
  stopLookingAgain(): void;
}

/** Typing is over when nothing came for so long. */
const SETTLE_MS = 600;

const sameAccount = (a: OurAccount, b: OurAccount) => a.site === b.site && a.handle === b.handle;

export function openSettings(db: TertuliaDatabase, doors: Doors, ends: AbortSignal): SettingsModel {
  const fault = signal<StoreErrorKind | null>(null);
  const denied = signal<string | null>(null);
  const again = signal<{ done: number; total: number } | null>(null);
  const permissions = signal(0);
  const blame = (reason: unknown) => {
    fault.value = kindOfFault(reason);
  };
  const keep = async (work: () => Promise<unknown>) => {
    try {
      await work();
      fault.value = null;
    } catch (reason) {
      blame(reason);
    }
  };
  const undo = createUndo(blame);
  const settings = live(() => () => readSettings(db), ends);
  const watches = live(() => () => allWatches(db), ends);
  const replies = live(() => () => allSavedReplies(db), ends);
  const tags = live(() => async () => (await allTags(db)).map(({ tag }) => tag), ends);
  const sites = live(() => {
    permissions.value;
    return () => readSites(db, doors);
  }, ends);
  doors.onPermissions(() => {
    permissions.value += 1;
  });

  // Who we are decides what is a mention: posts already held are looked at again, once typing is over.
  let looking: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lookAgainSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void lookAgain(), SETTLE_MS);
  };
  async function lookAgain(): Promise<void> {
    looking?.abort();
    const mine = new AbortController();
    looking = mine;
    try {
      if (!(await needsRederive(db))) return;
      await rederive(db, {
        signal: AbortSignal.any([mine.signal, ends]),
        onProgress: (progress) => {
          if (looking === mine) again.value = progress;
        },
      });
    } catch (reason) {
      blame(reason);
    } finally {
      if (looking === mine) again.value = null;
    }
  }
  ends.addEventListener('abort', () => clearTimeout(timer), { once: true });

  const steps = settingSteps(db, undo, (keys, before) => {
    if (keys.includes('brands') || keys.includes('us')) lookAgainSoon();
    // What stands in a site's pages is another script: it is registered anew.
    for (const { pattern, listening } of keys.includes('sites') ? before.sites : [])
      if (listening) void keep(() => doors.listen(pattern));
  });
  const change = (apply: (settings: Settings) => Settings) => keep(() => steps.change(apply));
  /** In the click or key that takes a step back: the browser asks for nothing else, and not at all where its leave still stands. */
  const listenAgain = async (pattern: string) => {
    const asked = doors.ask(pattern);
    if (!(await asked)) {
      denied.value = pattern;
      throw new Error('declined');
    }
    await doors.listen(pattern);
  };
  const changeUs = async (apply: (settings: Settings) => Settings) => {
    await change(apply);
    lookAgainSoon();
  };

  return {
    settings: settings.value,
    sites: sites.value,
    watches: watches.value,
    replies: replies.value,
    tags: tags.value,
    again,
    fault,
    denied,
    undo,
    change,
    setBrands: (brands) => changeUs((was) => ({ ...was, brands: [...new Set(brands)] })),
    addAccount: (account) =>
      changeUs((was) => ({ ...was, us: [...was.us.filter((one) => !sameAccount(one, account)), account] })),
    removeAccount: (account) => changeUs((was) => ({ ...was, us: was.us.filter((one) => !sameAccount(one, account)) })),
    async saveWatch(draft) {
      const before = draft.id === undefined ? undefined : await db.watches.get(draft.id);
      await keep(async () => {
        const { id, name, query } = await saveWatch(db, draft);
        undo.did({ kind: 'written', what: 'watch', name: name || query }, async () => {
          await (before ? db.watches.put(before) : removeWatch(db, id));
          lookAgainSoon();
        });
      });
      lookAgainSoon();
    },
    async removeWatch(watch) {
      await keep(() => removeWatch(db, watch.id));
      lookAgainSoon();
      undo.did({ kind: 'removed', what: 'watch', name: watch.name || watch.query }, async () => {
        await db.watches.put(watch);
        lookAgainSoon();
      });
    },
    async saveReply(draft) {
      const before = draft.id === undefined ? undefined : await db.savedReplies.get(draft.id);
      await keep(async () => {
        const { id, name } = await saveReply(db, draft);
        undo.did({ kind: 'written', what: 'reply', name }, async () => {
          await (before ? db.savedReplies.put(before) : removeSavedReply(db, id));
        });
      });
    },
    async bringReplies(file) {
      const read = importReplies(await file.text().catch(() => ''));
      if ('fault' in read) return { kind: read.fault };
      let brought: BroughtIn = { added: [], known: 0 };
      await keep(async () => {
        brought = await bringInReplies(db, read.replies);
      });
      const { added, known } = brought;
      if (added.length > 0) {
        undo.did({ kind: 'brought', count: added.length }, () => db.savedReplies.bulkDelete(added.map(({ id }) => id)));
      }
      return { kind: 'brought', added: added.length, known, skipped: read.skipped };
    },
    async removeReply(reply) {
      await keep(() => removeSavedReply(db, reply.id));
      undo.did({ kind: 'removed', what: 'reply', name: reply.name }, async () => {
        await db.savedReplies.put(reply);
      });
    },
    listen(pattern) {
      const asked = doors.ask(pattern);
      denied.value = null;
      void keep(async () => {
        if (!(await asked)) denied.value = pattern;
        else if (!(await doors.listen(pattern))) throw new Error('not registered');
        else undo.did({ kind: 'site', on: true, site: hostOf(pattern) }, async () => void (await doors.pause(pattern)));
      });
    },
    pause: (pattern) =>
      keep(async () => {
        await doors.pause(pattern);
        undo.did({ kind: 'site', on: false, site: hostOf(pattern) }, () => listenAgain(pattern));
      }),
    withdraw: (pattern) =>
      keep(async () => {
        await doors.pause(pattern);
        await doors.withdraw(pattern);
        undo.did({ kind: 'site', on: false, site: hostOf(pattern) }, () => listenAgain(pattern));
      }),
    async changeSite(pattern, to) {
      await change((was) => ({
        ...was,
        sites: was.sites.map((site) => (site.pattern === pattern ? { ...site, ...to } : site)),
      }));
      // What stands in its pages is another script: it is registered anew, and pages that are open get it.
      if ('marks' in to) await keep(() => doors.listen(pattern));
    },
    stopLookingAgain() {
      batch(() => {
        looking?.abort();
        again.value = null;
      });
    },
  };
}

async function readSites(db: TertuliaDatabase, doors: Doors): Promise<SiteRow[]> {
  const [{ sites }, health] = await Promise.all([readSettings(db), allHealth(db)]);
  const counts = await Promise.all(
    health.map(async ({ site }): Promise<[string, number]> => {
      const ofSite = db.posts.where('[site+at]').between([site, -Infinity], [site, Infinity], true, true);
      return [site, await ofSite.count()];
    }),
  );
  return siteRows({ settings: sites, granted: await doors.granted(), health, posts: new Map(counts) });
}
