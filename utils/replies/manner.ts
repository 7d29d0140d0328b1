/** How somebody writes, so that the answer can match: language, tú or usted, calm or upset, and what they are after. */
import type { Post } from '../core/post';
import type { Intent, Reading } from '../core/reading';
import { guessAct, UPSET } from './guesses';
import type { Act, Mood } from './templates/shape';
import type { Register } from './topic';
import { foldedWords } from './words';

const MARKS: Record<string, Set<string>> = {
  es: new Set('el la los las que de y en un una es por para con no se me mi lo te os su como pero mas ya hola gracias cuando donde tengo esta vuestra vuestro'.split(' ')),
  en: new Set('the and to of a is in it you i my for on that this with not have has but your was are be me can do when how what thanks hi'.split(' ')),
}; // biome-ignore format: a table

/** Language of the answer: as read, as the page says, or by its commonest words. */
export function languageOf(post: Pick<Post, 'lang' | 'text'>, reading: Reading | null): string {
  // No other language of ours opens a question with its mark upside down.
  if (/[¿¡]/u.test(post.text)) return 'es';
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

const SURE = 0.6;

export function moodOf(post: Pick<Post, 'text'>, reading: Reading | null): Mood {
  const { label, confidence } = reading?.tone ?? { label: null, confidence: 0 };
  // To console somebody who only asks is worse than to answer plainly somebody who is cross.
  if (label && confidence >= SURE) return label === 'negative' || label === 'mixed' ? 'upset' : 'calm';
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

/** As read, else guessed from its words: a draft may be wanted before the post was read. */
export function actOf(post: Pick<Post, 'text'>, reading: Reading | null): Act {
  const guess = guessAct(post.text);
  const read = reading ? ORDER.find(([intent]) => (reading.intents[intent] ?? 0) >= 0.5)?.[1] : undefined;
  // "The evening was lovely, thank you" thanks for no help of ours.
  if (read === 'thanks' && ((reading?.intents.praise ?? 0) >= 0.5 || guess === 'praise')) return 'praise';
  return read ?? guess;
}
