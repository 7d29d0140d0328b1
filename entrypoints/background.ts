/**
 * The only writer of what is heard. Asleep most of the time and killed at any moment: nothing is remembered here that is
 * not stored, and every listener is set before anything is awaited, so that each can wake it.
 */
import { liveQuery } from 'dexie';
import { defineBackground } from 'wxt/utils/define-background';
import { sites } from '../utils/adapters/registry';
import { keepStorageToOurselves } from '../utils/browser/access';
import { keepAlarms, onAlarm, wakeAt } from '../utils/browser/alarms';
import { awakeFor } from '../utils/browser/alive';
import { showBadge } from '../utils/browser/badge';
import { makeContextMenu, onContextMenu } from '../utils/browser/context-menu';
import { type Began, onBegan } from '../utils/browser/lifecycle';
import { localValue } from '../utils/browser/local';
import { allowOnce, forgetClosedTabs, isAllowedOnce } from '../utils/browser/once';
import { openPanel } from '../utils/browser/panel';
import { grantedPatterns, onPermissionsChanged } from '../utils/browser/permissions';
import { injectInto, injectIntoOpenTabs, mayListen, syncRegistrations } from '../utils/browser/registration';
import { firstThisSession } from '../utils/browser/session';
import { allTabs, openOptions, originOf, tabsCovered } from '../utils/browser/tabs';
import { clearTrouble, readTrouble, type Trouble, writeTrouble } from '../utils/browser/trouble';
import type { CaptureBatch } from '../utils/core/capture';
import { covers } from '../utils/core/patterns';
import { BringingIn, together } from '../utils/keeping/exclusive';
import { finishForgettingPeople } from '../utils/keeping/forget';
import { applyRetention } from '../utils/keeping/retention';
import { scrubIfOwed } from '../utils/keeping/scrub';
import { undoUnfinished } from '../utils/keeping/undo';
import { sendToTab } from '../utils/messaging/channel';
import {
  type FromPageHandlers,
  onFromPage,
  onFromScreen,
  type PageSender,
} from '../utils/messaging/channel-background';
import { newThemes } from '../utils/store/alerts';
import { keepBatch } from '../utils/store/captures';
import { database, openDatabase, probed } from '../utils/store/db';
import { nextReturn, peopleWaiting, returnSnoozed } from '../utils/store/desk';
import { finishForgetting } from '../utils/store/erase';
import { storeError } from '../utils/store/errors';
import { checkLedger, type Ledger, writeLedger } from '../utils/store/ledger';
import { markSilence } from '../utils/store/pairs';
import { queueNews } from '../utils/store/queue';
import { needsRederive, rederive } from '../utils/store/rederive';
import { countRefused } from '../utils/store/refusals';
import { allShortcuts } from '../utils/store/saved-replies';
import { rememberPutById } from '../utils/store/sent';
import { readSettings } from '../utils/store/settings';
import { recountTally } from '../utils/store/tally';
import { analysed, followNotices, lookForNews } from '../utils/unattended/background';
import { askAnalysis } from '../utils/unattended/for-pages';
import { marksForPages } from '../utils/unattended/marks';

/** The ledger is written this long after the last batch: it may lag behind the store, never run ahead. */
const LEDGER_MS = 2_000;

const ledger = localValue<Ledger>('ledger');
let opening: Promise<unknown> | undefined;
let ledgerTimer: ReturnType<typeof setTimeout> | undefined;
let troubled: boolean | undefined;
const watched: { unsubscribe(): void }[] = [];

export default defineBackground(() => {
  onFromPage({ hello, captured, ...forBoxes, ...forMarks }, isHome, refused);
  onFromScreen(
    {
      listen: ({ pattern }) => listen(pattern),
      pause: ({ pattern }) => pause(pattern),
      captureOnce: ({ tabId }) => captureOnce(tabId),
      analysed: () => settled(() => analysed(database())).then(() => ({ ok: true })),
      awake: async () => ({ ok: true }),
    },
    refused,
  );
  onBegan((how) => void begin(how));
  onPermissionsChanged(() => void settled(recheckAll));
  onAlarm({
    tend: () => void settled(tend),
    retention: () => void settled(() => awakeFor(retain())),
    snooze: () => void settled(bringBack),
    themes: () => void settled(() => lookForNews(database())),
  });
  onContextMenu({
    capturePage: ({ tabId }) => void captureOnce(tabId),
    openDesk: ({ windowId }) => void openPanel(windowId),
  });
  forgetClosedTabs();
  followNotices();
  void keepStorageToOurselves();
  void settled(watchDesk);
});

/** Opens the store, or says in words that it cannot be opened. */
function opened(): Promise<unknown> {
  // A restore that was cut short is undone before anything is heard.
  opening ??= awakeFor(openDatabase().then(undoUnfinished)).catch((fault: unknown) => {
    opening = undefined;
    throw fault;
  });
  return opening;
}

/** Work whose failure is told on a screen rather than thrown at nobody. */
async function settled(work: () => Promise<unknown>): Promise<void> {
  try {
    await opened();
    await work();
  } catch (fault) {
    await tell(fault);
  }
}

async function tell(fault: unknown): Promise<void> {
  const trouble: Trouble = { kind: storeError(fault).kind, at: Date.now() };
  troubled = true;
  await writeTrouble(trouble);
  await showBadge(0, true);
}

/** What was in the way of keeping is gone. A loss stays told until it was read. */
async function relieve(): Promise<void> {
  if (troubled === false) return;
  troubled = false;
  const trouble = await readTrouble();
  if (!trouble || trouble.lost) return;
  await clearTrouble();
  await showBadge(await peopleWaiting(database()), false, await newThemes(database(), Date.now()));
  await watchDesk();
}

async function hello(_: { url: string }, sender: PageSender): Promise<{ listening: boolean }> {
  return { listening: await isListened(sender) };
}

/** For whoever writes in a page we listen to. Drafts are made where the analysis is. */
const forBoxes: Pick<FromPageHandlers, 'shortcuts' | 'drafts' | 'expand' | 'put'> = {
  shortcuts: async (_, page) => ({ shortcuts: (await isListened(page)) ? await allShortcuts(database()) : [] }),
  drafts: (box, page) => hosted(page, () => askAnalysis('drafts', box)),
  expand: (typed, page) => hosted(page, () => askAnalysis('expand', typed)),
  put: async (put, page) => ({ ok: (await isListened(page)) && (await rememberPutById(database(), put)) }),
};

const forMarks = marksForPages(database, async (page) => ((await isListened(page)) ? readSettings(database()) : null));

async function hosted<Answer>(page: PageSender, ask: () => Promise<Answer>): Promise<Answer> {
  if (!(await isListened(page))) throw new Error('not listening there');
  return ask();
}

async function isListened({ origin, tabId }: PageSender): Promise<boolean> {
  await opened();
  const [settings, granted] = await Promise.all([readSettings(database()), grantedPatterns()]);
  return mayListen(settings, granted, origin) || (await isAllowedOnce(tabId, origin));
}

async function captured(batch: CaptureBatch, sender: PageSender): Promise<{ ack: string[] }> {
  try {
    await opened();
    const ack = await together(() => keepBatch(database(), batch, Date.now(), sender.origin));
    void relieve().catch(() => undefined);
    writeLedgerSoon();
    return { ack };
  } catch (fault) {
    // A copy is being brought in: the page keeps what it has and sends it again.
    if (fault instanceof BringingIn) throw fault;
    // A full disk closes the connection, and the next open fails as long as it is full: each try begins with an open.
    opening = undefined;
    await tell(fault).catch(() => undefined);
    throw fault;
  }
}

/** Where a site with an adapter of its own lives, so that no other page can speak in its name. */
function isHome(id: string, origin: string): boolean {
  return sites.some((site) => site.id === id && site.matches.some((match) => covers(match, `${origin}/`)));
}

function refused(_: string, parts: number): void {
  void countRefused(database(), parts).catch(() => undefined);
}

async function listen(pattern: string): Promise<{ ok: boolean }> {
  await opened();
  await syncNow();
  await injectIntoOpenTabs([pattern], (await readSettings(database())).sites);
  return { ok: true };
}

async function pause(pattern: string): Promise<{ ok: boolean }> {
  await opened();
  await syncNow();
  const tabs = await tabsCovered(pattern);
  await Promise.all(tabs.map((tabId) => sendToTab(tabId, 'stop', {})));
  return { ok: true };
}

async function captureOnce(tabId: number): Promise<{ ok: boolean; reason?: string }> {
  const origin = await originOf(tabId);
  if (origin === null) return { ok: false, reason: 'notAPage' };
  await allowOnce(tabId, origin);
  return (await injectInto(tabId)) ? { ok: true } : { ok: false, reason: 'notAllowed' };
}

async function syncNow(): Promise<string[]> {
  const { matches } = await syncRegistrations(await readSettings(database()));
  return matches;
}

/** A permission was given or taken away, perhaps in the browser's own settings: pages that listen ask again. */
async function recheckAll(): Promise<void> {
  await syncNow();
  await Promise.all((await allTabs()).map((tabId) => sendToTab(tabId, 'recheck', {})));
}

async function retain(): Promise<void> {
  const db = database();
  const { removed } = await applyRetention(db, await readSettings(db));
  if (removed > 0) await writeLedger(db, ledger);
  await scrubIfOwed(db).catch(() => undefined);
}

async function begin(how: Began): Promise<void> {
  await keepAlarms();
  if (how !== 'start') await makeContextMenu();
  if (how === 'install' && import.meta.env.MODE !== 'e2e') await openOptions('welcome');
  await settled(async () => {
    const matches = await syncNow();
    // Scripts of before the update are orphans: pages already open get a new one.
    if (how !== 'start') await injectIntoOpenTabs(matches, (await readSettings(database())).sites);
    await tend();
  });
}

async function tend(): Promise<void> {
  const db = database();
  await compareLedger();
  await bringBack();
  await queueNews(db);
  await markSilence(db);
  await recountTally(db);
  await awakeFor(finishForgetting(db).then(() => finishForgettingPeople(db)));
  // No room for it now: it stays owed.
  await awakeFor(scrubIfOwed(db).catch(() => undefined));
  if (await needsRederive(db)) await awakeFor(rederive(db));
  await writeLedger(db, ledger);
}

/** Once a session, before the ledger is first written over: is all that should be there still there? */
async function compareLedger(): Promise<void> {
  if (!(await firstThisSession('ledger'))) return;
  const condition = await checkLedger(database(), ledger, probed()?.dataLoss);
  if (condition.kind !== 'fine') await writeTrouble({ kind: condition.kind, lost: condition.lost, at: Date.now() });
}

async function bringBack(): Promise<void> {
  await returnSnoozed(database());
  await wakeAt('snooze', await nextReturn(database()));
}

function writeLedgerSoon(): void {
  clearTimeout(ledgerTimer);
  ledgerTimer = setTimeout(() => {
    void compareLedger()
      .then(() => writeLedger(database(), ledger))
      .catch(() => undefined);
  }, LEDGER_MS);
}

/** While awake, the badge and the next return follow every change, whoever makes it. A fault ends a subscription. */
async function watchDesk(): Promise<void> {
  const db = database();
  for (const subscription of watched.splice(0)) subscription.unsubscribe();
  const error = (fault: unknown): void => void tell(fault);
  watched.push(
    liveQuery(async () => [await peopleWaiting(db), await newThemes(db, Date.now())] as const).subscribe({
      next: ([people, themes]) => void showBadge(people, troubled === true, themes),
      error,
    }),
    liveQuery(() => nextReturn(db)).subscribe({ next: (when) => void wakeAt('snooze', when), error }),
  );
}
