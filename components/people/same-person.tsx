import type { PersonMoreModel } from '../../utils/panel/person-more';
import { list } from '../../utils/text/lists';
import { capital } from '../../utils/text/numbers';
import { rich } from '../../utils/text/rich';
import { siteName } from '../../utils/text/sites';
import { t } from '../../utils/text/t';
import { Button } from '../ui/button';
import { Name } from '../ui/byline';
import { Outward } from './of-themselves';

type Proposal = PersonMoreModel['proposals']['value'][number];

/** "Also tveb, on the forum?": why it may be so, what speaks against it, and two equal answers. */
export function SamePerson({ model }: { model: PersonMoreModel }) {
  return (
    <>
      {model.proposals.value.map((proposal) => (
        <Asked key={proposal.account} proposal={proposal} model={model} />
      ))}
    </>
  );
}

function Asked({ proposal, model }: { proposal: Proposal; model: PersonMoreModel }) {
  const { name, handle, site, url, reasons, conflicts, account, shown } = proposal;
  const where = url ? (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {siteName(site)}
    </a>
  ) : (
    <span>{siteName(site)}</span>
  );
  return (
    <li class="same">
      <p>
        {rich(
          'sameAsk',
          <b>
            <Name>{handle ?? name}</Name>
          </b>,
          where,
        )}
      </p>
      <p class="meta">{capital(list(reasons.map((reason) => t(`same_${reason}`))))}.</p>
      {shown?.bio ? <p class="meta">{rich('sameShownBio', <Outward href={shown.bio} />)}</p> : null}
      {shown?.avatar ? <p class="meta">{rich('sameShownAvatar', <Name>{shown.avatar}</Name>)}</p> : null}
      {conflicts.length > 0 ? (
        <p class="same-but">{t('sameBut', list(conflicts.map((conflict) => t(`unlike_${conflict}`))))}</p>
      ) : null}
      <div class="row-actions">
        <Button onClick={() => void model.join(proposal)}>{t('sameYes')}</Button>
        <Button onClick={() => void model.part(account, handle ?? name)}>{t('sameNo')}</Button>
      </div>
    </li>
  );
}
