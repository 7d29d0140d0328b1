/** How somebody writes, so that the answer can match: language, tú or usted, calm or upset, and what they are after. */
import type { Post } from '../core/post';
import type { Intent, Reading } from '../core/reading';
import type { Act, Mood } from './templates/shape';
import type { Register } from './topic';
import { foldedWords } from './words';

const MARKS: Record<string, Set<string>> = {
  es: new Set('el la los las que de y en un una es por para con no se me mi lo te os su como pero mas ya hola gracias cuando donde tengo esta vuestra vuestro'.split(' ')),
  en: new Set('the and to of a is in it you i my for on that this with not have has but your was are be me can do when how what thanks hi'.split(' ')),
}; // biome-ignore format: a table

/** Language of the answer: as read, as the page says, or by its commonest words. */
export function languageOf(post: Pick<Post, 'lang' | 'text'>, reading: Reading | null): string {
  if (reading && reading.lang !== 'und') return reading.lang;
  const words = foldedWords(post.text);
  const count = (lang: string) =>
    words.filter((word) => MARKS[lang]?.has(word)).length +
    (lang === 'es' ? (post.text.match(/[¿¡ñáéíóú]/giu)?.length ?? 0) : 0);
  const [es, en] = [count('es'), count('en')];
  if (es !== en) return es > en ? 'es' : 'en';
  return post.lang?.split('-')[0]?.toLowerCase() ?? 'en';
}

const USTED =
  /(?<![\p{L}])(?:usted(?:es)?|podr(?:ía|ían)(?: (?:usted|ayudarme|decirme|indicarme|informarme|confirmarme))|disculpen?|perdonen?|d[íi]ga(?:n)?me|ind[íi]quen?(?:me)?|estimad[oa]s?|señor(?:es|a|as)?|le[s]? (?:escribo|agradecería|ruego|agradezco|pido|informo|comunico)|atentamente|un cordial saludo|saludos cordiales|ruego|tengan?|sean? (?:tan|amables?)|su(?:s)? (?:empresa|página|web|tienda|producto|servicio|respuesta|equipo|aplicación|app|atención))(?![\p{L}])/iu;
const TU =
  /(?<![\p{L}])(?:tú|te|ti|contigo|vosotr[oa]s|os|vuestr[oa]s?|tenéis|podéis|sois|habéis|estáis|tienes|puedes|eres|has|sabes|sabéis|oye|holi|tío|tía|porfa|\p{L}+(?:áis|éis))(?![\p{L}])/giu;

/** usted only where they use it themselves, and do not also say tú or vosotros more often. */
export function registerOf(text: string): Register {
  return USTED.test(text) && (text.match(TU)?.length ?? 0) < 2 ? 'usted' : 'tu';
}

const UPSET =
  /(?<![\p{L}])(?:awful|terrible|horrible|worst|useless|ridiculous|unacceptable|disappoint\w*|angry|fed up|furious|annoy\w*|joke|sick of|hate|disgrace\w*|shame\w*|ruin\w*|vergüenza|vergonzos\w*|inaceptable|fatal|pésim\w*|lamentable|harta?s?|hasta las narices|decepci\w*|indigna\w*|enfad\w*|cabread\w*|asco|nefast\w*|tomadura|odio|horror)(?![\p{L}])|!{2,}/iu;

export function moodOf(post: Pick<Post, 'text'>, reading: Reading | null): Mood {
  const label = reading?.tone.label;
  if (label === 'negative' || label === 'mixed') return 'upset';
  if (label === 'positive' || label === 'neutral') return 'calm';
  const letters = post.text.replace(/[^\p{L}]/gu, '');
  const shouts = letters.length > 15 && letters.replace(/\p{Ll}/gu, '').length > letters.length * 0.7;
  return UPSET.test(post.text) || shouts ? 'upset' : 'calm';
}

/** What an answer must do first; where several intents were read, the one that binds most. */
const ORDER: [intent: Intent, act: Act][] = [
  ['leaving', 'leaving'],
  ['problem', 'problem'],
  ['complaint', 'complaint'],
  ['buying', 'buying'],
  ['request', 'request'],
  ['question', 'question'],
  ['offence', 'complaint'],
  ['thanks', 'thanks'],
  ['praise', 'praise'],
];

const GUESSES: [act: Act, pattern: RegExp][] = [
  [
    'leaving',
    /\b(?:cancel(?:ling|ing)? my|i'm (?:out|leaving|done)|switching to|unsubscrib\w*|closing my account|me (?:voy|paso|cambio) a|me doy de baja|darme de baja|cancelo (?:mi|la)|no vuelvo a)\b/iu,
  ],
  [
    'problem',
    /(?<![\p{L}])(?:(?:does|do|did|is|was|has|can|will)(?:n't|n’t| not)|won't|can't|cannot|stopped|crash\w*|broken|broke|fail\w*|error|bug|leak\w*|stuck|freez\w*|no (?:funciona|va|carga|llega|abre|enciende|arranca|puedo|me deja)|dejó de|falla\w*|se (?:cierra|cuelga|bloquea|ha roto|rompió)|rot[oa]|gote\w*|error|avería|pierde)(?![\p{L}])/iu,
  ],
  ['complaint', UPSET],
  [
    'buying',
    /(?<![\p{L}])(?:thinking (?:of|about) (?:buying|getting)|worth (?:buying|it)|before i buy|how much|price|ship to|in stock|estoy pensando en|merece la pena|antes de comprar|cuánto (?:cuesta|vale)|precio|hacéis envíos|hay existencias|me lo compro)(?![\p{L}])/iu,
  ],
  [
    'request',
    /(?<![\p{L}])(?:please (?:add|make|bring|send|refund|cancel)|could you|can you|would you|i(?:'d| would) like|i want|podr[íi]ais|podéis|podrían|pod[ée]is|quisiera|querría|me gustaría|solicito|añadid|poned)(?![\p{L}])/iu,
  ],
  ['question', /[?¿]/u],
  ['thanks', /(?<![\p{L}])(?:thanks|thank you|cheers|gracias|agradec\w*)(?![\p{L}])/iu],
  [
    'praise',
    /(?<![\p{L}])(?:love|great|amazing|awesome|fantastic|best|beautiful|encanta\w*|genial|maravill\w*|estupend\w*|increíble|preciosa?|chul[oa])(?![\p{L}])/iu,
  ],
];

/** As read, else guessed from its words: a draft may be wanted before the post was read. */
export function actOf(post: Pick<Post, 'text'>, reading: Reading | null): Act {
  if (reading) {
    const read = ORDER.find(([intent]) => (reading.intents[intent] ?? 0) >= 0.5);
    if (read) return read[1];
  }
  return GUESSES.find(([, pattern]) => pattern.test(post.text))?.[0] ?? 'other';
}
