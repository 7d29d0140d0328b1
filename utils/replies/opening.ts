/**
 * A first answer composed from what was read: greet, name what they asked, acknowledge how they feel, one honest next step with
 * a gap for what only the human knows. It states no fact about the case.
 */
import type { Blank, Draft, ReplyContext } from '../core/draft';
import { actOf, languageOf, moodOf, registerOf } from './manner';
import { callingName } from './names';
import { type BlankWord, blankWord } from './templates/blank-words';
import { EN } from './templates/en';
import { ES_TU, ES_USTED } from './templates/es';
import type { Act, Templates } from './templates/shape';
import { SHORT } from './templates/short';
import { contract, topicOf } from './topic';
import { hashTerm } from './words';

const THEIRS = /^(?:your|tus?|sus?)\s/iu;

export function openingFor(context: ReplyContext): Draft {
  const { post, reading } = context;
  const lang = languageOf(post, reading);
  const name = callingName(post.author);
  const act = actOf(post, reading);
  const short = SHORT[lang];
  if (short) {
    const sentences = [name ? short.greetNamed : short.greet, act === 'thanks' ? short.welcome : short.thanks];
    return draftOf(context, act === 'thanks' ? sentences : [...sentences, '{_answer}'], lang, { name, topic: '' });
  }
  const register = registerOf(post.text);
  const templates = lang === 'es' ? (register === 'usted' ? ES_USTED : ES_TU) : EN;
  const said = lang === 'es' ? 'es' : 'en';
  const found = act === 'thanks' ? '' : (topicOf(post.text, lang, register, reading) ?? '');
  // "Thanks for your interest in your order": who thinks of buying is not interested in what is theirs already.
  const topic = act === 'buying' && THEIRS.test(found) ? '' : found;
  return draftOf(context, sentencesOf(templates, context, act, name, topic), said, { name, topic });
}

function sentencesOf(templates: Templates, context: ReplyContext, act: Act, name: string, topic: string): string[] {
  const { post, reading } = context;
  const wordings = templates.acknowledge[act][moodOf(post, reading)];
  const isUrgent =
    (reading?.intents.urgency ?? 0) >= 0.5 && (act === 'problem' || act === 'complaint' || act === 'request');
  return [
    pick(name ? templates.greetNamed : templates.greet, post.key),
    pick(topic ? wordings.about : wordings.plain, post.key),
    isUrgent ? templates.urgent : '',
    pick(templates.next[act], post.key),
  ].filter(Boolean);
}

/** The same post always gets the same wording; two posts of a thread seldom do. */
function pick(wordings: readonly string[], key: string): string {
  return wordings[hashTerm(key) % (wordings.length || 1)] ?? '';
}

function draftOf(
  context: ReplyContext,
  sentences: string[],
  lang: string,
  fill: { name: string; topic: string },
): Draft {
  const template = contract(
    sentences
      .join(' ')
      .replace('{name}', () => fill.name)
      .replace('{topic}', () => fill.topic),
  );
  const blanks: Blank[] = [];
  let text = '';
  let from = 0;
  for (const gap of template.matchAll(/\{_(\w+)\}/gu)) {
    const name = blankWord(gap[1] as BlankWord, lang);
    text += template.slice(from, gap.index);
    const start = text.length;
    text += `[${name}]`;
    blanks.push({ start, end: text.length, name });
    from = gap.index + gap[0].length;
  }
  text += template.slice(from);
  return {
    id: `${context.post.key}#opening`,
    text,
    source: { kind: 'opening', about: fill.topic },
    blanks,
    lang,
    why: ['reading'],
  };
}
