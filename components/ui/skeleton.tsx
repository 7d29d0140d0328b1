import { t } from '../../utils/text/t';

/** Bars the height of the text to come. Appears after 200 ms, so that what is fast never flickers. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  return (
    <div role="status">
      <span class="sr">{t('loading')}</span>
      <div class="skeleton" aria-hidden="true">
        {Array.from({ length: rows }, (_, row) => [
          <span key={`n${row}`} class="name" />,
          <span key={`a${row}`} class="w1" />,
          <span key={`b${row}`} class="w2" />,
          <span key={`c${row}`} class="w3" />,
        ])}
      </div>
    </div>
  );
}
