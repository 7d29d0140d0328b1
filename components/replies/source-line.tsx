import type { Draft } from '../../utils/core/draft';
import { withoutHidden } from '../../utils/core/hidden';
import { day } from '../../utils/text/dates';
import { list } from '../../utils/text/lists';
import { spelled } from '../../utils/text/numbers';
import { rich } from '../../utils/text/rich';
import { plural, t } from '../../utils/text/t';
import { Name } from '../ui/byline';
import { plain } from '../ui/plain';

export interface SourceLineProps {
  draft: Draft;
  now: number;
  id: string;
  href: string | undefined;
  missing: number;
}

/** Where a draft comes from, said before it is read. */
export function SourceLine({ draft, now, id, href, missing }: SourceLineProps) {
  const { source } = draft;
  // What became of it, and that an opening follows what was read, is said already.
  const why = (draft.why ?? []).filter((one) => one !== 'thanked' && one !== 'solved' && one !== 'reading').slice(0, 2);
  return (
    <p class="source" id={id}>
      <b>{t(`source_${source.kind}`)}</b>
      {source.kind === 'opening' && source.about.trim() === '' ? null : ' · '}
      {source.kind === 'ownWords'
        ? rich(
            'fromWhatYouWrote',
            href ? (
              <a href={href}>
                <Name>{source.to}</Name>
              </a>
            ) : (
              <Name>{source.to}</Name>
            ),
            day(source.at, now),
          )
        : source.kind === 'saved'
          ? `“${withoutHidden(source.name)}”`
          : source.kind === 'model'
            ? rich('modelFrom', <bdi dir="auto">{plain(source.name)}</bdi>)
            : source.about.trim() !== '' && rich('fromWhatTheyAsk', <bdi dir="auto">{plain(source.about)}</bdi>)}
      {source.kind === 'ownWords' && source.outcome ? `; ${t(`outcome_${source.outcome}`)}` : null}
      {why.length > 0
        ? ` · ${t('whyHere', list(why.map((one) => t(`why_${one as Exclude<typeof one, 'reading'>}`))))}`
        : null}
      {missing > 0 ? ` · ${plural('thingsMissing', missing, spelled(missing))}` : null}
    </p>
  );
}
