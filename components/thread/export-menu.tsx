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
export function ExportMenu({ onExport }: { onExport: (format: ThreadFormat, notes: boolean) => void }) {
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
          items={FORMATS.flatMap(([format, ending]) => [
            { id: `${format} notes`, word: t(`format_${format}`), detail: `${ending}, ${t('withNotes')}` },
            { id: format, word: t(`format_${format}`), detail: `${ending}, ${t('withoutNotes')}` },
          ])}
          onPick={(id) => {
            const [format, notes] = id.split(' ') as [ThreadFormat, string | undefined];
            close();
            onExport(format, notes === 'notes');
          }}
          onClose={close}
        />
      ) : null}
    </span>
  );
}
