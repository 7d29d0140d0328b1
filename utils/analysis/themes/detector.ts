/** Finds clusters that are news, and follows them as themes. */
import type { Theme } from '../../core/theme';
import { DAY, HOUR } from './baseline';
import { type Burst, findBursts, type View } from './bursts';
import { clusterBursts } from './clusters';
import type { ThemeEvent } from './engine';
import { type Candidate, type Evidence, weigh } from './evidence';
import { type Exposure, exposureOf } from './exposure';
import { hash32 } from './fold';
import { learnModel, limitFor, scorePost } from './model';
import { countThreads, effectivePeople } from './people';
import type { Saved } from './snapshot';
import { termsOf } from './terms';
import {
  addPosts,
  type Decisions,
  isAlive,
  isMuted,
  recentPosts,
  refreshRecent,
  sharedWith,
  type Tracked,
} from './tracked';
import type { Gate, Tuning } from './tuning';
import { WindowCounter } from './window';

/** Terms a theme begins with. */
const SEEDS = 3;
/** A rejected theme is raised again by so many times the people. */
const REJECTED_NEEDS = 2;
/** Words alone tell a theme that was silent for long. */
const SAME_WORDS = 0.5;

/** Of a cluster's posts so many hold a word the theme began with. */
const SAME_SEEDS = 0.15;
/** A cluster found wanting is weighed again when it has grown, or after this. */
const WEIGH_AGAIN = 3 * HOUR;

interface Moment {
  view: View;
  exposures: Exposure[];
  /** Posts of the last days, in which clusters are gathered. */
  look: Uint32Array;
  /** Authors of those days, and decayed author-days in all. */
  seen: number;
  heard: number;
  changed: Set<Tracked>;
  events: ThemeEvent[];
}

export class Detector {
  private readonly counter = new WindowCounter();
  /** Clusters weighed and found wanting: not weighed again before they have more posts. */
  private readonly wanting = new Map<number, { posts: number; at: number }>();

  constructor(
    private readonly state: Saved,
    private readonly tuning: Tuning,
  ) {}

  hasHeardEnough(at: number): boolean {
    const { baseline, log } = this.state;
    let heard = 0;
    for (const sum of baseline.seen(log.sites.size, at)) heard += sum;
    return heard >= this.tuning.leastSeen && baseline.days.size >= this.tuning.leastDays;
  }

  update(now: number): ThemeEvent[] {
    const { state, tuning } = this;
    if (!this.hasHeardEnough(now)) {
      state.done = state.log.size;
      return [];
    }
    const moment = this.lookAround(now);
    const bursts = this.bursts(moment);
    this.assignNew(moment);
    this.followClusters(moment, bursts);
    for (const theme of state.tracked) {
      if (isAlive(theme, now, tuning)) refreshRecent(theme, state.log, now + 1 - tuning.look, tuning);
    }
    for (const theme of moment.changed) moment.events.push({ at: now, themeId: theme.id, tier: 'update' });
    state.tracked = state.tracked.filter(
      (theme) => theme.posts.size > 0 || isAlive(theme, now, tuning) || theme.decisions.mergedInto,
    );
    return moment.events;
  }

  private lookAround(now: number): Moment {
    const { state, tuning, counter } = this;
    const { log, baseline } = state;
    const exposures = tuning.windows.map((window) =>
      exposureOf(log, baseline, counter.count(log, window, now, tuning.leastAuthors), now),
    );
    const look = log.between(now + 1 - tuning.look, now + 1);
    const seen = exposures.find((exposure) => exposure.count.window === tuning.look)?.count.authors ?? 0;
    let heard = 0;
    for (const sum of baseline.seen(log.sites.size, now)) heard += sum;
    const view = { log, baseline, tuning, now };
    return { view, exposures, look, seen, heard, changed: new Set(), events: [] };
  }

  /** Bursting terms of all windows; each term once, by its least likely window, with its posts of the longest. */
  private bursts({ view, exposures }: Moment): Burst[] {
    const best = new Map<number, Burst>();
    for (const exposure of exposures) {
      for (const burst of findBursts(view, exposure)) {
        const p = Math.min(1, burst.p * exposures.length);
        const known = best.get(burst.term);
        const posts = known && known.posts.length > burst.posts.length ? known.posts : burst.posts;
        if (!known || p < known.p) best.set(burst.term, { ...burst, p, posts });
        else known.posts = posts;
      }
    }
    return [...best.values()];
  }

  /** Gives each post heard since the last look to the theme it fits best, if any. */
  private assignNew({ view, seen, changed }: Moment): void {
    const { state, tuning } = this;
    const { log } = view;
    const alive = state.tracked.filter((theme) => isAlive(theme, view.now, tuning));
    for (let post = state.done; post < log.size; post++) {
      let best: Tracked | null = null;
      let most = 0;
      for (const theme of alive) {
        // Old posts met late belong to it only if it had begun.
        if (theme.posts.has(post) || log.at[post]! < theme.startedAt - DAY) continue;
        const margin = scorePost(theme.model, log, post) - limitFor(theme.recent, seen, tuning.joins);
        if (margin > most) {
          most = margin;
          best = theme;
        }
      }
      if (best && addPosts(best, log, [post])) changed.add(best);
    }
    state.done = log.size;
  }

  private followClusters(moment: Moment, bursts: readonly Burst[]): void {
    const { tuning } = this;
    const unsettled: { candidate: Candidate; theme: Tracked | null }[] = [];
    for (const cluster of clusterBursts(bursts, tuning)) {
      const candidate = this.gather(moment, cluster);
      if (effectivePeople(moment.view.log, candidate.posts, tuning) < tuning.leastAuthors) continue;
      const theme = this.knownAs(moment, candidate);
      if (theme) this.absorb(moment, theme, candidate);
      if (theme === null || theme.tier === 'watch') unsettled.push({ candidate, theme });
    }
    const hopeful = unsettled.filter(
      ({ candidate }) => this.passes(moment, candidate, tuning.watch) && !this.isWanting(candidate, moment.view.now),
    );
    const evidence = weigh(
      moment.view,
      this.state.surfaces,
      moment.heard,
      moment.exposures,
      tuning.look,
      hopeful.map(({ candidate }) => candidate),
    );
    hopeful.forEach(({ candidate, theme }, i) => {
      this.judge(moment, candidate, theme, evidence[i]!);
    });
  }

  /** All posts of the last days that speak of the cluster, and the words they have in common. */
  private gather(moment: Moment, cluster: Candidate['cluster']): Candidate {
    const { view, heard, look, seen } = moment;
    const { log, tuning } = view;
    const seeds = seedsOf(cluster.bursts);
    const core = coreOf(cluster.bursts, seeds);
    let model = learnModel(view, heard, core, look, seeds);
    let people = effectivePeople(log, core, tuning);
    let posts: number[] = [];
    let limit = 0;
    for (let round = 0; round < 2; round++) {
      limit = limitFor(people, seen, tuning.margin);
      posts = [...look].filter((post) => scorePost(model, log, post) > limit);
      people = effectivePeople(log, posts, tuning);
      if (round === 0) model = learnModel(view, heard, posts, look, seeds);
    }
    return { cluster, model, limit, posts };
  }

  private knownAs({ view }: Moment, candidate: Candidate): Tracked | null {
    const { state, tuning } = this;
    let best: Tracked | null = null;
    let most = 0;
    for (const theme of state.tracked) {
      if (!isAlive(theme, view.now, tuning)) continue;
      const shared = sharedWith(theme, candidate.posts, candidate.model);
      const isSilent = view.now - theme.lastAt > tuning.ends;
      const likeness = isSilent ? (tuning.same * shared.words) / SAME_WORDS : (shared.posts + shared.words) / 2;
      if (likeness < tuning.same || likeness <= most || !this.shareSeeds(theme, candidate)) continue;
      const people = effectivePeople(view.log, candidate.posts, tuning);
      if (theme.decisions.notTheme === true && people >= REJECTED_NEEDS * theme.evidence.people) continue;
      most = likeness;
      best = theme;
    }
    return best;
  }

  /** A theme that met another on the way must not swallow it: enough of the cluster must speak of what the theme began with. */
  private shareSeeds(theme: Tracked, { cluster }: Candidate): boolean {
    const { log } = this.state;
    const core = coreOf(cluster.bursts, seedsOf(cluster.bursts));
    const held = core.filter((post) => log.termsOf(post).some((term) => theme.seeds.includes(term)));
    return held.length >= SAME_SEEDS * core.length;
  }

  private absorb(moment: Moment, theme: Tracked, candidate: Candidate): void {
    const { view, heard, look } = moment;
    if (addPosts(theme, view.log, candidate.posts)) moment.changed.add(theme);
    const recent = recentPosts(theme, view.log, view.now - this.tuning.look - DAY);
    theme.model = learnModel(view, heard, recent, look, theme.seeds);
    refreshRecent(theme, view.log, view.now + 1 - this.tuning.look, this.tuning);
  }

  private passes(moment: Moment, { posts }: Candidate, gate: Gate): boolean {
    const { log } = moment.view;
    return effectivePeople(log, posts, this.tuning) >= gate.people && countThreads(log, posts) >= gate.threads;
  }

  private limitOf(gate: Gate): number {
    return Math.min(gate.p, gate.chances / this.state.baseline.terms.size);
  }

  private isWanting({ cluster, posts }: Candidate, now: number): boolean {
    const weighed = this.wanting.get(signature(cluster.bursts));
    return weighed !== undefined && weighed.posts >= posts.length && now - weighed.at < WEIGH_AGAIN;
  }

  private judge(moment: Moment, candidate: Candidate, theme: Tracked | null, evidence: Evidence): void {
    const { tuning } = this;
    const isAlert = evidence.p <= this.limitOf(tuning.alert) && this.passes(moment, candidate, tuning.alert);
    const isWatch = evidence.p <= this.limitOf(tuning.watch);
    if (!isAlert && !(isWatch && theme === null)) {
      this.wanting.set(signature(candidate.cluster.bursts), { posts: candidate.posts.length, at: moment.view.now });
      return;
    }
    const { now } = moment.view;
    const tier = isAlert ? 'alert' : 'watch';
    const raised = theme ?? this.begin(moment, candidate, evidence);
    raised.tier = tier;
    raised.raisedAt = now;
    raised.evidence = evidence;
    moment.changed.delete(raised);
    if (isMuted(raised, now) || raised.decisions.notTheme === true) return;
    moment.events.push({ at: now, themeId: raised.id, tier });
  }

  private begin(moment: Moment, candidate: Candidate, evidence: Evidence): Tracked {
    const { log, now } = moment.view;
    const { posts, model } = candidate;
    const ats = posts.map((post) => log.at[post]!);
    const first = posts[ats.indexOf(Math.min(...ats))]!;
    const theme: Tracked = {
      id: this.freeId(`${log.keys.nameOf(first)} ${seedsOf(candidate.cluster.bursts).join()}`),
      tier: 'watch',
      seeds: seedsOf(candidate.cluster.bursts),
      model,
      posts: new Set(posts),
      settled: { posts: [], authors: [], threads: [] },
      startedAt: Math.min(...ats),
      raisedAt: now,
      lastAt: Math.max(...ats),
      recent: effectivePeople(log, posts, this.tuning),
      evidence,
      decisions: {},
    };
    this.state.tracked.push(theme);
    return theme;
  }

  private freeId(from: string): string {
    for (let n = 0; ; n++) {
      const id = hash32(from, 100 + n).toString(36);
      if (!this.state.tracked.some((theme) => theme.id === id)) return id;
    }
  }

  decide(id: string, decisions: Decisions): void {
    const theme = this.state.tracked.find((one) => one.id === id);
    if (!theme) return;
    const into = decisions.mergedInto;
    const target = this.state.tracked.find((one) => one.id === into);
    if (target && target !== theme && theme.decisions.mergedInto === undefined)
      addPosts(target, this.state.log, theme.posts);
    theme.decisions = decisions;
  }

  adopt(row: Theme, brands: ReadonlySet<string>): void {
    const { state, tuning } = this;
    if (state.tracked.some((theme) => theme.id === row.id)) return;
    const { log, baseline } = state;
    const posts = row.postKeys.map((key) => log.keys.lookup(key)).filter((post) => post >= 0);
    const gone = row.postKeys.filter((key) => log.keys.lookup(key) < 0);
    // A post is in one theme: what the user split off is no longer in the other.
    for (const theme of state.tracked) for (const post of posts) theme.posts.delete(post);
    const seeds = row.terms.flatMap((term) => termsOf(term, brands).terms.map((one) => one.hash)).slice(0, 2 * SEEDS);
    const now = Math.max(state.now, row.lastAt);
    const view = { log, baseline, tuning, now };
    let heard = 0;
    for (const sum of baseline.seen(log.sites.size, now)) heard += sum;
    const model = learnModel(view, heard, posts, log.between(row.startedAt, now + 1), seeds);
    state.tracked.push({
      id: row.id,
      tier: row.tier,
      seeds,
      model,
      posts: new Set(posts),
      settled: { posts: gone, authors: row.authorKeys, threads: row.threadKeys },
      startedAt: row.startedAt,
      raisedAt: row.alertedAt,
      lastAt: row.lastAt,
      recent: effectivePeople(
        log,
        posts.filter((post) => log.at[post]! > now - tuning.look),
        tuning,
      ),
      evidence: { ...row.evidence, p: 0 },
      decisions: decisionsOf(row),
    });
  }
}

function decisionsOf(row: Theme): Decisions {
  const { name, mutedUntil, pinned, mergedInto, notTheme } = row;
  return {
    ...(name !== undefined && { name }),
    ...(mutedUntil !== undefined && { mutedUntil }),
    ...(pinned !== undefined && { pinned }),
    ...(mergedInto !== undefined && { mergedInto }),
    ...(notTheme !== undefined && { notTheme }),
  };
}

/** Posts of a cluster that hold one of its seeds, or two of its terms: a general word alone says too little. */
function coreOf(bursts: readonly Burst[], seeds: readonly number[]): number[] {
  const held = new Map<number, number>();
  for (const { term, posts } of bursts) {
    for (const post of posts) held.set(post, (held.get(post) ?? 0) + (seeds.includes(term) ? 2 : 1));
  }
  return [...held]
    .filter(([, n]) => n >= 2)
    .map(([post]) => post)
    .sort((a, b) => a - b);
}

function seedsOf(bursts: readonly Burst[]): number[] {
  return [...bursts]
    .sort((a, b) => a.p - b.p || a.term - b.term)
    .slice(0, SEEDS)
    .map((burst) => burst.term);
}

function signature(bursts: readonly Burst[]): number {
  return seedsOf(bursts)
    .sort((a, b) => a - b)
    .reduce((sum, term) => (Math.imul(sum, 31) + term) >>> 0, 7);
}
