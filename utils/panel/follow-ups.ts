/** What we promised and what they closed: proposed with one key, said in a toast, always to be taken back. */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { PostKey } from '../core/post';
import type { OurPromise } from '../core/promise';
import { workClock } from '../readiness/hours';
import { remindAt } from '../replies/remind';
import { setStates } from '../store/desk';
import { closedSince, promisesIn, settlePromise, takeOnPromise } from '../store/sent';
import { live } from './live';
import type { Panel } from './panel';

export interface FollowUps {
  /** Spotted in what we sent, and not decided on yet; newest first. */
  readonly proposed: ReadonlySignal<readonly OurPromise[]>;
  /** To be kept, by the post whose case comes back. */
  readonly open: ReadonlySignal<ReadonlyMap<PostKey, OurPromise>>;
  /** When the case would come back. */
  when(promise: OurPromise): number;
  takeOn(promise: OurPromise): Promise<void>;
  drop(promise: OurPromise): Promise<void>;
}

export function followUpsModel(panel: Panel, ends: AbortSignal): FollowUps {
  const { db, undo } = panel;
  const asked = live(() => () => promisesIn(db, 'proposed'), ends);
  const taken = live(
    () => async () => new Map(oneAReply(await promisesIn(db, 'open')).map((one) => [one.post, one] as const)),
    ends,
  );
  // Nobody is reminded in the middle of the night: in our own hours, where they were said.
  const isOurs = computed(() => {
    const { hours } = panel.settings.value;
    return hours?.week.some((blocks) => blocks.length > 0) ? workClock(hours).isIn : undefined;
  });
  sayClosed(panel, ends);
  return {
    proposed: computed(() => oneAReply(asked.value.value ?? [])),
    open: computed(() => taken.value.value ?? new Map()),
    when: (promise) => remindAt(promise.due, panel.now.value, isOurs.value),
    async takeOn(promise) {
      const now = Date.now();
      const until = remindAt(promise.due, now, isOurs.value);
      let back: () => Promise<void> = async () => undefined;
      const kept = await panel.keep(async () => {
        back = await takeOnPromise(db, promise, until, now);
      });
      if (kept) undo.did({ kind: 'promise', people: [promise.person], until }, () => back());
    },
    async drop(promise) {
      let before: OurPromise[] = [];
      const kept = await panel.keep(async () => {
        before = await settlePromise(db, promise.id, 'dropped');
      });
      if (kept) undo.did({ kind: 'promiseDropped' }, async () => void (await db.promises.bulkPut(before)));
    },
  };
}

/** Of several promises in one reply, the one that falls due first stands for all. */
function oneAReply(promises: readonly OurPromise[]): OurPromise[] {
  const byReply = new Map<PostKey, OurPromise>();
  for (const one of promises) {
    const held = byReply.get(one.reply);
    if (!held || (one.due ?? Number.POSITIVE_INFINITY) < (held.due ?? Number.POSITIVE_INFINITY))
      byReply.set(one.reply, one);
  }
  return [...byReply.values()];
}

/** Thanks that came while the panel is open: that they closed the case is said, and can be taken back. */
function sayClosed(panel: Panel, ends: AbortSignal): void {
  const { db, undo } = panel;
  const since = Date.now();
  const said = new Set<PostKey>();
  const closed = live(() => () => closedSince(db, since), ends);
  const stop = effect(() => {
    const news = (closed.value.value ?? []).filter(({ key }) => !said.has(key));
    if (news.length === 0) return;
    for (const { key } of news) said.add(key);
    const keys = news.map(({ key }) => key);
    undo.did({ kind: 'closed', people: [...new Set(news.map(({ author }) => author.name))] }, async () => {
      await setStates(db, keys, 'open');
    });
  });
  ends.addEventListener('abort', stop, { once: true });
}
