/** What a model would be asked about a post, and what is made of its answer. The asking itself is `replies/model/endpoint`. */
import type { Draft } from '../../core/draft';
import type { PostKey } from '../../core/post';
import { checkAnswer } from '../../replies/model/check';
import { type ModelRequest, requestFor } from '../../replies/model/prompt';
import { findPromises } from '../../replies/promises';
import type { TertuliaDatabase } from '../../store/schema';
import { contextFor, warmMemory } from './replies-job';

/** Older answers that may go along as examples of our voice. */
const EXAMPLES = 3;

export async function modelRequest(
  db: TertuliaDatabase,
  { postKey, now }: { postKey: PostKey; now: number },
  marker = newMarker(),
): Promise<ModelRequest | null> {
  const context = await contextFor(db, postKey, now);
  if (!context || context.post.ours === 1) return null;
  const { memory } = await warmMemory(db, now);
  const { post } = context;
  const found = memory.search({ message: post.text, lang: null, person: post.author.name, now }, EXAMPLES);
  return requestFor(context, found.map(({ pair }) => pair), marker); // biome-ignore format: one step
}

export interface ToCheck {
  postKey: PostKey;
  request: ModelRequest;
  answer: string;
  name: string;
  now: number;
}

export async function modelCheck(
  db: TertuliaDatabase,
  { postKey, request, answer, name, now }: ToCheck,
): Promise<Draft> {
  const context = await contextFor(db, postKey, now);
  const thread = context?.thread ?? [];
  const { memory } = await warmMemory(db, now);
  const asked = context ? { message: context.post.text, lang: null, person: context.post.author.name, now } : null;
  const past = asked ? memory.search(asked, EXAMPLES).map(({ pair }) => pair.reply) : [];
  const ours = [
    ...thread.filter((post) => post.ours === 1).map(({ text }) => text),
    ...past,
    ...(context?.savedReplies ?? []).flatMap(({ bodies }) => Object.values(bodies)),
    context?.ourName ?? '',
    ...(context?.brands ?? []),
  ];
  const theirs = [...thread.filter((post) => post.ours === 0), ...(context ? [context.post] : [])].map(
    ({ text }) => text,
  );
  const { text, blanks } = checkAnswer(answer, request, { ours, theirs, now });
  const [first] = findPromises(text, now);
  return {
    id: `${postKey}#model`,
    text,
    source: { kind: 'model', name },
    blanks,
    lang: request.lang,
    ...(first && { promise: { words: first.words, due: first.due } }),
  };
}

/** Unguessable, so that no post can close its own quotation. */
function newMarker(): string {
  return [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
