import type { Profile } from '../../utils/core/profile';
import { rich } from '../../utils/text/rich';
import { siteName } from '../../utils/text/sites';
import { Name, When } from '../ui/byline';
import { Words } from '../ui/words';

/** In UTF-16 units: the first lines say who somebody is. */
const SHORT = 240;
const MOST_LINKS = 5;

/** What somebody says of themselves on a profile that was seen, in short, and where it leads. */
export function OfThemselves({ profile, now }: { profile: Profile; now: number }) {
  const { bio, links, site, seenAt } = profile;
  return (
    <div class="told">
      {bio ? <Words text={bio} size="sm" clamp ranges={[{ start: 0, end: shortEnd(bio) }]} /> : null}
      <p class="meta">
        {rich('profileFrom', siteName(site), <When at={seenAt} now={now} />)}
        {links.length > 0 ? ' ' : null}
        {links.length > 0 ? rich('profileLinks', <Links links={links.slice(0, MOST_LINKS)} />) : null}
      </p>
    </div>
  );
}

/** Up to a space, where one is near. */
function shortEnd(bio: string): number {
  if (bio.length <= SHORT) return bio.length;
  const space = bio.lastIndexOf(' ', SHORT);
  return space > SHORT / 2 ? space : SHORT;
}

function Links({ links }: { links: readonly string[] }) {
  const last = links.length - 1;
  return (
    <>
      {links.map((link, at) => (
        <span key={link}>
          <Outward href={link} />
          {at < last ? ', ' : null}
        </span>
      ))}
    </>
  );
}

/** An address that somebody wrote, shown as it is: it leads out, and says nothing of where one comes from. */
export function Outward({ href }: { href: string }) {
  return (
    <a class="outward" href={href} target="_blank" rel="noreferrer noopener">
      <Name>{href.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')}</Name>
    </a>
  );
}
