import type { Done, Undo } from '../../utils/panel/undo';
import { day, until } from '../../utils/text/dates';
import { listPeople } from '../../utils/text/lists';
import { rich } from '../../utils/text/rich';
import { plural, t } from '../../utils/text/t';
import { Name } from '../ui/byline';
import { Toast } from '../ui/toast';

/** The last thing done. The region is always there, so that a screen reader hears what comes into it. */
export function Toasts({ undo, now }: { undo: Undo; now: number }) {
  const toast = undo.toast.value;
  return (
    <div class="toasts" role="status">
      {toast ? (
        <Toast key={toast.id} onUndo={toast.undoable ? () => void undo.undo() : undefined} onGone={undo.dismiss}>
          {wordsOf(toast.done, now)}
        </Toast>
      ) : null}
    </div>
  );
}

/** What was done, in words. */
export function wordsOf(done: Done, now: number) {
  switch (done.kind) {
    case 'state': {
      const who = <Who people={done.people} />;
      if (done.to === 'snoozed' && done.until) return rich('did_later', who, day(done.until, now));
      if (done.to === 'snoozed') return rich('did_laterThen', who);
      return rich(done.to === 'done' ? 'did_done' : 'did_back', who);
    }
    case 'note':
      return rich('did_note', <Who people={done.people} />);
    case 'noteRemoved':
      return rich('did_noteRemoved', <Who people={done.people} />);
    case 'tag':
      return rich(done.off ? 'did_untag' : 'did_tag', <Who people={done.people} />, <Name>{done.tag}</Name>);
    case 'copied':
      return t(`did_copied_${done.what}`);
    case 'exported':
      return rich('did_exported', <b>{done.file}</b>);
    case 'reset':
      return t('did_reset', t(`reset_${done.part}`));
    case 'reading':
      return rich('did_reading', <Who people={done.people} />);
    case 'theme':
      return rich(
        `did_theme_${done.did}`,
        <b>
          <Name>{done.name}</Name>
        </b>,
      );
    case 'view':
      return t(`did_view_${done.did}`, done.name);
    case 'removed':
      return t(`removed_${done.what}`, done.name);
    case 'setting':
      return t('did_setting', t(`setting_${done.of}`));
    case 'site':
      return t(done.on ? 'did_siteOn' : 'did_siteOff', done.site);
    case 'written':
      return t('did_written', done.name);
    case 'promise':
      return rich('did_promise', <Who people={done.people} />, until(done.until, now));
    case 'promiseDropped':
      return t('did_promiseDropped');
    case 'closed':
      return rich('did_closed', <Who people={done.people} />);
    case 'corrected':
      return rich('did_corrected', <Who people={done.people} />);
    case 'correctionGone':
      return t('did_correctionGone');
    case 'brought':
      return plural('broughtReplies', done.count);
    case 'joined':
    case 'parted':
    case 'rhythm':
    case 'letBe':
      return rich(`did_${done.kind}`, <Who people={done.people} />);
    case 'ruled':
      return plural('did_ruled', done.count);
    case 'care': {
      const who = <Who people={done.people} />;
      if (done.assignee) return rich('did_assigned', who, <Name>{done.assignee}</Name>);
      return rich(done.assignee === null ? 'did_nobody' : done.pinned ? 'did_onTop' : 'did_notOnTop', who);
    }
    case 'follow':
      return rich(done.on ? 'did_followed' : 'did_unfollowed', <Name>{done.title || t('conversation')}</Name>);
    case 'undone':
      return done.count === undefined ? t('did_undone') : plural('did_undoneAll', done.count);
  }
}

function Who({ people }: { people: readonly string[] }) {
  return (
    <b>
      <Name>{listPeople(people)}</Name>
    </b>
  );
}
