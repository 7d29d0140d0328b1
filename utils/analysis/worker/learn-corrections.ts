/** The user's corrections as the reader needs them: the delta they teach, and what was said of a post itself. */
import { type Correction, textHash } from '../../core/correction';
import type { PostKey } from '../../core/post';
import type { TertuliaDatabase } from '../../store/schema';
import { Delta, featuresOfText, MOST_CORRECTIONS } from '../delta';

/** Digest of the corrections that all readings were last made with. */
const CURSOR = 'cursor:corrections';

export interface Learnt {
  delta: Delta;
  /** Corrections have changed since all posts were last read with them. */
  isNew: boolean;
  /** What was said of these posts. */
  of(keys: readonly PostKey[]): Promise<Map<PostKey, Correction[]>>;
  /** Everything was read with them. */
  done(): Promise<void>;
}

/** The digest also names what teaches nothing (a post that is gone, a text of no words), so that undoing it is seen. */
function digestOf(delta: Delta, corrections: readonly Correction[]): string {
  return corrections.length > 0 ? `${delta.digest}/${corrections.length}` : '';
}

export async function learntFrom(db: TertuliaDatabase): Promise<Learnt> {
  const corrections = await db.corrections.orderBy('at').reverse().limit(MOST_CORRECTIONS).toArray();
  await describe(db, corrections);
  const delta = new Delta(corrections);
  const digest = digestOf(delta, corrections);
  const last = await db.meta.get(CURSOR);
  const before = last && 'value' in last ? String(last.value) : '';
  return {
    delta,
    isNew: digest !== before,
    async of(keys) {
      const said = new Map<PostKey, Correction[]>();
      if (corrections.length === 0) return said;
      for (const correction of await db.corrections
        .where('postKey')
        .anyOf([...keys])
        .toArray()) {
        said.set(correction.postKey, [...(said.get(correction.postKey) ?? []), correction]);
      }
      return said;
    },
    async done() {
      if (digest !== before) await db.meta.put({ name: CURSOR, value: digest });
    },
  };
}

/** Works out what similar posts are known by, for corrections that do not say it yet. The hashes stay, the text does not. */
async function describe(db: TertuliaDatabase, corrections: readonly Correction[]): Promise<void> {
  const bare = corrections.filter(({ features }) => features === undefined);
  if (bare.length === 0) return;
  const keys = bare.map(({ postKey }) => postKey);
  const [posts, readings] = await Promise.all([db.posts.bulkGet(keys), db.readings.bulkGet(keys)]);
  for (const [i, correction] of bare.entries()) {
    const post = posts[i];
    if (!post) continue;
    // The words may have been edited since: what was said is not said of these.
    const isSaid = textHash(post.text) === correction.textHash;
    correction.features = isSaid ? featuresOfText(post.text, readings[i]?.lang ?? post.lang ?? 'und') : [];
    await db.corrections.update(correction.id, { features: correction.features });
  }
}
