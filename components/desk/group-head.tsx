import { withoutHidden } from '../../utils/core/hidden';
import type { DeskGroup, GroupNeed, PersonGroup } from '../../utils/panel/desk-rows';
import { hrefOf } from '../../utils/panel/router';
import { spelled } from '../../utils/text/numbers';
import { siteName } from '../../utils/text/sites';
import { plural, t } from '../../utils/text/t';
import { Name } from '../ui/byline';
import { Tile } from '../ui/tile';

/**
 * The title of a conversation and what it needs, or a person and in how many they are. Whoever stands alone, outside any
 * conversation or with one thing said, is named by their row.
 */
export function GroupHead({ group, need }: { group: DeskGroup; need: GroupNeed }) {
  const first = group.rows[0];
  if (group.alone && first) return <h2 class="sr">{withoutHidden(first.post.author.name)}</h2>;
  if (group.by === 'person') return <PersonHead group={group} />;
  const words = need && needWords(need);
  return (
    <>
      <h2 class="title" lang={first?.post.lang ?? undefined}>
        <a href={hrefOf({ screen: 'thread', thread: group.id, post: null })}>
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

function PersonHead({ group }: { group: PersonGroup }) {
  const account = group.rows[0]?.post.authorKey ?? group.id;
  const sites = [...new Set(group.rows.map(({ post }) => siteName(post.site)))];
  return (
    <>
      <div class="byline">
        <Tile id={account} name={group.name} />
        <h2 class="title">
          <a href={hrefOf({ screen: 'person', id: account })}>
            <Name>{group.name}</Name>
          </a>
        </h2>
      </div>
      <p class="meta">
        {plural('inConversations', group.conversations, spelled(group.conversations))} · {sites.join(' · ')}
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
