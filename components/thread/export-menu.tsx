import { useRef, useState } from 'preact/hooks';
import { t } from '../../utils/text/t';
import { Icon } from '../ui/icon';
import { Menu } from '../ui/menu';

/** Formats people ask for; others are for programs and stay out of this menu. */
const FORMATS = [
  ['markdown', '.md'],
  ['csv', '.csv'],
  ['json', '.json'],
] as const;

export type ThreadFormat = (typeof FORMATS)[number][0];

/** Takes the conversation away as a file, with one's notes or without. */
export interface ExportMenuProps {
  onExport: (format: ThreadFormat, notes: boolean) => void;
  /** Every form, a range of days, invented names. */
  onMore: () => void;
  onCopy: (what: 'thread' | 'post') => void;
}

export function ExportMenu({ onExport, onMore, onCopy }: ExportMenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <span class="anchored">
      <button
        ref={button}
        type="button"
        class="action quiet"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="save" />
        {t('export')}
      </button>
      {open ? (
        <Menu
          label={t('export')}
          items={[
            { id: 'copy thread', word: t('copyThread') },
            { id: 'copy post', word: t('copyPost') },
            ...FORMATS.flatMap(([format, ending]) => [
              { id: `${format} notes`, word: t(`format_${format}`), detail: `${ending}, ${t('withNotes')}` },
              { id: format, word: t(`format_${format}`), detail: `${ending}, ${t('withoutNotes')}` },
            ]),
            { id: 'more', word: t('exportMore') },
          ]}
          onPick={(id) => {
            const [format, notes] = id.split(' ') as [ThreadFormat, string | undefined];
            close();
            if (id === 'more') return onMore();
            if (id === 'copy thread' || id === 'copy post') return onCopy(id === 'copy post' ? 'post' : 'thread');
            onExport(format, notes === 'notes');
          }}
          onClose={close}
        />
      ) : null}
    </span>
  );
}
