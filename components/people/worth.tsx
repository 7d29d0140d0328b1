import { withoutHidden } from '../../utils/core/hidden';
import type { Worth } from '../../utils/core/ties';
import { hrefOf } from '../../utils/panel/router';
import { ago, lasting, since } from '../../utils/text/dates';
import { list } from '../../utils/text/lists';
import { rich } from '../../utils/text/rich';
import { plural, t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { Name } from '../ui/byline';

interface WorthProps {
  worth: readonly Worth[];
  now: number;
  onLetBe: (worth: Worth) => void;
}

/** Who is worth a word, and why: each can be put aside, and taken back. */
export function WorthAWord({ worth, now, onLetBe }: WorthProps) {
  if (worth.length === 0) return null;
  return (
    <section class="section" aria-labelledby="worth">
      <h2 class="h" id="worth">
        {t('worthTitle')}
      </h2>
      <ul class="worth">
        {worth.map((one) => (
          <li key={`${one.kind} ${one.account}`}>
            <a
              class="person-name"
              href={
                one.kind === 'welcome' || one.kind === 'introduce'
                  ? hrefOf({ screen: 'thread', thread: one.thread, post: one.post })
                  : hrefOf({ screen: 'person', id: one.account })
              }
            >
              <Name>{one.name}</Name>
            </a>
            <p class="meta">
              {reasonOf(one, now)}{' '}
              <LinkButton onClick={() => onLetBe(one)}>
                {t('worthLetBe')}
                <span class="sr"> {withoutHidden(one.name)}</span>
              </LinkButton>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function reasonOf(one: Worth, now: number) {
  switch (one.kind) {
    case 'welcome':
      return t('worth_welcome', since(one.at, now));
    case 'introduce':
      return rich(
        'worth_introduce',
        list(one.words.slice(0, 3)),
        <a href={hrefOf({ screen: 'thread', thread: one.other.thread, post: one.other.post })}>
          <Name>{one.other.name}</Name>
        </a>,
      );
    case 'reconnect':
      return one.rhythm === undefined
        ? t('worth_reconnect', lasting(one.usual), ago(one.lastAt, now))
        : t('worth_rhythm', t(`rhythm_${one.rhythm}` as 'rhythm_7').toLowerCase(), ago(one.lastAt, now));
    case 'thank':
      return plural('worth_thank', one.welcomed);
  }
}
