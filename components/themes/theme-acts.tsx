/** What to do about a theme: answer, and the menus of everything else. */
import { useState } from 'preact/hooks';
import { hrefOf } from '../../utils/panel/router';
import type { ThemeModel, ThemePage } from '../../utils/panel/themes';
import { DAY } from '../../utils/text/dates';
import { plural, t } from '../../utils/text/t';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Menu, type MenuItem } from '../ui/menu';

interface ActsProps {
  view: ThemePage;
  model: ThemeModel;
  muted: boolean;
  onRename: () => void;
  /** Posts are to be picked for a theme of their own. */
  onPick: () => void;
  onExport?: (() => void) | undefined;
}

type Open = 'acts' | 'merge' | 'cut' | null;

export function Acts({ view, model, muted, onRename, onPick, onExport }: ActsProps) {
  const [open, setOpen] = useState<Open>(null);
  const next = view.waitingPosts[0];
  const acts: MenuItem[] = [
    { id: 'rename', word: t('themeRename'), detail: 'N' },
    { id: 'pin', word: t(view.pinned ? 'themeUnpin' : 'themePin'), detail: 'P' },
    ...(muted
      ? [{ id: 'hear', word: t('themeHear'), detail: 'M' }]
      : [
          { id: 'week', word: t('themeMuteWeek') },
          { id: 'good', word: t('themeMuteGood'), detail: 'M' },
        ]),
    ...(view.mergeable.length > 0 ? [{ id: 'merge', word: t('themeMerge') }] : []),
    ...(view.cuts.length > 0 ? [{ id: 'cut', word: t('themeCut') }] : []),
    ...(view.posts.length > 1 ? [{ id: 'pick', word: t('themePick') }] : []),
    ...(onExport ? [{ id: 'export', word: t('themeExport') }] : []),
    { id: 'reject', word: t('themeReject') },
  ];
  const does: Record<string, () => void> = {
    rename: onRename,
    pin: () => void model.pin(!view.pinned),
    hear: () => void model.hear(),
    week: () => void model.mute(Date.now() + 7 * DAY),
    good: () => void model.mute(null),
    merge: () => setOpen('merge'),
    cut: () => setOpen('cut'),
    pick: onPick,
    export: () => onExport?.(),
    reject: () => void model.reject(),
  };
  const menus: Record<Exclude<Open, null>, { label: string; items: MenuItem[]; pick: (id: string) => void }> = {
    acts: { label: t('themeMoreLabel'), items: acts, pick: (id) => does[id]?.() },
    merge: {
      label: t('themeMerge'),
      items: view.mergeable.map(({ id, name }) => ({ id, word: name })),
      pick: (id) => void model.merge(id),
    },
    cut: {
      label: t('themeCut'),
      items: view.cuts.map(({ word, posts }) => ({ id: word, word, detail: plural('themePosts', posts) })),
      pick: (word) => void model.cut(word),
    },
  };
  return (
    <div class="buttons">
      {next ? (
        <a class="button main" href={hrefOf({ screen: 'thread', thread: next.threadKey, post: next.key })}>
          <Icon name="reply" />
          {plural('themeAnswer', view.waiting.length)}
        </a>
      ) : null}
      <span class="anchored">
        <Button expanded={open !== null} onClick={() => setOpen(open ? null : 'acts')}>
          {t('themeMore')}
          <Icon name="down" />
        </Button>
        {open ? (
          <Menu
            key={open}
            label={menus[open].label}
            items={menus[open].items}
            fromStart={!next}
            onPick={(id) => {
              setOpen(null);
              menus[open].pick(id);
            }}
            onClose={() => setOpen(null)}
          />
        ) : null}
      </span>
    </div>
  );
}
