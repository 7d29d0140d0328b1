/**
 * Reads between the lines of one post: language, tone, intents, whether it wants an answer, and the words that say so.
 * Pure: the model, the text and what stands around it are given.
 */
import type { Evidence, Intent, Reading } from '../core/reading';
import { INTENTS } from '../core/reading';
import type { Delta } from './delta';
import { type Passage, toEvidence, toneEvidence } from './evidence';
import { FeatureList, type Parsed, parse } from './features';
import { checkSignals, HEADS, presentIn, probability, pull } from './intent';
import { LANGUAGES, LanguageDetector } from './language';
import type { Tag } from './lexicon/lexicon';
import { HashedReader } from './linear';
import type { IntentHead, ReadingModel } from './model';
import { type Around, needsReply } from './needs-reply';
import { ownWords } from './own-words';
import { readSignals, SIGNALS } from './signals';
import { type Token, tokenize } from './text';
import { NEGATIVE, POSITIVE, ToneReader } from './tone';
import { KEPT } from './word-form';

export interface ReadRequest extends Around {
  text: string;
  /** As the platform says, BCP 47. */
  lang?: string | null | undefined;
  /** What thread and author speak, as shares: tells short posts apart. */
  languagePrior?: Partial<Record<string, number>> | undefined;
}

export type ReadResult = Omit<Reading, 'key' | 'fingerprint'>;

/** An intent below this is not worth keeping. From 0.5 on it is said. */
const WORTH_KEEPING = 0.1;
const SAID = 0.5;
const HINT_OF_IRONY = 0.5;
/** No word of complaint or trouble in a post that is glad: the number of sentences alone makes no complaint. */
const GLAD = 0.3;
const BLAMES: ReadonlySet<Tag> = new Set<Tag>([
  'complaint',
  'problem',
  'unthanks',
  'leaving',
  'offence',
  'irony',
  '-2',
]);
const HARDLY = 0.4;
const MOST_EVIDENCE = 6;
/** What only helps a phrase to its meaning: the thing, the people, since when. Shown where nothing says it outright. */
const BESIDE: ReadonlySet<Tag> = new Set<Tag>([
  'thing',
  'staff',
  'since',
  'you',
  'want',
  'works',
  'bond',
  'not',
  'but',
]);

/** The platform's word weighs like a long clear sentence: only clear text in another language overrides it. */
const PLATFORM_STRENGTH = 2;
const OVERRULED_AT = 0.95;
/** What thread and author speak weighs more where there are hardly any words. */
const FEW_WORDS = 3;

export interface Reader {
  readonly version: string;
  /** `delta`: what the user's corrections add. */
  read(request: ReadRequest, delta?: Delta): ReadResult;
}

function primary(lang: string | null | undefined): string | undefined {
  const code = lang?.toLowerCase().match(/^[a-z]{2,3}(?=$|[-_])/)?.[0];
  // X writes `qme`, `qht`… where there is no language; ISO 639 keeps q?? for private use.
  return code && code !== 'und' && code !== 'zxx' && !/^q[a-t][a-z]$/.test(code) ? code : undefined;
}

function languageOf(detector: LanguageDetector, request: ReadRequest, tokens: readonly Token[]): string {
  const told = primary(request.lang);
  if (told) {
    if (!(LANGUAGES as readonly string[]).includes(told)) {
      const own = detector.detect(tokens);
      return own.lang !== 'und' && own.confidence >= OVERRULED_AT && tokens.length >= 8 ? own.lang : told;
    }
    const found = detector.detect(tokens, { [told]: 1 }, PLATFORM_STRENGTH);
    return found.confidence >= OVERRULED_AT && tokens.length >= 6 ? found.lang : told;
  }
  const found = detector.detect(tokens, request.languagePrior, tokens.length <= FEW_WORDS ? 2 : 1);
  return found.confidence < 0.3 ? 'und' : found.lang;
}

export function createReader(model: ReadingModel): Reader {
  checkSignals(model);
  const detector = new LanguageDetector(model.language);
  const toneReader = new ToneReader(model);
  const feelings = new HashedReader(model.feelings, KEPT.feelings);
  const list = new FeatureList();
  // Used anew for each post: typed arrays are dear to make.
  const signals = new Float64Array(SIGNALS.length);

  function intentEvidence(parsed: Parsed, intents: Record<Intent, number>): Evidence[] {
    const said = INTENTS.filter((name) => intents[name] >= SAID);
    if (said.length === 0) return [];
    return said
      .sort((a, b) => intents[b] - intents[a])
      .flatMap((name) => {
        const head = model.intents[name];
        const found: Passage[] = [];
        const beside: Passage[] = [];
        for (const match of parsed.matches) {
          const weight = pull(head, match, parsed);
          if (weight <= 0.25) continue;
          const { tag, from, to } = match;
          if (BESIDE.has(tag)) beside.push({ from, to, weight });
          else found.push({ from, to, weight, rule: 'phrase' });
        }
        const passages = found.length > 0 ? found : beside;
        if (name === 'question') {
          parsed.tokens.forEach((token, at) => {
            if (token.kind === 'mark' && token.norm.includes('?'))
              passages.push({ from: at, to: at + 1, weight: 1, rule: 'questionMark' });
          });
        }
        return toEvidence(passages, parsed, name, 2);
      });
  }

  function read(request: ReadRequest, delta?: Delta): ReadResult {
    const text = ownWords(request.text);
    const tokens = tokenize(text);
    const lang = languageOf(detector, request, tokens);
    const parsed = parse(text, lang, list, tokens);
    const moved = delta?.shiftOf(parsed);
    const { tone, scored } = toneReader.read(parsed, moved);
    const felt = lang === 'en' ? feelings.score(parsed).logits : undefined;
    const heard = {
      positive: tone.scores.positive,
      negative: tone.scores.negative,
      thanks: felt ? (felt[0] as number) + model.feelingsIntercepts[0] : -2,
      praise: felt ? (felt[1] as number) + model.feelingsIntercepts[1] : -2,
    };
    readSignals(parsed, heard, signals);
    const heads = {} as Record<IntentHead, number>;
    const present = presentIn(signals);
    for (const name of HEADS) {
      const shift = name === 'irony' ? 0 : (moved?.intents[name] ?? 0);
      heads[name] = tokens.length ? probability(model.intents[name], signals, present, shift) : 0;
    }
    const { positive, negative } = tone.scores;
    const isGlad = positive > negative && negative < GLAD && !parsed.matches.some(({ tag }) => BLAMES.has(tag));
    if (isGlad && !moved) heads.complaint = Math.min(heads.complaint, HARDLY);
    const intents: Reading['intents'] = {};
    for (const name of INTENTS) if (heads[name] >= WORTH_KEEPING) intents[name] = round(heads[name]);

    const evidence: Evidence[] = [];
    const side = tone.label === 'positive' ? POSITIVE : NEGATIVE;
    if (tone.label === 'positive' || tone.label === 'negative') {
      evidence.push(...toneEvidence(parsed, scored, side, tone.label));
    } else if (tone.label === 'mixed') {
      evidence.push(...toneEvidence(parsed, scored, POSITIVE, 'positive').slice(0, 1));
      evidence.push(...toneEvidence(parsed, scored, NEGATIVE, 'negative').slice(0, 1));
    }
    evidence.push(...intentEvidence(parsed, heads));
    return {
      version: model.version,
      lang,
      tone: { ...tone, confidence: round(tone.confidence), scores: rounded(tone.scores) },
      intents,
      ...(heads.irony >= HINT_OF_IRONY && { irony: round(heads.irony) }),
      needsReply: tokens.length
        ? needsReply(model.needsReply, signals, heads, request, moved?.needsReply)
        : { value: false, confidence: 1, reason: request.ours ? 'ours' : 'nothingAsked' },
      evidence: evidence.slice(0, MOST_EVIDENCE),
    };
  }

  return { version: model.version, read };
}

const round = (x: number) => Math.round(x * 1000) / 1000;
const rounded = (scores: Reading['tone']['scores']) => ({
  positive: round(scores.positive),
  neutral: round(scores.neutral),
  negative: round(scores.negative),
});
