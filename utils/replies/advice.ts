/** When silence, or a private word, is the better answer. */
import { asksBack, closingOf } from '../core/closing';
import type { Advice, ReplyContext } from '../core/draft';
import type { Post } from '../core/post';
import { holdsPersonalData } from './personal';

export function adviceFor(context: ReplyContext): Advice {
  const { post, reading } = context;
  if (isSpam(context)) return 'spam';
  if (isAnswered(context)) return 'alreadyAnswered';
  if (holdsPersonalData(post.text)) return 'private';
  if (isHeated(context)) return 'heated';
  if (reading?.needsReply.reason === 'thanksOnly') return 'thanksOnly';
  const answer = ourWordBefore(context);
  if (!answer && post.mention !== 1) return null;
  const before = !answer ? 'first' : asksBack(answer.text) ? 'asked' : 'answered';
  return closingOf(post.text, before) !== null ? 'thanksOnly' : null;
}

const SELLS =
  /(?<![\p{L}])(?:free followers|crypto|bitcoin|forex|casino|viagra|onlyfans|whatsapp me|dm me to (?:earn|make)|make (?:money|\$\d+)|earn \$?\d+|giveaway|airdrop|click (?:here|the link)|buy followers|gana(?:r)? dinero|dinero (?:f[áa]cil|r[áa]pido)|inversi[óo]n garantizada|seguidores gratis|haz clic aqu[íi]|escr[íi]beme al whatsapp|apuestas|pr[ée]stamos? (?:r[áa]pido|sin aval)\w*)(?![\p{L}])/iu;

function isSpam({ post, reading }: ReplyContext): boolean {
  // The reading's own verdict is the careful one: a person taken for spam is left without an answer.
  if (reading?.needsReply.reason === 'spam') return true;
  const links = post.text.match(/https?:\/\/|www\./giu)?.length ?? 0;
  return SELLS.test(post.text) && links > 0;
}

function isAnswered({ post, thread, reading }: ReplyContext): boolean {
  if (reading?.needsReply.reason === 'answered') return true;
  const handle = post.author.handle?.toLowerCase();
  const ours = thread.filter((other) => other.ours === 1 && other.at >= post.at && other.key !== post.key);
  // After our answer they may have asked again in words of their own: only an answer to this very post counts.
  return ours.some(
    (other) =>
      other.parentKey === post.key ||
      (other.parentKey === null &&
        handle !== undefined &&
        other.mentions?.some((name) => name.toLowerCase() === handle)),
  );
}

/** What we said that this post comes after: its parent, or the latest of ours where the thread is flat. */
function ourWordBefore({ post, thread }: ReplyContext): Post | undefined {
  const parent = thread.find((other) => other.key === post.parentKey);
  if (parent) return parent.ours === 1 ? parent : undefined;
  return thread.findLast((other) => other.ours === 1 && other.at < post.at);
}

const HARSH =
  /(?<![\p{L}])(?:idiot\w*|moron\w*|stupid|liar\w*|shut up|clown\w*|pathetic|fuck\w*|bullshit|asshole|nonsense|troll\w*|get a life|grow up|idiota\w*|imb[ée]cil\w*|gilipollas|mentiros[oa]s?|c[áa]llate|payas[oa]s?|pat[ée]tic[oa]s?|subnormal\w*|tont[oa]s?|rid[íi]cul[oa]s?|mierda|troles?|no tienes ni idea|qu[ée] sabr[áa]s)(?![\p{L}])/iu;
/** Turns of a quarrel that are enough without an insult, and with one. */
const LONG_QUARREL = 5;
const SHORT_QUARREL = 2;

/** Two people, neither of us, answer each other again and again, or do it with insults; the post is part of that. */
function isHeated({ post, thread, reading }: ReplyContext): boolean {
  const byKey = new Map(thread.map((other) => [other.key, other]));
  const chain: Post[] = [];
  for (
    let at: Post | undefined = post;
    at && chain.length < 12;
    at = at.parentKey ? byKey.get(at.parentKey) : undefined
  )
    chain.push(at);
  const turns = quarrelTurns(chain);
  const words = chain.slice(0, Math.max(2, turns + 1));
  const harsh =
    words.filter((other) => HARSH.test(other.text)).length + ((reading?.intents.offence ?? 0) >= 0.5 ? 1 : 0);
  const addressed = post.mention === 1 && turns < SHORT_QUARREL;
  return (
    !addressed &&
    ((turns >= SHORT_QUARREL && harsh > 0) ||
      (turns >= LONG_QUARREL && words.some((other) => /!|[A-ZÁÉÍÓÚÑ]{5,}/u.test(other.text))))
  );
}

/** How many times in a row the same two, other than us, answered one another. */
function quarrelTurns(chain: readonly Post[]): number {
  const pair = new Set(chain.slice(0, 2).map((post) => post.authorKey));
  if (pair.size < 2 || chain.slice(0, 2).some((post) => post.ours === 1)) return 0;
  let turns = 0;
  for (let i = 1; i < chain.length; i++) {
    const [later, earlier] = [chain[i - 1], chain[i]];
    if (
      !later ||
      !earlier ||
      earlier.ours === 1 ||
      !pair.has(earlier.authorKey) ||
      later.authorKey === earlier.authorKey
    )
      break;
    turns++;
  }
  return turns;
}
