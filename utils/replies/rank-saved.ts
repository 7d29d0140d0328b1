/** Which saved replies suit a post: by what was read, by what both speak of, by language, and by use. */
import type { DraftReason, ReplyContext, SavedReply } from '../core/draft';
import { actOf } from './manner';
import { bodyFor } from './saved';
import { contentStems } from './words';

export interface RankedSaved {
  saved: SavedReply;
  score: number;
  why: DraftReason[];
}

const DAY = 86_400_000;
/** Below it a saved reply has nothing to do with the post. */
const ENOUGH = 0.25;

/** Those worth offering, best first; the score is on the scale of a memory's overlap, 0 to about 1.2. */
export function rankSaved(context: ReplyContext, lang: string): RankedSaved[] {
  const asked = contentStems(context.post.text);
  return context.savedReplies
    .filter((saved) => bodyFor(saved, lang) !== null)
    .map((saved) => rate(saved, context, asked, lang))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || b.saved.uses - a.saved.uses);
}

function rate(saved: SavedReply, context: ReplyContext, asked: Set<string>, lang: string): RankedSaved {
  const byIntent = intentFit(saved, context);
  const byTopic = topicFit(saved, asked, lang);
  const recent = saved.lastUsedAt !== null && context.now - saved.lastUsedAt < 30 * DAY ? 0.05 : 0;
  const used = Math.min(0.15, Math.log1p(saved.uses) * 0.04) + recent;
  const fit = byIntent * 0.45 + byTopic * 0.7;
  const why: DraftReason[] = [];
  if (byIntent >= 0.5) why.push('intent');
  if (byTopic > 0) why.push('topic');
  if (saved.uses >= 5) why.push('oftenUsed');
  // Use alone recommends nothing; and what the user said it is for, and this is not, weighs against it.
  const mismatch = saved.intents.length > 0 && byIntent < 0.2 ? 0.2 : 0;
  return { saved, score: fit > 0 ? fit + used - mismatch : 0, why };
}

function intentFit(saved: SavedReply, { post, reading }: ReplyContext): number {
  if (saved.intents.length === 0) return 0;
  if (reading)
    return Math.max(0, ...saved.intents.map((intent) => reading.intents[intent as keyof typeof reading.intents] ?? 0));
  return saved.intents.includes(actOf(post, null)) ? 0.6 : 0;
}

/** Shared words, those of the name and folder counting most: they are what the user calls the subject. */
function topicFit(saved: SavedReply, asked: Set<string>, lang: string): number {
  const title = contentStems(`${saved.name} ${saved.folder} ${saved.shortcut}`);
  const body = contentStems((bodyFor(saved, lang)?.body ?? '').replace(/\{[^{}]*\}/gu, ' '));
  let fit = 0;
  for (const word of asked) fit += title.has(word) ? 0.5 : body.has(word) ? 0.15 : 0;
  return Math.min(1, fit);
}
