/** From what was said to what a screen shows of the ties: people, groups, bridges, and who is worth a word. */
import { MOST_DRAWN, type TiePerson, type Ties, type Worth } from '../core/ties';
import { bridgesOf } from './bridges';
import { groupsOf } from './groups';
import type { Introduction } from './introduce';
import { relationsOf, type Said } from './relations';
import { type Spoken, tieGraph } from './ties';

export interface Heard extends Said {
  name: string;
  site: string;
  thread: string;
  /** Accounts it names. */
  names: readonly string[];
}

const MOST_WORTH = 6;
/** Who welcomed so many earns a thank you. */
const WELCOMED = 3;
/** A thank you put aside rests so long. */
const THANKS_REST = 90 * 86_400_000;

/** What the user said of people, by account; absent: nothing. */
export interface SaidOfPeople {
  /** Days in which one means to have a word. */
  rhythms: ReadonlyMap<string, number>;
  /** Suggestions put aside, and when. */
  letBe: ReadonlyMap<string, Partial<Record<Worth['kind'], number>>>;
  introductions: readonly Introduction[];
}
const NOTHING: SaidOfPeople = { rhythms: new Map(), letBe: new Map(), introductions: [] };

export function survey(heard: readonly Heard[], now: number, told: SaidOfPeople = NOTHING): Ties {
  const byKey = new Map(heard.map((post) => [post.key, post]));
  const names = new Map<string, Heard>();
  const lastAt = new Map<string, number>();
  const spoken: Spoken[] = [];
  for (const post of heard) {
    names.set(post.author, post);
    lastAt.set(post.author, Math.max(lastAt.get(post.author) ?? 0, post.at));
    const parent = post.parent === null ? undefined : byKey.get(post.parent);
    const to = new Set(post.names);
    if (parent) to.add(parent.author);
    for (const account of to) spoken.push({ from: post.author, to: account, at: post.at });
  }
  const known = spoken.filter(({ to }) => names.has(to));
  const graph = tieGraph(known);
  const groups = groupsOf(graph);
  const bridges = bridgesOf(graph);
  const relations = relationsOf(heard, now, told.rhythms);
  const said = new Uint32Array(graph.ids.length);
  const hears = new Uint32Array(graph.ids.length);
  graph.from.forEach((from, i) => {
    said[from]! += graph.times[i]!;
    hears[graph.to[i]!]! += graph.times[i]!;
  });
  const order = Array.from(graph.ids, (_, i) => i)
    .sort((a, b) => said[b]! + hears[b]! - said[a]! - hears[a]! || a - b)
    .slice(0, MOST_DRAWN);
  const drawn = new Map(order.map((place, at) => [place, at]));
  const people = order.map((place): TiePerson => {
    const account = graph.ids[place]!;
    const post = names.get(account)!;
    return {
      account,
      name: post.name,
      site: post.site,
      ours: post.ours,
      group: groups[place]!,
      said: said[place]!,
      heard: hears[place]!,
      bridge: bridges[place]!,
      welcomed: relations.welcomers.get(account) ?? 0,
      withUs: relations.withUs.get(account) ?? { theirs: 0, ours: 0 },
      lastAt: lastAt.get(account) ?? 0,
    };
  });
  const ties: Ties['ties'] = [];
  graph.from.forEach((from, i) => {
    const a = drawn.get(from);
    const b = drawn.get(graph.to[i]!);
    if (a !== undefined && b !== undefined) ties.push({ from: a, to: b, times: graph.times[i]! });
  });
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return {
    people,
    ties,
    worth: worthOf(relations, names, told, now),
    total: graph.ids.length,
    groups: [...sizes.values()].filter((size) => size > 2).length,
  };
}

function worthOf(
  relations: ReturnType<typeof relationsOf>,
  names: ReadonlyMap<string, Heard>,
  { letBe, introductions }: SaidOfPeople,
  now: number,
): Worth[] {
  const nameOf = (account: string) => names.get(account)?.name ?? account;
  const first = new Map([...names.values()].map((post) => [post.key, post]));
  /** Put aside, and nothing has happened since. */
  const isLetBe = (one: Worth): boolean => {
    const at = letBe.get(one.account)?.[one.kind];
    if (at === undefined) return false;
    if (one.kind === 'thank') return now - at < THANKS_REST;
    return (one.kind === 'reconnect' ? one.lastAt : one.at) <= at;
  };
  const some = (list: Worth[]) => list.filter((one) => !isLetBe(one)).slice(0, MOST_WORTH);
  const welcome = relations.unanswered.map(({ account, post, at }): Worth => {
    const thread = first.get(post)?.thread ?? names.get(account)?.thread ?? post;
    return { kind: 'welcome', account, name: nameOf(account), post, thread, at };
  });
  const introduce = introductions.map(({ asks, knows, words }): Worth => {
    const { author: account, post, thread, at } = asks;
    const other = { account: knows.by, name: nameOf(knows.by), post: knows.answer, thread: knows.thread };
    return { kind: 'introduce', account, name: nameOf(account), post, thread, at, other, words };
  });
  const reconnect = relations.cooling.map((one): Worth => ({ kind: 'reconnect', ...one, name: nameOf(one.account) }));
  const thank = [...relations.welcomers]
    .filter(([account, welcomed]) => welcomed >= WELCOMED && (relations.withUs.get(account)?.ours ?? 0) === 0)
    .sort((a, b) => b[1] - a[1])
    .map(([account, welcomed]): Worth => ({ kind: 'thank', account, name: nameOf(account), welcomed }));
  return [...some(welcome), ...some(introduce), ...some(reconnect), ...some(thank)];
}
