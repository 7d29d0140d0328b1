import type { DeskGroup, GroupNeed } from '../../utils/panel/desk-rows';
import { hrefOf } from '../../utils/panel/router';
import { spelled } from '../../utils/text/numbers';
import { siteName } from '../../utils/text/sites';
import { plural, t } from '../../utils/text/t';
import { Name } from '../ui/byline';

/** The title of a conversation and what it needs. A person outside any conversation stands alone, under their own name. */
export function GroupHead({ group, need }: { group: DeskGroup; need: GroupNeed }) {
  const first = group.rows[0];
  if (group.alone && first) return <h2 class="sr">{first.post.author.name}</h2>;
  const words = need && needWords(need);
  return (
    <>
      <h2 class="title" lang={first?.post.lang ?? undefined}>
        <a href={hrefOf({ screen: 'thread', thread: group.thread, post: null })}>
          <Name>{group.title}</Name>
        </a>
      </h2>
      <p class="meta">
        {siteName(group.site)}
        {words ? ` · ${words}` : null}
      </p>
    </>
  );
}

function needWords(need: NonNullable<GroupNeed>): string {
  switch (need.kind) {
    case 'people':
      return plural('peopleWaitHere', need.count, spelled(need.count));
    case 'unanswered':
      return t('nobodyAnsweredYet');
    case 'heated':
      return t('perhapsWait');
  }
}
