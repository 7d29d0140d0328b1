/** Whether a message ends an exchange: thanks, agreement or a goodbye owes no reply. */
import { AGREES, ASKS, COMPLAINS, GOODBYE, HARMLESS, REQUESTS, SOLVED, THANKS, TURNS_ROUND } from './closing-words';
import { fold } from './normalize';

export type Closing = 'solved' | 'thanks' | 'goodbye' | 'agrees';

/** Longer than this, somebody is telling something. */
const LONGEST_CLOSING = 600;

/** Words beside the thanks that still read as thanks: "thanks for … the kind answer". */
const THANKED_FOR = 16;

const GLAD_SIGNS =
  /[\u{1F44D}\u{1F44C}\u{1F64F}\u{1F64C}\u{1F44F}\u{1F60A}\u{1F600}-\u{1F606}\u{1F60D}\u{1F970}\u{1F917}\u{1F389}\u{1F4AA}\u{1FAF6}\u{1F49A}-\u{1F49C}\u{1F9E1}\u2764\u2665\u2705\u{1F642}]/u;
const SORRY_SIGNS =
  /[\u{1F621}\u{1F620}\u{1F92C}\u{1F44E}\u{1F624}\u{1F612}\u{1F644}\u{1F926}\u{1F92E}\u{1F595}\u{1F4A9}\u{1F643}]/u;

/**
 * What the message comes after. After an answer (`answered`) more may stand beside the thanks than in a message that opens
 * an exchange (`first`), where thanks are often said ahead. When we asked for something (`asked`), whatever stands beside
 * the thanks is what we asked for.
 */
export type Before = 'first' | 'answered' | 'asked';

/** What closes the exchange, or null where the writer is owed, or may be owed, an answer. */
export function closingOf(text: string, before: Before): Closing | null {
  const plain = text.replace(/https?:\/\/\S+/g, ' ').replace(/(^|\s)[@#][\p{L}\p{N}_.-]+/gu, '$1');
  if (plain.length > LONGEST_CLOSING || SORRY_SIGNS.test(plain) || /[?¿؟？]/.test(plain)) return null;
  const folded = fold(plain).replace(/[’‘`´]/g, "'");
  if (!/[\p{L}\p{N}]/u.test(folded)) return GLAD_SIGNS.test(plain) ? 'agrees' : null;
  // Most posts hold none of these words: what follows is for those that do.
  if (!kindOf(folded)) return null;
  const said = lastTurn(folded).replace(HARMLESS, ' ');
  if (has(COMPLAINS, said) || has(REQUESTS, said)) return null;
  const sentences = said.split(/[.!;:\n…]+/).map((sentence) => sentence.replace(/^[\s,¡(-]+/, ''));
  if (sentences.some((sentence) => ASKS.test(sentence))) return null;
  const closing = kindOf(said);
  if (!closing) return null;
  const beside = sentences.reduce((sum, sentence) => sum + wordsBeside(sentence), 0);
  // A name may stand beside the thanks, but a sentence of its own is what we asked for.
  const tells = sentences.some((sentence) => !has(THANKS, sentence) && wordsBeside(sentence) > 0);
  if (before === 'asked' && closing !== 'solved' && tells) return null;
  return beside <= mayStandBeside(closing, before) ? closing : null;
}

function mayStandBeside(closing: Closing, before: Before): number {
  if (closing === 'solved') return before === 'first' ? 3 : 14;
  if (closing === 'thanks') return { first: 3, answered: 14, asked: 1 }[before];
  return before === 'answered' ? 2 : 1;
}

/** Whether a message of ours asks for something: a question, or "tell me …", but no "if it goes on, tell me". */
export function asksBack(text: string): boolean {
  if (/[?¿]/.test(text)) return true;
  return fold(text)
    .split(/[.!;:\n…]+/)
    .some((sentence) => {
      const said = sentence.trim();
      if (
        /^(?:si|if) (?:you |me |nos )?(?:could |can )?(?:di(?:ces|ceis|ce|cis)|decis|pasas|mandas|envias|cuentas|tell|send|share)/.test(
          said,
        )
      )
        return true;
      return !/^(?:si|if|por si|in case|cualquier|any|wenn|falls|se|caso) /.test(said) && has(REQUESTS, said);
    });
}

/** "It took long, but thanks": what counts is said after the turn. "Thanks, but it fails" keeps both sides. */
function lastTurn(folded: string): string {
  const parts = folded.split(TURNS_ROUND);
  const last = parts.at(-1) ?? '';
  if (parts.length === 1 || kindOf(last)) return last;
  // A turn that leads to no closing leads to what is still wanted.
  return `${folded} still not`;
}

function kindOf(said: string): Closing | null {
  if (has(SOLVED, said)) return 'solved';
  if (has(THANKS, said)) return 'thanks';
  if (has(GOODBYE, said)) return 'goodbye';
  return has(AGREES, said) ? 'agrees' : null;
}

function has(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

/** Words of a sentence that neither close nor say what the thanks are for. */
function wordsBeside(sentence: string): number {
  let rest = sentence;
  const thanked = sentence.search(THANKS);
  if (thanked >= 0) {
    const after = sentence.slice(thanked).replace(THANKS, ' ');
    const words = after.split(/[^\p{L}\p{N}']+/u).filter(Boolean);
    const isFor =
      /^(?:\s|,|de verdad|so much|very much|a lot|mucho|bien|beaucoup|sehr|davvero|mesmo)*(?:por|for|pela|pelo|pelas|pelos|pour|de |d'|fur|per|a |to |y |and )/.test(
        after,
      );
    rest = sentence.slice(0, thanked) + (isFor ? ` ${words.slice(THANKED_FOR).join(' ')}` : after);
  }
  for (const pattern of [SOLVED, GOODBYE, AGREES, THANKS]) rest = rest.replace(pattern, ' ');
  return rest.split(/[^\p{L}\p{N}']+/u).filter((word) => word.length > 1 && !FILLERS.has(word)).length;
}

/** Words that carry nothing by themselves. */
const FILLERS = new Set(
  (
    'muy mucho muchas tan todo todos ya pues si no hola buenas oye eh ay jaja jeje bueno por la el los las de del un una que me te os lo y a en es con de verdad ' +
    'so very much all you guys again team hi hello hey oh ah haha yes yeah for the that this it is to and a lot really folks everyone anyway now just ' +
    'muito muita tudo oi ola pra pelo pela e o os as um uma da do gente sim ' +
    'beaucoup tres bien bonjour salut oui merci pour le la les des tout a tous vous toi et ' +
    'sehr schon auch euch dir ihnen ja hallo fur die das der und alle noch mal ' +
    'molto tanto tutto tutti si ciao per il la le gli di e a voi te'
  ).split(' '),
);
