import { DAY, lasting } from '../../utils/text/dates';
import { t } from '../../utils/text/t';

/** Small differences from upright, so that strokes look drawn by a hand: the same ones every time. */
const LEAN = [-0.6, 0.4, -0.3, 0.6];
const STEP = 3.45;

/** One pencil stroke a day, every fifth across the four before it, at most ten. */
export function Tally({ days }: { days: number }) {
  const strokes = Math.min(days, 10);
  if (strokes < 1) return null;
  const paths: string[] = [];
  let right = 0;
  for (let i = 0; i < strokes; i++) {
    const five = Math.floor(i / 5) * (4 * STEP + 3.2);
    if (i % 5 === 4) paths.push(`M${five} 10.2L${five + 4 * STEP + 0.6} 2.8`);
    else {
      const x = five + 1.5 + (i % 5) * STEP;
      const lean = LEAN[i % 5] ?? 0;
      paths.push(`M${(x - lean).toFixed(2)} 1.5L${(x + lean).toFixed(2)} 11.5`);
    }
    right = Math.max(right, five + (i % 5 === 4 ? 4 * STEP + 1.6 : 3 + (i % 5) * STEP));
  }
  return (
    <svg class="tally" viewBox={`0 0 ${right.toFixed(1)} 13`} width={Math.round(right)} height="13" aria-hidden="true">
      <path d={paths.join('')} />
    </svg>
  );
}

/** How long somebody has waited for us. From the third day in ink; never in red. */
export function Debt({ since, now, full = false }: { since: number; now: number; full?: boolean }) {
  const waited = Math.max(0, now - since);
  const days = Math.floor(waited / DAY);
  const words = lasting(waited);
  return (
    <span class={`debt${days >= 3 ? ' long' : ''}`}>
      <Tally days={days} />
      {full ? t('waiting', words) : words}
      {full ? null : <span class="sr">{t('waitingSuffix')}</span>}
    </span>
  );
}
