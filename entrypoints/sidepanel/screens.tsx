/** The desk and a conversation, each with its model and its keys. */
import { useEffect } from 'preact/hooks';
import { Desk } from '../../components/desk/desk';
import { Back } from '../../components/shell/back';
import { ExportMenu } from '../../components/thread/export-menu';
import { ThreadScreen } from '../../components/thread/thread';
import { isPressable } from '../../components/ui/keys';
import type { PostKey, ThreadKey } from '../../utils/core/post';
import type { OurPromise } from '../../utils/core/promise';
import { bulkTagsModel } from '../../utils/panel/bulk-tags';
import { caresModel, threadCaresModel } from '../../utils/panel/cares';
import type { DeskModel } from '../../utils/panel/desk';
import type { ExportFormat } from '../../utils/panel/export';
import type { Heard } from '../../utils/panel/heard';
import type { ListenHere } from '../../utils/panel/listen-here';
import { mistakableHere } from '../../utils/panel/members';
import type { Panel } from '../../utils/panel/panel';
import { threadModel } from '../../utils/panel/thread';
import { viewsModel } from '../../utils/panel/views';
import { t } from '../../utils/text/t';
import { CannotRead } from './cannot-read';
import { correctKeys, openWhy } from './correct-keys';
import { useKeys } from './use-keys';
import { useOwned } from './use-owned';

export interface DeskRouteProps {
  panel: Panel;
  model: DeskModel;
  heard: Heard;
  listen: ListenHere;
  promises: ReadonlyMap<PostKey, OurPromise>;
}

export function DeskRoute({ panel, model, heard, listen, promises }: DeskRouteProps) {
  const views = useOwned('views', (ends) => viewsModel(panel, model, ends));
  const cares = useOwned('cares', () => caresModel(panel, model));
  const tagging = useOwned('tagging', (ends) => bulkTagsModel(panel, model, ends));
  const mistakable = useOwned('mistakable', (ends) => mistakableHere(panel, ends));
  // Back from a conversation: the hand is where it was, and so is the focus.
  useEffect(() => {
    if (!panel.hands.has('desk')) return;
    // A step back in history clears the focus once more after it is shown.
    const frame = requestAnimationFrame(() => setTimeout(model.refocus, 0));
    return () => cancelAnimationFrame(frame);
  }, [panel, model]);

  const onHand = (act: (key: PostKey) => void) => () => {
    const key = model.hand.value;
    if (key) act(key);
  };
  const note = (focusOn: 'text' | 'tags') =>
    onHand((key) => model.writing.begin(`post:${key}`, model.notes.value.get(key), focusOn));
  const rests = model.tab.value === 'snoozed' || model.tab.value === 'done';
  const down = () => model.move(1);
  const up = () => model.move(-1);
  const open = (event: KeyboardEvent) => (isPressable(event.target) ? press(event) : model.open());
  useKeys(panel, {
    j: down,
    arrowdown: down,
    k: up,
    arrowup: up,
    'shift+arrowdown': () => model.move(1, true),
    'shift+arrowup': () => model.move(-1, true),
    enter: open,
    r: () => model.open(),
    a: note('text'),
    t: () => (model.selected.value.size > 0 ? void tagging.ask() : note('tags')()),
    ...correctKeys(model.corrections, () => {
      const row = model.rows.value.find(({ post }) => post.key === model.hand.value);
      return row?.reading ? { post: row.post, reading: row.reading } : null;
    }),
    z: onHand((key) => (rests ? void model.reopen(key) : model.askLater(model.selected.value.size ? 'selected' : key))),
    x: onHand((key) => void (model.tab.value === 'done' ? model.reopen(key) : model.done(key))),
    b() {
      model.groupBy(model.by.value === 'person' ? 'conversation' : 'person');
      model.refocus();
    },
    w: onHand((key) => cares.ask(model.selected.value.size > 0 ? 'selected' : key)),
    ' ': (event) => (isPressable(event.target) ? press(event) : onHand((key) => model.select(key, false))()),
    '/': () => document.querySelector<HTMLElement>('.find input')?.focus(),
    escape: () => {
      if (model.selected.value.size > 0) return model.clearSelection();
      model.setFilter('');
      // Those who come back stand above the row in hand as well as below: it stays in sight.
      const { activeElement: row } = document;
      requestAnimationFrame(() => row?.scrollIntoView({ block: 'nearest' }));
    },
  });

  if (model.error.value && !model.groups.value) return <CannotRead />;
  return (
    <>
      <Desk
        model={model}
        now={panel.now.value}
        views={views}
        cares={cares}
        tagging={tagging}
        mistakable={mistakable.value}
        promises={promises}
        empty={{
          hasHeard: heard.hasHeard.value,
          isListening: heard.isListening.value,
          onListen: listen.listen,
        }}
      />
      {listen.state.value !== 'idle' && model.groups.value?.length === 0 ? (
        <p class="meta listen-state" role="status">
          {t(`listen_${listen.state.value}`)}
        </p>
      ) : null}
    </>
  );
}

/** Enter and Space were taken from a button or link that had the focus: it is pressed all the same. */
function press(event: KeyboardEvent): void {
  (event.target as HTMLElement).closest<HTMLElement>('a, button, summary, label, input')?.click();
}

export interface ThreadRouteProps {
  panel: Panel;
  thread: ThreadKey;
  post: PostKey | null;
  promises: ReadonlyMap<PostKey, OurPromise>;
  onExport: () => void;
}

export function ThreadRoute({ panel, thread, post, promises, onExport }: ThreadRouteProps) {
  const model = useOwned(`${thread} ${post}`, (ends) => threadModel(panel, thread, post, ends));
  const cares = useOwned(`${thread} ${post}`, (ends) => threadCaresModel(panel, model, ends));
  const back = () => panel.router.back();
  const onPost = () => {
    const posts = model.posts.value ?? [];
    const at = model.cursor.value ?? model.hand.value?.key;
    return posts.find((one) => one.key === at);
  };
  const note = (focusOn: 'text' | 'tags') => () => {
    const one = onPost();
    if (one) model.writing.begin(`post:${one.key}`, model.notes.value.get(one.key), focusOn);
  };
  const pick = (number: number) => () => {
    const drafts = document.querySelector<HTMLDetailsElement>('section details:has(.draft)');
    if (drafts) drafts.open = true;
    document.getElementById(`draft-${number}`)?.focus();
  };
  const down = () => model.move(1);
  const up = () => model.move(-1);
  useKeys(panel, {
    j: down,
    arrowdown: down,
    k: up,
    arrowup: up,
    a: note('text'),
    t: note('tags'),
    ...correctKeys(model.corrections, () => {
      const one = onPost();
      const reading = one && model.readings.value.get(one.key);
      return one && reading && !one.ours ? { post: one, reading } : null;
    }),
    c: openWhy,
    z: () => model.askLater(true),
    w: () => model.hand.value?.desk && cares.ask(model.hand.value.key),
    x: () => {
      const state = model.hand.value?.desk;
      if (state === 'open' || state === 'waiting') void model.done();
      else if (state) void model.reopen();
    },
    r: () => (model.cursor.value ? model.answer(model.cursor.value) : pick(1)()),
    1: pick(1),
    2: pick(2),
    3: pick(3),
    enter: (event) => {
      if (isPressable(event.target)) return press(event);
      const draft = (event.target as Element).closest('.draft');
      if (draft) draft.querySelector<HTMLElement>('.buttons .button')?.click();
      else if (model.cursor.value) model.answer(model.cursor.value);
    },
    escape: back,
  });

  const copy = (what: 'thread' | 'post') =>
    void panel.keep(async () => {
      const { copyPost, copyThread } = await import('../../utils/panel/clipboard');
      const cursor = model.cursor.value ?? post;
      if (what === 'thread') await copyThread(panel.db, thread);
      else if (cursor) await copyPost(panel.db, cursor);
      panel.undo.did({ kind: 'copied', what });
    });
  const exportAs = (format: ExportFormat, notes: boolean) =>
    void panel.keep(async () => {
      // Writers of files are asked for when a file is.
      const { download, exportThread } = await import('../../utils/panel/export');
      const file = await exportThread(panel.db, thread, format, { notes });
      download(file);
      panel.undo.did({ kind: 'exported', file: file.name });
    });
  if (model.error.value && model.posts.value === undefined) return <CannotRead />;
  return (
    <ThreadScreen
      model={model}
      now={panel.now.value}
      promises={promises}
      underlineEverywhere={panel.settings.value.underlineEverywhere}
      back={<Back router={panel.router} />}
      onShow={(one) => void panel.pages.show(one)}
      cares={cares}
      exports={<ExportMenu onExport={exportAs} onMore={onExport} onCopy={copy} />}
    />
  );
}
