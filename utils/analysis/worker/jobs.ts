/** What the analysis worker does, by name: what goes in, what comes out. Both ends of the wire read this file. */
import type { Draft, Suggestions } from '../../core/draft';
import type { PostKey } from '../../core/post';
import type { Found } from '../../core/search';
import type { Ties } from '../../core/ties';
import type { Topic } from '../../core/topic';
import type { BoxInHand, PageDrafts, ToHost } from '../../messaging/protocol';
import type { Involved } from '../../people/involvement';
import type { Proposal } from '../../people/same';
import type { Endpoint } from '../../replies/model/endpoint';
import type { ModelRequest } from '../../replies/model/prompt';

/** How far a long job has come. `total` is what was known when it began. */
export interface Progress {
  done: number;
  total: number;
  /** The words so far, where they come one by one. */
  text?: string;
}

export interface Jobs {
  /** Reads every post that lacks a reading of this version. Value: posts read. */
  read: { request: Record<string, never>; value: number };
  /** What a post is about. */
  topics: { request: { postKey: PostKey }; value: Topic[] };
  updateThemes: { request: { now: number }; value: undefined };
  /** Who talks with whom. */
  ties: { request: { now: number }; value: Ties };
  /** How much of each of these people there is here of late. */
  involved: { request: { ids: readonly string[]; now: number }; value: Record<string, Involved & { query: string }> };
  /** Accounts that may be the same person, with reasons; never joined by itself. */
  same: { request: { id: string }; value: Proposal[] };
  /** Looks through all that is held. */
  search: { request: { query: string; limit: number }; value: Found };
  /** Learns what we answered before, so that the first drafts need not wait for it. */
  recall: { request: { now: number }; value: undefined };
  suggest: { request: { postKey: PostKey; now: number }; value: Suggestions };
  /** For a reply box in a page. */
  draftsForBox: { request: { box: BoxInHand; now: number }; value: PageDrafts };
  expand: { request: { typed: ToHost['expand']['request']; now: number }; value: ToHost['expand']['response'] };
  /** What a model would be sent; null where it may not be asked. */
  modelRequest: { request: { postKey: PostKey; now: number }; value: ModelRequest | null };
  /** Sends it to the endpoint, once. Value: the words as they came. */
  modelAnswer: { request: { endpoint: Endpoint; request: ModelRequest }; value: string };
  /** Makes a draft of such words, or fails. */
  modelCheck: {
    request: { postKey: PostKey; request: ModelRequest; answer: string; name: string; now: number };
    value: Draft;
  };
}
export type JobName = keyof Jobs;

/** Client → worker. */
export type ToWorker =
  | { [Name in JobName]: { id: number; job: Name; request: Jobs[Name]['request'] } }[JobName]
  | { id: number; job: 'cancel' };

/** Worker → client, with the id of what was asked. */
export type FromWorker =
  | { id: number; progress: Progress }
  | { id: number; value: unknown }
  | { id: number; failed: string; cancelled: boolean };

/** What a job may use besides the database. */
export interface JobContext {
  signal: AbortSignal;
  onProgress(progress: Progress): void;
}
