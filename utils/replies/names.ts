/** What to call somebody, and nothing more: a display name is untrusted text. */
import type { Author } from '../core/post';

/** Direction overrides, zero-width and control characters: invisible in a draft, so they have no place there. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/gu;
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** The text without characters nobody sees; line breaks stay. */
export function visibleText(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(/\t/gu, ' ').replace(CONTROLS, '').replace(INVISIBLE, '');
}

const NAME = /^\p{Lu}[\p{Ll}\p{M}]{1,13}(?:['’-]\p{Lu}?[\p{Ll}\p{M}]{1,13})?$/u;
const HANDLE = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{1,29}$/u;
/** Words that begin names of firms, roles and places, and words that order about. */
const NOT_FIRST_NAMES = new Set(
  (
    'the el la los las un una team equipo club tienda shop store dr dra sr sra mr mrs ms don doña prof admin administrator administrador moderator moderador system sistema ' +
    'support soporte user usuario usuaria guest invitado anonymous anónimo anónima anonymo deleted official oficial new nuevo nueva real not no yes si sí dear hello hola hi hey assistant ' +
    'asistente bot ignore ignora ignorad olvida forget send envía write escribe reply responde click haz your tu you soy am im please por free gratis ceo root null undefined developer'
  ).split(' '),
);
const DOUBLE_FIRST = new Set('maría maria josé jose juan ana luis miguel carlos marie jean rosa francisco'.split(' '));

/** First name where the name shown is one ("Ana García" → "Ana"), else the handle, else nothing. */
export function callingName(author: Pick<Author, 'name' | 'handle'>): string {
  // A name that hides characters hides something else too.
  const shown = visibleText(author.name) === author.name ? author.name : '';
  const tokens = shown.normalize('NFC').trim().split(/\s+/u);
  const [first = '', second = ''] = tokens;
  const isName = (word: string) => NAME.test(word) && !NOT_FIRST_NAMES.has(word.toLowerCase());
  if (isName(first) && tokens.length <= 4 && (tokens.length === 1 || tokens.slice(1).every(isNamePart))) {
    return tokens.length >= 3 && DOUBLE_FIRST.has(first.toLowerCase()) && isName(second) ? `${first} ${second}` : first;
  }
  const handle = visibleText(author.handle ?? (tokens.length === 1 ? first : '')).replace(/^@/u, '');
  return HANDLE.test(handle) && !NOT_FIRST_NAMES.has(handle.toLowerCase()) ? handle : '';
}

/** "García", "K.", "de", "O'Brien": what follows a first name. */
function isNamePart(word: string): boolean {
  return (
    /^(?:\p{Lu}[\p{L}\p{M}'’.-]{0,20}|de|la|del|van|von|der|di|da|dos|y|i)$/u.test(word) &&
    !NOT_FIRST_NAMES.has(word.toLowerCase().replace(/^(?:de|la|del)$/u, ''))
  );
}
