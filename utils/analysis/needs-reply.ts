/** Whether a post wants an answer from us, and why, in its thread. */
import type { Intent, Reading, ReplyReason } from '../core/reading';
import { INTENTS } from '../core/reading';
import { presentIn, probability } from './intent';
import type { Tag } from './lexicon/lexicon';
import type { DenseHead } from './model';
import { placeOf, SIGNALS, signal } from './signals';

/** What stands around a post. */
export interface Around {
  /** The post it answers, as far as it was heard. */
  parent?: { text: string; ours?: boolean | undefined } | undefined;
  /** It was written by one of us. */
  ours?: boolean | undefined;
  /** We answered it already. */
  answered?: boolean | undefined;
  /** It names or addresses us. */
  addressesUs?: boolean | undefined;
  /** Whom it calls: us, or others and not us. */
  addressee?: 'us' | 'others' | null | undefined;
}

const CONTEXT = [
  ...[
    'ours',
    'theirs',
    'ours&?',
    'ours&thanks',
    'ours&unthanks',
    'ours&close',
    'ours&negative',
    'ours&problem',
    'ours&short',
  ],
  ...['theirs&?', 'theirs&handle', 'theirs&you', 'theirs&negative', 'theirs&problem', 'first&bond'],
] as const;
type ContextName = (typeof CONTEXT)[number];

/** Names of what the head looks at: signals, intents, context. */
export const REPLY_SIGNALS: readonly string[] = [...SIGNALS, ...INTENTS.map((name) => `p:${name}`), ...CONTEXT];

/** What the needs-a-reply head looks at. */
export function replySignals(signals: Float64Array, intents: Record<Intent, number>, around: Around): Float64Array {
  const out = new Float64Array(REPLY_SIGNALS.length);
  out.set(signals);
  INTENTS.forEach((name, i) => {
    out[SIGNALS.length + i] = intents[name];
  });
  const value = (name: string) => Math.min(1, signals[signal(name)] as number);
  const any = (tag: Tag) => {
    const place = placeOf(tag);
    return Math.min(1, (out[place] as number) + (out[place + 1] as number) + (out[place + 2] as number));
  };
  const ours = around.parent?.ours ? 1 : 0;
  const theirs = around.parent && !around.parent.ours ? 1 : 0;
  const context: Record<ContextName, number> = {
    ours,
    theirs,
    'ours&?': ours * value('?'),
    'ours&thanks': ours * any('thanks') * (1 - any('unthanks')),
    'ours&unthanks': ours * any('unthanks'),
    'ours&close': ours * any('close'),
    'ours&negative': ours * value('negative'),
    'ours&problem': ours * intents.problem,
    'ours&short': ours * Math.max(value('tiny'), value('short')),
    'theirs&?': theirs * value('?'),
    'theirs&handle': theirs * value('handle'),
    'theirs&you': theirs * any('you'),
    'theirs&negative': theirs * value('negative'),
    'theirs&problem': theirs * intents.problem,
    'first&bond': around.parent ? 0 : any('bond'),
  };
  CONTEXT.forEach((name, i) => {
    out[SIGNALS.length + INTENTS.length + i] = context[name];
  });
  return out;
}

const WANTING: readonly (readonly [Intent, ReplyReason])[] = [
  ['question', 'asks'],
  ['problem', 'reportsProblem'],
  ['leaving', 'leaving'],
  ['complaint', 'complains'],
  ['request', 'requests'],
  ['buying', 'buying'],
];

/** Why a post that wants an answer does, by the strongest of its intents. */
function wantingReason(intents: Record<Intent, number>, around: Around, greets: boolean): ReplyReason | null {
  let best = WANTING[0] as (typeof WANTING)[number];
  for (const one of WANTING) if (intents[one[0]] > intents[best[0]]) best = one;
  if (intents[best[0]] >= 0.35) return best[1];
  if (greets && !around.parent) return 'newcomer';
  if (around.addressesUs || around.parent?.ours) return 'addressesUs';
  return intents[best[0]] >= HARDLY ? best[1] : null;
}

/** Less than this is no reason to give. */
const HARDLY = 0.25;
const UNTOLD = 0.65;

/** A person taken for spam is worse than spam on the desk: it must be sure, and nothing a person would say may speak against it. */
const SURELY = 0.9;
const SAID_BY_PEOPLE = ['question', 'problem', 'complaint', 'request', 'thanks'] as const;

function isSurelySpam(intents: Record<Intent, number>): boolean {
  return intents.spam >= SURELY && SAID_BY_PEOPLE.every((name) => intents[name] < 0.5);
}

/** What is said to another person is theirs to answer, unless it tells of trouble with us that we were named for. */
function isForOthers(intents: Record<Intent, number>, { addressee, addressesUs }: Around): boolean {
  if (addressee !== 'others') return false;
  return !(addressesUs && ABOUT_US.some((name) => intents[name] >= 0.5));
}
const ABOUT_US = ['problem', 'complaint', 'leaving'] as const;

/** Called by name we are spoken to, whoever was answered. */
function withoutOthers(around: Around): Around {
  if (around.addressee !== 'us' || !around.parent || around.parent.ours) return around;
  const { parent: _, ...rest } = around;
  return rest;
}

function notWantingReason(intents: Record<Intent, number>, around: Around, closes: boolean): ReplyReason {
  if (isSurelySpam(intents)) return 'spam';
  if (around.parent?.ours && closes) return 'answered';
  const wants = WANTING.some(([name]) => intents[name] >= 0.5);
  if (!wants && (intents.thanks >= 0.5 || intents.praise >= 0.5)) return 'thanksOnly';
  if (around.parent && !around.parent.ours && around.addressee !== 'us') return 'notForUs';
  return 'nothingAsked';
}

export function needsReply(
  head: DenseHead,
  signals: Float64Array,
  intents: Record<Intent, number>,
  around: Around,
  moved = 0,
): Reading['needsReply'] {
  if (around.ours) return { value: false, confidence: 1, reason: 'ours' };
  if (around.answered) return { value: false, confidence: 0.95, reason: 'answered' };
  if (isForOthers(intents, around)) return { value: false, confidence: 0.9, reason: 'notForUs' };
  const wide = replySignals(signals, intents, withoutOthers(around));
  const sure = probability(head, wide, presentIn(wide), moved);
  const has = (tag: string) => (signals[signal(tag)] as number) + (signals[signal(`${tag}+`)] as number) > 0;
  const reason = wantingReason(intents, around, has('bond'));
  // Without a word of what it wants, and of nobody's asking, it must be surer.
  if (sure >= (reason ? 0.5 : UNTOLD)) return { value: true, confidence: sure, reason: reason ?? 'addressesUs' };
  return { value: false, confidence: Math.max(0.5, 1 - sure), reason: notWantingReason(intents, around, has('close')) };
}
