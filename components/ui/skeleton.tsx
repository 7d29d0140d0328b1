import { t } from '../../utils/text/t';

/** A byline and three lines of words, three times. */
const BARS = ['1', '2', '3'].flatMap((row) => [`name ${row}`, `w1 ${row}`, `w2 ${row}`, `w3 ${row}`]);

/** Bars the height of the text to come. Appears after 200 ms, so that what is fast never flickers. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  return (
    <div role="status">
      <span class="sr">{t('loading')}</span>
      <div class="skeleton" aria-hidden="true">
        {BARS.slice(0, rows * 4).map((bar) => (
          <span key={bar} class={bar.split(' ')[0]} />
        ))}
      </div>
    </div>
  );
}
