/** Finds clusters that are news, and follows them as themes. */
import { DAY, HOUR } from './baseline';
import type { Burst } from './bursts';
import { clusterBursts } from './clusters';
import type { ThemeEvent } from './engine';
import { type Candidate, type Evidence, weigh } from './evidence';
import { hash32 } from './fold';
import { learnModel, limitFor, scorePost } from './model';
import {
  burstsOf,
  type Counters,
  coreOf,
  gather,
  heardBy,
  lookAround,
  type Moment,
  seedsOf,
  signature,
} from './moment';
import { countThreads, effectivePeople } from './people';
import type { Saved } from './snapshot';
import { addPosts, isAlive, isMuted, recentPosts, refreshRecent, rootOf, sharedWith, type Tracked } from './tracked';
import type { Gate, Tuning } from './tuning';
import { WindowCounter } from './window';

/** A rejected theme is raised again by so many times the people. */
const REJECTED_NEEDS = 2;
/** Words alone tell a theme that was silent for long. */
const SAME_WORDS = 0.5;

/** Of a cluster's posts so many hold a word the theme began with. */
const SAME_SEEDS = 0.15;
/** A cluster found wanting is weighed again when it has grown, or after this. */
const WEIGH_AGAIN = 3 * HOUR;

export class Detector {
  private readonly counters: Counters;
  /** Clusters weighed and found wanting: not weighed again before they have more posts. */
  private readonly wanting = new Map<number, { posts: number; at: number }>();

  constructor(
    private readonly state: Saved,
    private readonly tuning: Tuning,
  ) {
    this.counters = new Map(tuning.windows.map((window) => [window, new WindowCounter(window === tuning.look)]));
  }

  hasHeardEnough(at: number): boolean {
    const { state, tuning } = this;
    return heardBy(state, at) >= tuning.leastSeen && state.baseline.days.size >= tuning.leastDays;
  }

  update(now: number): ThemeEvent[] {
    const { state, tuning } = this;
    if (!this.hasHeardEnough(now)) {
      state.done = state.log.size;
      return [];
    }
    const moment = lookAround(state, tuning, this.counters, now);
    const bursts = burstsOf(moment);
    this.assignNew(moment);
    this.followClusters(moment, bursts);
    for (const theme of state.tracked) {
      if (isAlive(theme, now, tuning)) refreshRecent(theme, state.log, now + 1 - tuning.look, tuning);
    }
    const raised = new Set(moment.events.map(({ themeId }) => themeId));
    // What a merged theme hears is told of the one it went into.
    for (const id of new Set([...moment.changed].map((theme) => rootOf(theme, state.tracked).id))) {
      if (!raised.has(id)) moment.events.push({ at: now, themeId: id, tier: 'update' });
    }
    state.tracked = state.tracked.filter(
      (theme) => theme.posts.size > 0 || isAlive(theme, now, tuning) || Object.keys(theme.decisions).length > 0,
    );
    return moment.events;
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
      const candidate = gather(moment, cluster);
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
    const cut = this.heldByKin(theme);
    const posts = candidate.posts.filter((post) => !cut.has(post));
    if (addPosts(theme, view.log, posts)) moment.changed.add(theme);
    const recent = recentPosts(theme, view.log, view.now - this.tuning.look - DAY);
    theme.model = learnModel(view, heard, recent, look, theme.seeds);
    refreshRecent(theme, view.log, view.now + 1 - this.tuning.look, this.tuning);
  }

  /** Posts the user cut apart stay where the user put them, however alike they are. */
  private heldByKin({ id, decisions }: Tracked): Set<number> {
    const kin = this.state.tracked.filter(
      (other) =>
        other.id !== id &&
        (other.decisions.splitFrom === id ||
          (decisions.splitFrom !== undefined &&
            (other.id === decisions.splitFrom || other.decisions.splitFrom === decisions.splitFrom))),
    );
    return new Set(kin.flatMap((other) => [...other.posts]));
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
    if (raised.decisions.mergedInto !== undefined) {
      moment.changed.add(raised);
      return;
    }
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
}
