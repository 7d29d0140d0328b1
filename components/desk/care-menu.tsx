import type { Care } from '../../utils/core/desk';
import type { PostKey } from '../../utils/core/post';
import type { CareChoice, Cares } from '../../utils/panel/cares';
import { t } from '../../utils/text/t';
import { Action } from '../ui/button';
import { Menu } from '../ui/menu';
import { plain } from '../ui/plain';

/** Whose it is of us, and whether it stays on top. */
export function CareMenu({ cares, post, care }: { cares: Cares; post: PostKey; care: Care | 'selected' | null }) {
  const choices = cares.choices(care);
  return (
    <Menu
      label={t('assignTo')}
      items={choices.map((choice) => ({ id: choice.id, word: wordOf(choice) }))}
      onPick={(id) => {
        const choice = choices.find((one) => one.id === id);
        if (choice) void cares.decide(post, choice.change);
      }}
      onClose={() => cares.ask(null)}
    />
  );
}

function wordOf({ change }: CareChoice): string {
  if (change.assignee) return t('careFor', change.assignee);
  if (change.assignee === null) return t('careNobody');
  return t(change.pinned ? 'carePin' : 'careUnpin');
}

/** The same for all that are selected. */
export function WhoseSelected({ cares, post }: { cares: Cares; post: PostKey }) {
  const isOpen = cares.asks.value === 'selected';
  return (
    <>
      <Action keyName="W" expanded={isOpen} onClick={() => cares.ask(isOpen ? null : 'selected')}>
        {t('careWhose')}
      </Action>
      {isOpen ? <CareMenu cares={cares} post={post} care="selected" /> : null}
    </>
  );
}

/** What was decided, in a line. */
export function CareLine({ care }: { care: Care | null }) {
  const said = [...(care?.assignee ? [t('careFor', care.assignee)] : []), ...(care?.pinned ? [t('careOnTop')] : [])];
  return said.length > 0 ? (
    <p class="meta care">
      <bdi dir="auto">{plain(said.join(' · '))}</bdi>
    </p>
  ) : null;
}
