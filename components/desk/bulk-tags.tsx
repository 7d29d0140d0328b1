import { useRef, useState } from 'preact/hooks';
import type { BulkTags } from '../../utils/panel/bulk-tags';
import { t } from '../../utils/text/t';
import { TagField } from '../notes/tag-field';
import { Action, Button, LinkButton } from '../ui/button';

/** The button among the others; open, the field stands below all of them (`TagsOfSelected`). */
export function TagSelected({ tagging }: { tagging: BulkTags }) {
  const isOpen = tagging.open.value !== null;
  return (
    <Action keyName="T" onClick={() => (isOpen ? tagging.leave() : void tagging.ask())}>
      {t('tags')}
    </Action>
  );
}

/** Where tags for all that are selected are put on and taken off. Ctrl+Enter keeps them, Escape leaves. */
export function TagsOfSelected({ tagging }: { tagging: BulkTags }) {
  const open = tagging.open.value;
  return open ? <TagForm tagging={tagging} {...open} /> : null;
}

interface TagFormProps {
  tagging: BulkTags;
  shared: readonly string[];
  known: readonly string[];
}

function TagForm({ tagging, shared, known }: TagFormProps) {
  const [tags, setTags] = useState<string[]>([...shared]);
  /** What stands in the field and was not made a tag yet: it is one once they are kept. */
  const half = useRef('');
  const save = () => void tagging.save([...tags, half.current]);
  return (
    <form
      class="tag-many"
      aria-label={t('tagSelected')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        const keeps = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (!keeps && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        if (keeps) save();
        else tagging.leave();
      }}
    >
      <TagField
        tags={tags}
        known={known}
        focus
        onChange={setTags}
        onHalf={(word) => {
          half.current = word;
        }}
      />
      <div class="buttons">
        <Button type="submit">{t('save')}</Button>
        <LinkButton onClick={tagging.leave}>{t('leave')}</LinkButton>
        {shared.length > 0 ? <span class="meta">{t('tagSelectedHelp')}</span> : null}
      </div>
    </form>
  );
}
