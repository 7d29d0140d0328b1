import { t } from '../../utils/text/t';
import { Select } from '../ui/fields';

const CHOICES = [7, 14, 30, 90] as const;

export interface RhythmsProps {
  label: string;
  /** null: no rhythm. */
  days: number | null;
  onChoose: (days: number | null) => void;
}

/** How often one means to speak with somebody. */
export function Rhythms({ label, days, onChoose }: RhythmsProps) {
  return (
    <Select
      label={label}
      value={days === null ? '' : String(days)}
      options={[
        { value: '', word: t('rhythm_none') },
        ...CHOICES.map((choice) => ({ value: String(choice), word: t(`rhythm_${choice}`) })),
      ]}
      onChange={(value) => onChoose(Number(value) || null)}
    />
  );
}
