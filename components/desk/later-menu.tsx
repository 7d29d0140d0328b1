import { type Later, laterChoices } from '../../utils/panel/later';
import { day, until } from '../../utils/text/dates';
import { t } from '../../utils/text/t';
import { Menu } from '../ui/menu';

export interface LaterMenuProps {
  now: number;
  onPick: (choice: Later) => void;
  onClose: () => void;
}

/** When to bring it back, each choice with its exact time. */
export function LaterMenu({ now, onPick, onClose }: LaterMenuProps) {
  const choices = laterChoices(now);
  return (
    <Menu
      label={t('laterWhen')}
      items={choices.map((choice) => ({
        id: choice.id,
        word: t(`later_${choice.id}`),
        detail: choice.id === 'answer' ? t('laterOr', day(choice.at, now)) : until(choice.at, now),
      }))}
      onPick={(id) => {
        const choice = choices.find((one) => one.id === id);
        if (choice) onPick(choice);
      }}
      onClose={onClose}
    />
  );
}
