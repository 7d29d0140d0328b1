/** When silence, or a private word, is the better answer. */
import { asksBack, closingOf } from '../core/closing';
import type { Advice, AdviceGround, ReplyContext } from '../core/draft';
import type { Post } from '../core/post';
import { guessAct } from './guesses';
import { holdsPersonalData } from './personal';
import type { Act } from './templates/shape';

/** The advice, and what it rests on, so that it can be said with its reason. */
export function adviseOn(context: ReplyContext): { advice: Advice; ground?: AdviceGround } {
  const { post, reading } = context;
  if (isSpam(context)) return { advice: 'spam' };
  const answer = answerOfOurs(context);
  if (answer) return { advice: 'alreadyAnswered', ground: { people: [answer.author.name], at: answer.at } };
  if (reading?.needsReply.reason === 'answered') return { advice: 'alreadyAnswered' };
  if (holdsPersonalData(post.text)) return { advice: 'private' };
  const quarrel = quarrelIn(context);
  if (quarrel) return { advice: 'heated', ground: quarrel };
  if (reading?.needsReply.reason === 'thanksOnly' || isClosing(context)) return { advice: 'thanksOnly' };
  const bait = baitIn(post.text);
  if (bait) return { advice: 'bait', ground: { words: bait } };
  return { advice: reading?.needsReply.reason === 'nothingAsked' && !/[?¿]/u.test(post.text) ? 'nothingAsked' : null };
}

export function adviceFor(context: ReplyContext): Advice {
  return adviseOn(context).advice;
}

function isClosing(context: ReplyContext): boolean {
  const answer = ourWordBefore(context);
  if (!answer && context.post.mention !== 1) return false;
  const before = !answer ? 'first' : asksBack(answer.text) ? 'asked' : 'answered';
  return closingOf(context.post.text, before) !== null;
}

const SELLS =
  /(?<![\p{L}])(?:free followers|crypto|bitcoin|forex|casino|viagra|onlyfans|whatsapp me|dm me to (?:earn|make)|make (?:money|\$\d+)|earn \$?\d+|giveaway|airdrop|click (?:here|the link)|buy followers|gana(?:r)? dinero|dinero (?:f[áa]cil|r[áa]pido)|inversi[óo]n garantizada|seguidores gratis|haz clic aqu[íi]|escr[íi]beme al whatsapp|apuestas|pr[ée]stamos? (?:r[áa]pido|sin aval)\w*)(?![\p{L}])/iu;

function isSpam({ post, reading }: ReplyContext): boolean {
  // The reading's own verdict is the careful one: a person taken for spam is left without an answer.
  if (reading?.needsReply.reason === 'spam') return true;
  const links = post.text.match(/https?:\/\/|www\./giu)?.length ?? 0;
  return SELLS.test(post.text) && links > 0;
}

function answerOfOurs({ post, thread }: ReplyContext): Post | undefined {
  const handle = post.author.handle?.toLowerCase();
  const ours = thread.filter((other) => other.ours === 1 && other.at >= post.at && other.key !== post.key);
  // After our answer they may have asked again in words of their own: only an answer to this very post counts.
  return ours.find(
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
function quarrelIn({ post, thread, reading }: ReplyContext): AdviceGround | null {
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
  const isQuarrel =
    !addressed &&
    ((turns >= SHORT_QUARREL && harsh > 0) ||
      (turns >= LONG_QUARREL && words.some((other) => /!|[A-ZÁÉÍÓÚÑ]{5,}/u.test(other.text))));
  if (!isQuarrel) return null;
  return { people: [...new Set(chain.slice(0, 2).map(({ author }) => author.name))], turns: turns + 1 };
}

const FOOLS_EN = 'idiots?|morons?|fools?|sheep|clowns?|stupid|dumb|losers?';
const FOOLS_ES = 'idiotas?|tont[oa]s?|imb[ée]ciles?|borreg[oa]s?|payas[oa]s?|bob[oa]s?|subnormales?|pringad[oa]s?';
const BAIT = new RegExp(
  [
    'change my mind|prove me wrong|fan ?boys?|sheeple|cope harder|cry (?:about|more)|triggered|ratio(?:ed)?|stay mad',
    `(?:only|just) (?:${FOOLS_EN}) (?:buy|use|like|would)|(?:anyone|everyone|everybody|people) who (?:buys?|uses?|likes?|pays?)[^.!?]{0,30} (?:is|are) (?:an? )?(?:${FOOLS_EN})`,
    "(?:bet|dare) (?:you|they)(?: all)? (?:won't|will not|to|'ll)? ?(?:delete|answer|reply|block|ban)|i dare you|let's see (?:you|them|if (?:you|they)) (?:delete|dare|answer)",
    'a que no (?:ten[ée]is|tienes|os atrev[ée]is|contest[áa]is|respond[ée]is)|convencedme|demostradme que me equivoco|vendidos|borregos|llorones|llorad(?: m[áa]s)?|fan ?boys?|palmeros',
    `solo (?:los |las )?(?:${FOOLS_ES}) (?:compran?|usan?|pagan?)|(?:quien|el que|la que|los que|todo el que) (?:compr|us|pag|defiend)\\p{L}+[^.!?]{0,30} (?:es|son) (?:un |una |unos )?(?:${FOOLS_ES})`,
    'a ver si (?:ten[ée]is|hay) (?:huevos|narices|cojones|valor)|apuesto a que (?:lo |me )?(?:borr|bloque)\\p{L}+|a ver cu[áa]nto tard[áa]is en borrar',
  ]
    .map((one) => `(?<![\\p{L}])(?:${one})(?![\\p{L}])`)
    .join('|'),
  'iu',
);
/** Whoever tells what does not work, or asks for something, is owed an answer however they say it. */
const OWED: readonly Act[] = ['problem', 'request', 'buying', 'leaving'];

/** The words that want a fight rather than an answer, or null. */
function baitIn(text: string): string | null {
  const plain = text.replace(/[’`]/gu, "'");
  const found = BAIT.exec(plain)?.[0];
  return found && !OWED.includes(guessAct(plain.replace(new RegExp(BAIT, 'giu'), ' '))) ? found : null;
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
