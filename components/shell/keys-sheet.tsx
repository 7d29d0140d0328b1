import './keys.css';
import { t } from '../../utils/text/t';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

const ENTER = 'Enter';

/** Every key, in the order one needs them. `|` separates keys that do the same. */
const SHEET = [
  ['j|k|↓|↑', 'key_move'],
  [ENTER, 'key_open'],
  ['Esc', 'key_back'],
  ['r', 'key_reply'],
  ['1|2|3', 'key_draft'],
  ['a', 'key_note'],
  ['t', 'key_tag'],
  ['z', 'key_later'],
  ['x', 'key_done'],
  ['c', 'key_why'],
  ['+|0|-', 'key_correct'],
  ['n', 'key_needsReply'],
  ['p', 'key_promise'],
  ['w', 'key_whose'],
  ['b', 'key_groupBy'],
  ['Space', 'key_select'],
  ['Ctrl Z', 'key_undo'],
  ['u', 'key_steps'],
  ['/', 'key_filter'],
  ['Ctrl K', 'key_palette'],
  ['g d|g t|g p|g r', 'key_sections'],
  ['g s', 'key_search'],
  ['?', 'key_keys'],
] as const;

/** Every key and what it does. */
export function KeyList() {
  return (
    <dl class="keys">
      {SHEET.map(([keys, word]) => (
        <div key={word}>
          <dt>
            {keys.split('|').map((key) => (
              <kbd key={key}>{key === ENTER ? t('keyEnter') : key === 'Space' ? t('keySpace') : key}</kbd>
            ))}
          </dt>
          <dd>{t(word)}</dd>
        </div>
      ))}
    </dl>
  );
}

export function KeysSheet({ singleKeys, onClose }: { singleKeys: boolean; onClose: () => void }) {
  return (
    <Dialog label={t('keysLabel')} onClose={onClose}>
      <h2 class="h">{t('keysLabel')}</h2>
      <KeyList />
      <p class="meta">{t(singleKeys ? 'keysCanBeOff' : 'keysAreOff')}</p>
      <div class="buttons">
        <Button onClick={onClose}>{t('close')}</Button>
        <a href="/options.html#help" target="_blank" rel="noreferrer">
          {t('helpTitle')}
        </a>
      </div>
    </Dialog>
  );
}
