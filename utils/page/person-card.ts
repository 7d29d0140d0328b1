/** The card of a person, beside their name: what was said, what one wrote, whom they talk with, how they sounded. */
import type { PersonCard } from '../core/marks';
import { day } from '../text/dates';
import { plural, t } from '../text/t';
import { spoke } from './badges';
import { make, sayWith } from './make';
import { noteList } from './note-box';

/** More are in the panel. */
const SHOWN_EXCHANGES = 4;

/** What the card says, above the note one may write there. */
export function personParts(document: Document, card: PersonCard, now: number): HTMLElement[] {
  const { mark } = card;
  const name = make(document, 'h2');
  name.append(make(document, 'bdi', '', mark.name));
  const parts: HTMLElement[] = [name, make(document, 'p', 'meta', spoke(mark, now))];
  if (card.looksLike !== undefined)
    parts.push(sayWith(document, (place) => t('looksLikeUs', place), card.looksLike, 'say warns'));
  if (mark.promise) {
    const { words, due } = mark.promise;
    const owed = (place: string) => (due === null ? t('badgeOwed', place) : t('badgeOwedBy', place, day(due, now)));
    parts.push(sayWith(document, owed, words));
  }
  if (card.notes.length > 0) parts.push(make(document, 'h3', '', t('notes')), ...noteList(document, card.notes, now));
  if (card.exchanges.length > 0) {
    const talk = make(document, 'div', 'talk');
    parts.push(make(document, 'h3', '', t('cardSaid')), talk);
    for (const said of card.exchanges.slice(0, SHOWN_EXCHANGES)) {
      const words = make(document, 'p', said.ours ? 'said ours' : 'said');
      const text = make(document, 'bdi', '', said.text);
      if (said.lang) text.lang = said.lang;
      words.append(text);
      const when = [said.ours ? t('cardUs') : '', day(said.at, now)].filter(Boolean).join(' · ');
      talk.append(make(document, 'p', 'meta', when), words);
    }
  }
  if (card.ties.length > 0) {
    const line = make(document, 'p', 'own');
    card.ties.forEach(({ name: other, times }, place) => {
      if (place > 0) line.append(' · ');
      line.append(make(document, 'bdi', '', other), `, ${plural('personTimes', times)}`);
    });
    parts.push(make(document, 'h3', '', t('cardTies')), line);
  }
  if (card.tones.length > 2) parts.push(make(document, 'h3', '', t('cardTone')), ...tonesOf(document, card.tones, now));
  return parts;
}

/** One bar a post between the first day and the last; the same in words, which is all that who cannot see it needs. */
function tonesOf(document: Document, tones: PersonCard['tones'], now: number): HTMLElement[] {
  const line = make(document, 'div', 'tones');
  line.setAttribute('aria-hidden', 'true');
  const bars = make(document, 'div', 'bars');
  for (const { tone } of tones) bars.append(make(document, 'span', tone ?? 'unsure'));
  const end = (post: PersonCard['tones'][number] | undefined) =>
    make(document, 'span', '', post ? day(post.at, now) : '');
  line.append(end(tones[0]), bars, end(tones.at(-1)));
  const count = (label: string) => tones.filter(({ tone }) => tone === label).length;
  const words = t('cardToneWords', plural('cardPosts', tones.length), count('positive'), count('negative'));
  return [line, make(document, 'p', 'meta', words)];
}
