import { useEffect, useRef } from 'preact/hooks';
import type { Palette, PaletteResult } from '../../utils/panel/palette';
import { since } from '../../utils/text/dates';
import { t } from '../../utils/text/t';
import { Name } from '../ui/byline';
import { Dialog } from '../ui/dialog';
import { Icon } from '../ui/icon';
import { plain } from '../ui/plain';
import { Tile } from '../ui/tile';

export interface PaletteProps {
  model: Palette;
  now: number;
  onPick: (result: PaletteResult) => void;
  onClose: () => void;
}

/** Go to, find or do: one line, and what it finds. */
export function PaletteSheet({ model, now, onPick, onClose }: PaletteProps) {
  const field = useRef<HTMLInputElement>(null);
  const results = model.results.value;
  const picked = Math.min(model.picked.value, results.length - 1);
  useEffect(() => field.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = results[picked];
    if (event.key === 'ArrowDown') model.move(1);
    else if (event.key === 'ArrowUp') model.move(-1);
    else if (event.key === 'Enter' && chosen) onPick(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Dialog label={t('paletteLabel')} onClose={onClose} kind="palette">
      <div class="menu palette-menu">
        <div class="find">
          <Icon name="search" />
          <input
            ref={field}
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-results"
            aria-activedescendant={picked >= 0 ? `palette-${picked}` : undefined}
            aria-label={t('paletteLabel')}
            placeholder={t('paletteLabel')}
            autocomplete="off"
            spellcheck={false}
            value={model.text.value}
            onInput={(event) => model.type(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        </div>
        {results.length > 0 ? (
          <div role="listbox" id="palette-results" aria-label={t('results')}>
            {results.map((result, index) => (
              // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field
              // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter act in the field
              <div
                key={result.id}
                role="option"
                id={`palette-${index}`}
                aria-selected={index === picked}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => onPick(result)}
              >
                <Result result={result} now={now} />
              </div>
            ))}
          </div>
        ) : (
          <p class="meta" id="palette-results">
            {t(model.searching.value ? 'searching' : 'nothingFound')}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function Result({ result, now }: { result: PaletteResult; now: number }) {
  switch (result.kind) {
    case 'person': {
      const { person } = result;
      return (
        <>
          <Tile id={person.id} name={person.name} size="s" />
          <b>
            <Name>{person.name}</Name>
          </b>
          {person.waitsSince === null ? null : <span class="meta">{since(person.waitsSince, now)}</span>}
        </>
      );
    }
    case 'screen':
      return (
        <>
          <Icon name="chevron" />
          {t(`section_${result.screen}`)}
        </>
      );
    case 'act':
      return (
        <>
          <Icon
            name={
              result.act === 'search'
                ? 'search'
                : result.act === 'note'
                  ? 'note'
                  : result.act === 'settings'
                    ? 'settings'
                    : 'info'
            }
          />
          {t(`act_${result.act}`)}
        </>
      );
    case 'post':
      return (
        <>
          <Tile id={result.post.authorKey} name={result.post.author.name} size="s" ours={result.post.ours === 1} />
          <span class="grow one-line">
            <bdi dir="auto">{plain(result.post.text.replace(/\s+/g, ' ').slice(0, 90))}</bdi>
          </span>
        </>
      );
  }
}
