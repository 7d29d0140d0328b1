import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Mistakable } from '../../utils/core/look-alike';
import type { PostKey } from '../../utils/core/post';
import type { OurPromise } from '../../utils/core/promise';
import type { BulkTags } from '../../utils/panel/bulk-tags';
import type { Cares } from '../../utils/panel/cares';
import type { DeskModel } from '../../utils/panel/desk';
import { type DeskLine, lineKey, linesOf, waitElsewhere, waitingPeople } from '../../utils/panel/desk-rows';
import { hrefOf, TABS } from '../../utils/panel/router';
import type { Views } from '../../utils/panel/views';
import { number } from '../../utils/text/numbers';
import { plural, t } from '../../utils/text/t';
import { Button } from '../ui/button';
import { domId } from '../ui/dom-id';
import { Find } from '../ui/find';
import { Rows, type RowsHandle } from '../ui/rows';
import { Skeleton } from '../ui/skeleton';
import { Tabs } from '../ui/tabs';
import { BulkBar } from './bulk-bar';
import { TagSelected, TagsOfSelected } from './bulk-tags';
import { WhoseSelected } from './care-menu';
import { DeskEmpty, type DeskEmptyProps } from './desk-empty';
import { DeskTools } from './desk-tools';
import { GroupHead } from './group-head';
import { Lede } from './lede';
import { Row, type RowDoes } from './row';
import { SavedViews } from './views';

export interface DeskProps {
  model: DeskModel;
  now: number;
  views?: Views;
  cares?: Cares | undefined;
  tagging?: BulkTags | undefined;
  /** Whom somebody might pass for. */
  mistakable?: Mistakable;
  /** What we promised, by the post whose case comes back. */
  promises?: ReadonlyMap<PostKey, OurPromise>;
  /** What is known for the empty desk: whether anything is heard at all. */
  empty: Pick<DeskEmptyProps, 'hasHeard' | 'isListening' | 'onListen'>;
}

/** The desk: who waits, in one sentence; then everyone, by conversation or by person, the longest wait first. */
export function Desk({ model, now, views, cares, tagging, mistakable, promises, empty }: DeskProps) {
  const rows = useRef<RowsHandle>(null);
  const field = useRef<HTMLInputElement>(null);
  const groups = model.groups.value;
  const hand = model.hand.value;
  const asked = model.focusAsked.value;
  const answered = useRef(asked);
  const all = model.rows.value;

  // Whoever moves by key or finishes a row goes on where the hand is, at once: what is pressed next goes there, or takes the
  // focus elsewhere for good. Two presses in one frame go to the second.
  useLayoutEffect(() => {
    const key = model.hand.peek();
    if (asked === answered.current || !key) return;
    answered.current = asked;
    rows.current?.reveal(key);
    if (document.getElementById(domId('row', key))) focusRow(model);
    else {
      const { activeElement: from } = document;
      const isStill = () => document.activeElement === from || document.activeElement === document.body;
      requestAnimationFrame(() => requestAnimationFrame(() => isStill() && focusRow(model)));
    }
  }, [asked, model]);

  const tab = model.tab.value;
  const lines = useMemo(() => linesOf(groups ?? []), [groups]);
  const here = useMemo(() => waitElsewhere(lines.flatMap((line) => (line.kind === 'row' ? line.row : []))), [lines]);
  const elsewhere = model.details.value.elsewhere ?? here;
  const saysWhere = tab === 'open' && model.by.value === 'conversation';
  const does = rowDoes(model);
  const selecting = model.selected.value.size > 0;
  const isEmpty = groups?.length === 0 && model.held.value === 0;
  // Before anything was ever heard there is nothing to sort or filter: only the next step.
  if (isEmpty && !empty.hasHeard) {
    return (
      <>
        <h1 class="sr">{t('desk')}</h1>
        <DeskEmpty tab="open" filtered={false} onClear={() => undefined} {...empty} />
      </>
    );
  }
  return (
    <>
      <h1 class="sr">{t('desk')}</h1>
      {groups && !isEmpty ? (
        <Lede tab={tab} rows={all} people={model.people.value[tab] ?? waitingPeople(all).length} now={now} />
      ) : null}
      <Tabs
        label={t('whoseTurn')}
        tabs={TABS.map((name) => ({
          href: hrefOf({ screen: 'desk', tab: name }),
          word: t(`tab_${name}`),
          // No figure where nobody is: a nought says less than nothing.
          count: name === 'done' ? undefined : model.people.value[name] || undefined,
          current: name === tab,
        }))}
      />
      <Find
        label={t('filterDesk')}
        placeholder={t('filterExample')}
        value={model.filter.value}
        onInput={model.setFilter}
        onDone={() => model.move(0)}
        keyName="/"
        inputRef={field}
        fault={faultOf(model)}
      />
      {views ? <SavedViews views={views} filter={model.filter.value} /> : null}
      <DeskTools model={model} />
      {model.held.value > 0 ? (
        <p class="held">
          <Button onClick={model.letIn}>{plural('newRows', model.held.value)}</Button>
        </p>
      ) : null}
      {selecting ? <Bulk model={model} now={now} cares={cares} tagging={tagging} /> : null}
      {groups === undefined ? (
        <Skeleton />
      ) : isEmpty ? (
        <DeskEmpty
          tab={tab}
          filtered={model.filter.value.trim() !== ''}
          onClear={() => model.setFilter('')}
          {...empty}
        />
      ) : (
        <Rows<DeskLine>
          items={lines}
          keyOf={lineKey}
          classOf={classOf}
          estimate={heightOf}
          keep={hand}
          handle={rows}
          label={t(`tab_${tab}`)}
          render={(line) =>
            line.kind === 'head' ? (
              <GroupHead
                group={line.group}
                need={tab === 'open' ? (model.details.value.needs.get(line.group.id) ?? null) : null}
              />
            ) : (
              <Row
                row={line.row}
                tab={tab}
                now={now}
                by={line.group.by}
                alone={line.group.alone}
                again={line.again}
                elsewhere={saysWhere ? elsewhere.get(line.row.post.key) : undefined}
                inHand={line.row.post.key === hand}
                selected={selecting ? model.selected.value.has(line.row.post.key) : undefined}
                leaving={model.leaving.value.has(line.row.post.key)}
                firstHeard={model.details.value.firstHeard.has(line.row.post.authorKey)}
                note={model.notes.value.get(line.row.post.key)}
                promise={promises?.get(line.row.post.key)}
                knownTags={model.writing.tags.value}
                writing={writingOn(model, line.row.post.key)}
                asksLater={model.asksLater.value === line.row.post.key}
                does={does}
                cares={cares}
                mistakable={mistakable}
              />
            )
          }
        />
      )}
      {groups && model.more.value ? <More shown={all.length} onMore={model.showMore} /> : null}
    </>
  );
}

/** Gives the focus to the row in hand. Where it had it and was moved, it comes into sight all the same. */
function focusRow(model: DeskModel): void {
  const key = model.hand.peek();
  const row = key ? document.getElementById(domId('row', key)) : null;
  row?.focus();
  row?.scrollIntoView?.({ block: 'nearest' });
}

/** The end of what is shown: coming near it asks for more; the button is for whoever does not scroll. */
function More({ shown, onMore }: { shown: number; onMore: () => void }) {
  const end = useRef<HTMLParagraphElement>(null);
  const more = useRef(onMore);
  more.current = onMore;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with more shown, the end is looked at anew
  useEffect(() => {
    const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && more.current(), {
      rootMargin: '600px',
    });
    if (end.current) watch.observe(end.current);
    return () => watch.disconnect();
  }, [shown]);
  return (
    <p class="more" ref={end}>
      <Button onClick={onMore}>{t('showMore', number(shown))}</Button>
    </p>
  );
}

function Bulk({ model, now, cares, tagging }: Pick<DeskProps, 'model' | 'now' | 'cares' | 'tagging'>) {
  const chosen = model.rows.value.filter((row) => model.selected.value.has(row.post.key));
  const key = chosen[0]?.post.key;
  if (!key) return null;
  const tab = model.tab.value;
  return (
    <BulkBar
      people={waitingPeople(chosen).length}
      now={now}
      canRest={tab === 'open' || tab === 'waiting'}
      asksLater={model.asksLater.value === 'selected'}
      onAskLater={(asks) => model.askLater(asks ? 'selected' : null)}
      onLater={(choice) => void model.later(key, choice)}
      onDone={() => void model.done(key)}
      onReopen={() => void model.reopen(key)}
      onClear={model.clearSelection}
      whose={cares ? <WhoseSelected cares={cares} post={key} /> : null}
      tags={tagging ? <TagSelected tagging={tagging} /> : null}
      tagField={tagging ? <TagsOfSelected tagging={tagging} /> : null}
    />
  );
}

function rowDoes(model: DeskModel): RowDoes {
  const authorOf = (key: string) =>
    model.rows.value.filter((row) => row.post.key === key).map((row) => row.post.author.name);
  return {
    take: model.take,
    open: model.open,
    note(key, focusOn) {
      if (key) model.writing.begin(`post:${key}`, model.notes.value.get(key), focusOn);
      else {
        model.writing.leave();
        model.refocus();
      }
    },
    saveNote: (key, draft) =>
      void model.writing.save(draft, authorOf(key), model.notes.value.get(key)).then(model.refocus),
    removeNote: (key) => {
      const note = model.notes.value.get(key);
      if (note) void model.writing.remove(note, authorOf(key));
    },
    askLater(of) {
      model.askLater(of);
      // Closed by key, with nothing else in focus: the row has it.
      if (of === null) setTimeout(() => document.activeElement === document.body && model.refocus(), 0);
    },
    later: (key, choice) => void model.later(key, choice),
    done: (key) => void model.done(key),
    reopen: (key) => void model.reopen(key),
    select: model.select,
    showPerson(key) {
      model.take(key);
      model.groupBy('person');
      model.refocus();
    },
  };
}

function writingOn(model: DeskModel, key: string): 'text' | 'tags' | null {
  const writing = model.writing.writing.value;
  return writing?.target === `post:${key}` ? writing.focusOn : null;
}

function faultOf(model: DeskModel): string | null {
  const mistake = model.mistakes.value[0];
  if (!mistake) return null;
  const said = model.filter.value.slice(mistake.start, mistake.end);
  return t(`query_${mistake.reason}`, said);
}

function classOf(line: DeskLine): string | undefined {
  if (line.kind === 'head') return line.group.alone ? 'group-head alone' : 'group-head';
  return line.first ? 'in-group first' : line.again ? 'in-group again' : 'in-group';
}

/** Heights before they are measured: title, byline and marks, and the lines the words will take in a narrow panel. */
function heightOf(line: DeskLine): number {
  if (line.kind === 'head') return line.group.alone ? 30 : 90;
  return (line.again ? 90 : 95) + Math.min(6, Math.ceil(line.row.post.text.length / 42)) * 26;
}
