/** A rehearsal under way: what is shown, what waits for an answer, the soft clock, and how it compares at the end. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ThreadKey } from '../core/post';
import type { Rehearsal, RehearsedAnswer } from '../core/rehearsal';
import { CRISES_EN } from '../readiness/crises/en';
import { CRISES_ES } from '../readiness/crises/es';
import { type Script, type Step, scriptOfCrisis, scriptOfThread, shownUntil } from '../readiness/rehearsal';
import { kindOfFault, type StoreErrorKind } from '../store/errors';
import type { TertuliaDatabase } from '../store/schema';
import { currentLocale } from '../text/t';

export type { RehearsedAnswer } from '../core/rehearsal';
export type { Step } from '../readiness/rehearsal';

/** What can be rehearsed. */
export type Choice =
  | { kind: 'thread'; id: ThreadKey; title: string; posts: number }
  | { kind: 'crisis'; id: string; title: string; posts: number };

export interface RehearsalState {
  title: string;
  /** Shown so far, the last of them waiting for an answer; all of them at the end. */
  shown: readonly Step[];
  /** Answers so far, by id of the line. */
  answers: ReadonlyMap<string, RehearsedAnswer>;
  /** The line that waits; null at the end. */
  waiting: Step | null;
  /** When it was shown: the soft clock counts from there. */
  since: number;
  left: number;
}

export interface RehearsalModel {
  readonly choices: ReadonlySignal<readonly Choice[] | undefined>;
  readonly state: ReadonlySignal<RehearsalState | null>;
  /** Rehearsed and kept. */
  readonly finished: ReadonlySignal<Rehearsal | null>;
  readonly fault: ReadonlySignal<StoreErrorKind | null>;
  begin(choice: Choice): Promise<void>;
  /** null: left without an answer. */
  answer(text: string | null): Promise<void>;
  leave(): void;
}

/** Conversations offered: the newest that we answered in. */
const OFFERED = 8;
const LOOKED_THROUGH = 60;

export function openRehearsal(db: TertuliaDatabase, clock: () => number = Date.now): RehearsalModel {
  const choices = signal<readonly Choice[] | undefined>(undefined);
  const state = signal<RehearsalState | null>(null);
  const finished = signal<Rehearsal | null>(null);
  const fault = signal<StoreErrorKind | null>(null);
  let script: Script | null = null;
  const crises = currentLocale().startsWith('es') ? [...CRISES_ES, ...CRISES_EN] : [...CRISES_EN, ...CRISES_ES];

  void offered().then(
    (found) => {
      choices.value = found;
    },
    (reason) => {
      fault.value = kindOfFault(reason);
    },
  );

  async function offered(): Promise<Choice[]> {
    const ours = await db.posts
      .where('[ours+at]')
      .between([1, -Infinity], [1, Infinity])
      .reverse()
      .limit(LOOKED_THROUGH * 4)
      .toArray();
    const keys = [...new Set(ours.map(({ threadKey }) => threadKey))].slice(0, LOOKED_THROUGH);
    const threads: Choice[] = [];
    for (const key of keys) {
      const posts = await db.posts.where('threadKey').equals(key).toArray();
      const thread = await db.threads.get(key);
      const title = thread?.title || posts[0]?.text.slice(0, 60) || key;
      if (scriptOfThread(title, posts)) threads.push({ kind: 'thread', id: key, title, posts: posts.length });
      if (threads.length >= OFFERED) break;
    }
    return [
      ...threads,
      ...crises.map(({ id, title, lines }): Choice => ({ kind: 'crisis', id, title, posts: lines.length })),
    ];
  }

  /** Shows what comes up to the next line that waits. */
  function goOn(from: number, answers: ReadonlyMap<string, RehearsedAnswer>): void {
    if (!script) return;
    const until = shownUntil(script.lines, from);
    const last = script.lines[until - 1];
    const isWaiting = last?.asks === true && !answers.has(last.line.id);
    state.value = {
      title: script.title,
      shown: script.lines.slice(0, until),
      answers,
      waiting: isWaiting ? last : null,
      since: clock(),
      left: script.lines.slice(until).filter(({ asks }) => asks).length,
    };
  }

  return {
    choices,
    state,
    finished,
    fault,
    async begin(choice) {
      finished.value = null;
      try {
        const crisis = crises.find(({ id }) => id === choice.id);
        script =
          choice.kind === 'crisis'
            ? crisis
              ? scriptOfCrisis(crisis)
              : null
            : scriptOfThread(choice.title, await db.posts.where('threadKey').equals(choice.id).toArray());
        goOn(0, new Map());
      } catch (reason) {
        fault.value = kindOfFault(reason);
      }
    },
    async answer(text) {
      const now = state.value;
      if (!now?.waiting || !script) return;
      const { line, real, next } = now.waiting;
      const answer: RehearsedAnswer = {
        name: line.name,
        asked: line.text,
        said: text?.trim() || null,
        ms: clock() - now.since,
        real,
        next,
        ...(script.source.kind === 'thread' && { post: line.id }),
      };
      const answers = new Map(now.answers).set(line.id, answer);
      goOn(now.shown.length, answers);
      if (state.value?.waiting) return;
      const kept: Rehearsal = {
        id: crypto.randomUUID(),
        at: clock(),
        title: script.title,
        source: script.source,
        answers: [...answers.values()],
      };
      try {
        await db.rehearsals.put(kept);
      } catch (reason) {
        fault.value = kindOfFault(reason);
      }
      finished.value = kept;
      state.value = null;
    },
    leave() {
      script = null;
      state.value = null;
      finished.value = null;
    },
  };
}
