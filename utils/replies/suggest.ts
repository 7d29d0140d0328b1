/**
 * Up to three answers for a post, each from a source it names: our own words to somebody who asked the same, a saved reply, an
 * opening composed from the reading. And, first of all, whether to answer at all.
 */
import type { Draft, ReplyContext, Suggestions } from '../core/draft';
import { adaptReply } from './adapt';
import { adviseOn } from './advice';
import { guessAct } from './guesses';
import { actOf, languageOf } from './manner';
import type { Remembered, ReplyMemory } from './memory';
import { callingName, visibleText } from './names';
import { openingFor } from './opening';
import { findPromises } from './promises';
import { rankSaved } from './rank-saved';
import { savedDraft, type Variables } from './saved';
import type { Act } from './templates/shape';

const MOST = 3;
/** How likely an older answer must fit to be offered first, and further down. */
const LIKELY_FIRST = 0.34;
const LIKELY_NEXT = 0.42;
/** An older answer that is less than likely stands behind the opening. */
const OPENING_SCORE = 0.62;

interface Scored {
  draft: Draft;
  score: number;
}

export function suggest(context: ReplyContext, memory: ReplyMemory): Suggestions {
  if (context.post.ours === 1) return { drafts: [], advice: null };
  const { advice, ground } = adviseOn(context);
  if (advice === 'spam') return { drafts: [], advice };
  const lang = languageOf(context.post, context.reading);
  const own = ownWords(context, memory, lang);
  const saved = savedReplies(context, lang);
  const best = [...own, ...saved, { draft: openingFor(context), score: OPENING_SCORE }].sort(
    (a, b) => b.score - a.score,
  );
  return {
    drafts: withoutDoubles(best)
      .slice(0, MOST)
      .map(({ draft }) => promised(draft, context.now)),
    advice,
    ...(ground && { ground }),
  };
}

function ownWords(context: ReplyContext, memory: ReplyMemory, lang: string): Scored[] {
  const { post, now } = context;
  const name = callingName(post.author);
  const found = memory.search({ message: post.text, lang, person: post.author.name, now }, MOST);
  return (
    found
      .filter(({ likely }, place) => likely >= (place === 0 ? LIKELY_FIRST : LIKELY_NEXT))
      // What we say to praise answers no question, however alike the words.
      .filter(({ pair }) => isKind(guessAct(pair.message)) === isKind(actOf(post, context.reading)))
      .map((remembered) => ({ draft: ownDraft(context, remembered, name, lang), score: 0.2 + remembered.likely }))
  );
}

const isKind = (act: Act) => act === 'praise' || act === 'thanks';

function ownDraft({ post, now }: ReplyContext, { pair, why }: Remembered, name: string, lang: string): Draft {
  const { text, blanks } = adaptReply(pair, { name, message: post.text, now });
  const source = {
    kind: 'ownWords',
    pair: pair.id,
    to: visibleText(pair.person),
    at: pair.at,
    outcome: pair.outcome,
  } as const;
  return { id: `${post.key}#own:${pair.id}`, text, source, blanks, lang: pair.lang ?? lang, why };
}

function savedReplies(context: ReplyContext, lang: string): Scored[] {
  const known = variablesFor(context);
  return rankSaved(context, lang)
    .slice(0, 2)
    .flatMap(({ saved, score, why }) => {
      const draft = savedDraft(saved, context, known, lang, why);
      return draft ? [{ draft, score }] : [];
    });
}

/** What the post and the settings say that a saved reply may need. */
export function variablesFor({ post, ourName, brands }: ReplyContext): Variables {
  const said = post.text.toLowerCase();
  const named = brands.find((brand) => brand && said.includes(brand.toLowerCase()));
  const firstName = callingName(post.author);
  return { firstName, name: firstName, ourName, product: named ?? (brands.length === 1 ? (brands[0] ?? '') : '') };
}

/** Nobody needs the same words twice, whatever their source. */
function withoutDoubles(scored: readonly Scored[]): Scored[] {
  const seen = new Set<string>();
  return scored.filter(({ draft }) => {
    const plain = draft.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim(); // biome-ignore format: one step
    return plain !== '' && !seen.has(plain) && seen.add(plain);
  });
}

function promised(draft: Draft, now: number): Draft {
  const [first] = findPromises(draft.text, now);
  return first ? { ...draft, promise: { words: first.words, due: first.due } } : draft;
}
