/** How a person is called and recognised on a screen without a picture. */
import { withoutHidden } from '../core/hidden';

/** Emoji, flags and other ornament people put around their names. */
const ORNAMENT = /[^\p{L}\p{N}\s'’._-]/gu;

/** Two initials: of the first and last word, or the first two letters of a single one. */
export function initials(name: string): string {
  const words = name
    .replace(ORNAMENT, ' ')
    .split(/[\s._-]+/u)
    .filter(Boolean);
  const first = words[0];
  if (first === undefined) return [...withoutHidden(name).trim().replace(/^@/, '')][0] ?? '?';
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  const letters = last ? [...first][0] + ([...last][0] ?? '') : [...first].slice(0, 2).join('');
  return letters.toLocaleUpperCase();
}

/** One of twelve hues for a person, the same on every screen and every day. */
export function hue(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return ((hash >>> 0) % 12) * 30;
}

/** The name one would say in a sentence: the first word of "Leire Zabala", the whole of "leire_z". */
export function calledName(name: string): string {
  const said = withoutHidden(name).trim();
  const words = said.split(/\s+/);
  const first = words[0] ?? said;
  return words.length > 1 && /^\p{L}[\p{L}'’-]+$/u.test(first) ? first : said;
}
