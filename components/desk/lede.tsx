import type { DeskRow } from '../../utils/panel/desk-rows';
import { waitingPeople } from '../../utils/panel/desk-rows';
import type { DeskTab } from '../../utils/panel/router';
import { DAY, daysBetween, since } from '../../utils/text/dates';
import { list } from '../../utils/text/lists';
import { calledName } from '../../utils/text/names';
import { capital, spelled } from '../../utils/text/numbers';
import { rich } from '../../utils/text/rich';
import { plural } from '../../utils/text/t';
import { Name } from '../ui/byline';

export interface LedeProps {
  tab: DeskTab;
  rows: readonly DeskRow[];
  /** People in all, where more are kept than shown. */
  people: number;
  now: number;
}

/** More names than this are no sentence any more. */
const NAMED = 3;

/** One sentence that says who, before any list: "Six people are waiting for a word from us; Leire and Bram since Thursday." */
export function Lede({ tab, rows, people, now }: LedeProps) {
  const waiting = waitingPeople(rows);
  const first = waiting[0];
  if (!first) return null;
  const many = <b>{capital(plural('peopleCount', people, spelled(people)))}</b>;
  if (tab === 'waiting') return <Sentence>{rich('ledeTheirs', many)}</Sentence>;
  if (tab === 'snoozed') return <Sentence>{rich('ledeLater', many)}</Sentence>;
  if (tab === 'done') return <Sentence>{rich('ledeDone')}</Sentence>;

  if (people === 1) {
    const name = (
      <b>
        <Name>{first.name}</Name>
      </b>
    );
    return <Sentence>{rich('ledeOne', name, since(first.since, now))}</Sentence>;
  }
  const oldest = waiting.filter((person) => daysBetween(first.since, person.since) === 0);
  if (oldest.length > NAMED || now - first.since < DAY) return <Sentence>{rich('ledeMany', many)}</Sentence>;
  // Everyone since the same day: then the day belongs to all of them.
  const names = oldest.map((person) => calledName(person.name));
  if (oldest.length === people) return <Sentence>{rich('ledeManySince', many, since(first.since, now))}</Sentence>;
  return <Sentence>{rich('ledeOldest', many, <Name>{list(names)}</Name>, since(first.since, now))}</Sentence>;
}

function Sentence({ children }: { children: preact.ComponentChildren }) {
  return (
    <div class="lede">
      <p class="say">{children}</p>
    </div>
  );
}
