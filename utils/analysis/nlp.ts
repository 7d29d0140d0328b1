/**
 * English further apart: people, places, organisations, and what is spoken of. The only file that loads compromise, and
 * only in the analysis worker, when a post in English is opened: it is large and slow (docs/decisions/0019).
 */
import type { Topic, TopicKind } from '../core/topic';
import { ownWords } from './own-words';
import { topicsOf } from './topics';

const MOST = 12;
const LONGEST = 4_000;
/** A phrase longer than this is a sentence. */
const MOST_WORDS = 4;
const DETERMINER = /^(?:the|an?|my|our|your|his|her|their|its|this|that|these|those)\s+/i;
const PRONOUN =
  /^(?:i|me|you|he|him|she|her|it|we|us|they|them|who|this|that|these|those|something|anything|nothing)$/i;

/** What of a parsed text is asked for. */
interface Found {
  text: string;
  offset: { start: number; length: number };
}
interface View {
  json(options: { offset: boolean; text: boolean; terms: boolean }): Found[];
}
interface Nlp {
  people(): View;
  places(): View;
  organizations(): View;
  match(pattern: string): View;
}

/** Topics of a post in English: our own first where they are surer, what kind of name it is from compromise. */
export async function englishTopics(whole: string): Promise<Topic[]> {
  const { default: nlp } = (await import('compromise')) as unknown as { default: (text: string) => Nlp };
  const text = ownWords(whole).slice(0, LONGEST);
  const doc = nlp(text);
  const found = topicsOf(whole, 'en');
  for (const [kind, view] of [
    ['person', doc.people()],
    ['place', doc.places()],
    ['organisation', doc.organizations()],
  ] as const) {
    for (const topic of read(view, kind, text)) join(found, topic);
  }
  // Nouns with what describes them: "the front wheel", "delivery fee".
  for (const topic of read(doc.match('(#Adjective|#Noun)? #Noun+'), 'thing', text)) {
    // "the same", "our house": without who points at it, a bare noun is no topic.
    const lead = DETERMINER.exec(topic.text)?.[0].length ?? 0;
    topic.text = topic.text.slice(lead);
    topic.start += lead;
    const words = topic.text.split(/\s+/);
    // "us you": grammar calls pronouns nouns.
    if (words.some((word) => PRONOUN.test(word))) continue;
    if (words.length >= 2 && words.length <= MOST_WORDS && !/^\W|\d{3}/.test(topic.text)) join(found, topic);
  }
  return found.sort((a, b) => a.start - b.start).slice(0, MOST);
}

function read(view: View, kind: TopicKind, text: string): Topic[] {
  return view.json({ offset: true, text: true, terms: false }).flatMap(({ offset }) => {
    const said = text.slice(offset.start, offset.start + offset.length);
    const lead = said.length - said.replace(/^[^\p{L}\p{N}]+/u, '').length;
    const trimmed = said.slice(lead).replace(/[^\p{L}\p{N})]+$/u, '');
    if (trimmed.length < 2 || (kind !== 'thing' && !/\p{Lu}/u.test(trimmed))) return [];
    const start = offset.start + lead;
    return [{ kind, text: trimmed, start, end: start + trimmed.length }];
  });
}

/** A name that stands there already learns its kind; anything else must not overlap. */
function join(found: Topic[], topic: Topic): void {
  const same = found.find(({ start, end }) => start < topic.end && topic.start < end);
  if (!same) {
    if (!found.some(({ text }) => text.toLowerCase() === topic.text.toLowerCase())) found.push(topic);
  } else if (same.kind === 'name' && topic.kind !== 'thing' && topic.text.length >= same.text.length * 0.6) {
    same.kind = topic.kind;
  }
}
