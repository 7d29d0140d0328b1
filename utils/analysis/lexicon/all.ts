/** The lexicon of each language read in depth. */
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { it } from './it';
import { Lexicon } from './lexicon';
import { pt } from './pt';

const SOURCES: Record<string, string> = { en, es, pt, fr, de, it };
const EVERY = Object.values(SOURCES).join('\n');
const built = new Map<string, Lexicon>();

/** The lexicon of a language; of all of them together where the language is not known. */
export function lexiconOf(lang: string): Lexicon {
  const name = lang in SOURCES ? lang : 'und';
  let lexicon = built.get(name);
  if (!lexicon) {
    lexicon = new Lexicon(SOURCES[name] ?? EVERY);
    built.set(name, lexicon);
  }
  return lexicon;
}
