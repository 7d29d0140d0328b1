import { showHidden } from '../../utils/core/hidden';
import { t } from '../../utils/text/t';

/** What people wrote, with a chip for each character that hides or turns the text around it. */
export function plain(text: string) {
  const pieces = showHidden(text);
  if (pieces.length === 1 && !pieces[0]?.hidden) return text;
  let at = 0;
  return pieces.map((piece) =>
    piece.hidden ? (
      <span key={at++} class="hidden-char" title={t('hiddenCharacter', piece.hidden)}>
        {piece.hidden}
      </span>
    ) : (
      piece.text
    ),
  );
}
