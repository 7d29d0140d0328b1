/** The card of a person, beside their name: what was said, what one wrote, whom they talk with, how they sounded. */
import type { PersonCard } from '../core/marks';
import { day } from '../text/dates';
import { plural, t } from '../text/t';
import { spoke } from './badges';
import { make } from './make';
import { noteList } from './note-box';

/** What the card says, above the note one may write there. */
export function personParts(document: Document, card: PersonCard, now: number): HTMLElement[] {
  const { mark } = card;
  const name = make(document, 'h2');
  name.append(make(document, 'bdi', '', mark.name));
  const parts: HTMLElement[] = [name, make(document, 'p', 'meta', spoke(mark, now))];
  if (mark.promise) {
    const { words, due } = mark.promise;
    parts.push(
      make(document, 'p', 'say', due === null ? t('badgeOwed', words) : t('badgeOwedBy', words, day(due, now))),
    );
  }
  if (card.notes.length > 0) parts.push(make(document, 'h3', '', t('notes')), ...noteList(document, card.notes, now));
  if (card.exchanges.length > 0) {
    parts.push(make(document, 'h3', '', t('cardSaid')));
    for (const said of card.exchanges) {
      const words = make(document, 'p', said.ours ? 'said ours' : 'said');
      const text = make(document, 'bdi', '', said.text);
      if (said.lang) text.lang = said.lang;
      words.append(text);
      parts.push(
        words,
        make(document, 'p', 'meta', [said.ours ? t('cardUs') : '', day(said.at, now)].filter(Boolean).join(' · ')),
      );
    }
  }
  if (card.ties.length > 0) {
    const line = make(document, 'p', 'own');
    card.ties.forEach(({ name: other, times }, place) => {
      if (place > 0) line.append(' · ');
      line.append(make(document, 'bdi', '', other), ` ${times}`);
    });
    parts.push(make(document, 'h3', '', t('cardTies')), line);
  }
  if (card.tones.length > 2) parts.push(make(document, 'h3', '', t('cardTone')), tonesOf(document, card.tones));
  return parts;
}

/** One bar a post, the oldest first; the same in words for who cannot see it. */
function tonesOf(document: Document, tones: PersonCard['tones']): HTMLElement {
  const bars = make(document, 'div', 'tones');
  bars.setAttribute('role', 'img');
  const count = (label: string) => tones.filter(({ tone }) => tone === label).length;
  bars.setAttribute(
    'aria-label',
    t('cardToneWords', plural('cardPosts', tones.length), count('positive'), count('negative')),
  );
  for (const { tone } of tones) bars.append(make(document, 'span', tone ?? 'unsure'));
  return bars;
}
