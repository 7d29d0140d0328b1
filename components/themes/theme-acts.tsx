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
  /** A number of days is to be typed. */
  onSilence: () => void;
  /** Posts are to be picked for a theme of their own. */
  onPick: () => void;
  onExport?: (() => void) | undefined;
}

type Open = 'acts' | 'mute' | 'merge' | 'cut' | null;

/** Days one mutes a theme for without typing a number. */
const DAYS: Record<string, number> = { day: 1, week: 7, month: 30 };

export function Acts({ view, model, muted, onRename, onSilence, onPick, onExport }: ActsProps) {
  const [open, setOpen] = useState<Open>(null);
  const next = view.waitingPosts[0];
  const acts: MenuItem[] = [
    { id: 'rename', word: t('themeRename'), detail: 'N' },
    { id: 'pin', word: t(view.pinned ? 'themeUnpin' : 'themePin'), detail: 'P' },
    ...(muted
      ? [{ id: 'hear', word: t('themeHear'), detail: 'M' }]
      : [
          { id: 'mute', word: t('themeMuteFor') },
          { id: 'good', word: t('themeMuteGood'), detail: 'M' },
        ]),
    ...(view.mergeable.length > 0 ? [{ id: 'merge', word: t('themeMerge') }] : []),
    ...(view.cuts.length > 0 ? [{ id: 'cut', word: t('themeCut') }] : []),
    ...(view.posts.length > 1 ? [{ id: 'pick', word: t('themePick') }] : []),
    ...(model.writing ? [{ id: 'tag', word: t('themeTag'), detail: 'T' }] : []),
    ...(onExport ? [{ id: 'export', word: t('themeExport') }] : []),
    view.notTheme ? { id: 'accept', word: t('themeIsOne') } : { id: 'reject', word: t('themeReject') },
  ];
  const does: Record<string, () => void> = {
    rename: onRename,
    pin: () => void model.pin(!view.pinned),
    hear: () => void model.hear(),
    mute: () => setOpen('mute'),
    good: () => void model.mute(null),
    merge: () => setOpen('merge'),
    cut: () => setOpen('cut'),
    pick: onPick,
    export: () => onExport?.(),
    tag: () => model.writing?.begin(model.target, undefined, 'tags'),
    reject: () => void model.reject(),
    accept: () => void model.accept(),
  };
  const menus: Record<Exclude<Open, null>, { label: string; items: MenuItem[]; pick: (id: string) => void }> = {
    acts: { label: t('themeMoreLabel'), items: acts, pick: (id) => does[id]?.() },
    mute: {
      label: t('themeMuteFor'),
      items: [
        { id: 'day', word: t('themeMuteDay') },
        { id: 'week', word: t('themeMuteWeek') },
        { id: 'month', word: t('themeMuteMonth') },
        { id: 'days', word: t('themeMuteDays') },
      ],
      pick: (id) => (DAYS[id] ? void model.mute(Date.now() + DAYS[id] * DAY) : onSilence()),
    },
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
          {plural('themeAnswer', view.waiting)}
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
