import { useEffect, useRef } from 'preact/hooks';
import type { PutState } from '../../utils/panel/put';
import { rich } from '../../utils/text/rich';
import { t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { Icon } from '../ui/icon';

/** What became of the words: in the reply box, or why not and what to do. */
export function PutResult({ put, site, onGoToPage }: { put: PutState; site: string; onGoToPage: () => void }) {
  const line = useRef<HTMLParagraphElement>(null);
  // What became of it must be read: the foot may not cover it.
  useEffect(() => {
    if (put.kind !== 'busy') line.current?.scrollIntoView?.({ block: 'nearest' });
  }, [put.kind]);
  if (put.kind === 'busy') return null;
  if (put.kind === 'inserted') {
    return (
      <p ref={line} class="two put-result" role="status">
        <Icon name="check" />
        <span class="grow">{rich('inserted', <b>{t('insertedIn', site)}</b>)}</span>
      </p>
    );
  }
  return (
    <p ref={line} class="two put-result" role="status">
      <Icon name="info" />
      <span class="grow">
        {t(`put_${put.kind}`)} <LinkButton onClick={onGoToPage}>{t('goToPage')}</LinkButton>
      </span>
    </p>
  );
}
