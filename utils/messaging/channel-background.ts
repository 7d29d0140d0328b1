/** Receives messages in the background: asks who sent them, checks them, answers. Nothing a message holds makes it throw. */
import { browser } from 'wxt/browser';
import { answerWith } from './channel';
import { isEnvelope } from './envelope';
import type { FromPage, FromScreen } from './protocol';
import { classifySender, type RawSender, type Sender } from './sender';
import {
  type IsHome,
  parseBatch,
  parseBox,
  parseCard,
  parseExpand,
  parseHello,
  parseMarks,
  parseNote,
  parseNotes,
  parsePut,
} from './validate';

export type PageSender = Extract<Sender, { kind: 'page' }>;

export type FromPageHandlers = {
  [K in keyof FromPage]: (request: FromPage[K]['request'], sender: PageSender) => Promise<FromPage[K]['response']>;
};

export type FromScreenHandlers = {
  [K in keyof FromScreen]: (request: FromScreen[K]['request']) => Promise<FromScreen[K]['response']>;
};

/** Why a message was not obeyed, or a part of it not taken. Counted, never shown to the sender in detail. */
export type Refusal = 'stranger' | 'notAllowed' | 'unknownType' | 'malformed' | 'malformedPart';
export type OnRefused = (why: Refusal, parts: number) => void;

/** Answers capture scripts. Called at the top level, so that a message wakes a sleeping background. */
export function onFromPage(handlers: FromPageHandlers, isHome: IsHome, refused: OnRefused): void {
  receive('fromPage', 'page', refused, (type, request, sender) => {
    const page = sender as PageSender;
    switch (type as keyof FromPage) {
      case 'hello': {
        const hello = parseHello(request);
        return hello ? handlers.hello(hello, page) : null;
      }
      case 'captured': {
        const valid = parseBatch(request, page.origin, isHome);
        if (!valid) return null;
        if (valid.faults > 0) refused('malformedPart', valid.faults);
        return handlers
          .captured(valid.batch, page)
          .then(({ ack }) => (valid.refused.length > 0 ? { ack, refused: valid.refused } : { ack }));
      }
      case 'shortcuts':
        return handlers.shortcuts({}, page);
      case 'drafts': {
        const box = parseBox(request, page.origin, isHome);
        return box ? handlers.drafts(box, page) : null;
      }
      case 'expand': {
        const typed = parseExpand(request, page.origin, isHome);
        return typed ? handlers.expand(typed, page) : null;
      }
      case 'put': {
        const put = parsePut(request, page.origin, isHome);
        return put ? handlers.put(put, page) : null;
      }
      case 'marksHere':
        return handlers.marksHere({}, page);
      case 'marks': {
        const asked = parseMarks(request, page.origin, isHome);
        return asked ? handlers.marks(asked, page) : null;
      }
      case 'card': {
        const asked = parseCard(request, page.origin, isHome);
        return asked ? handlers.card(asked, page) : null;
      }
      case 'notes': {
        const asked = parseNotes(request, page.origin, isHome);
        return asked ? handlers.notes(asked, page) : null;
      }
      case 'note': {
        const noted = parseNote(request, page.origin, isHome);
        return noted ? handlers.note(noted, page) : null;
      }
      default:
        return undefined;
    }
  });
}

/** Answers our own pages. A capture script that asks the same is refused. */
export function onFromScreen(handlers: FromScreenHandlers, refused: OnRefused): void {
  receive('fromScreen', 'screen', refused, (type, request) => {
    if (!Object.hasOwn(handlers, type)) return undefined;
    const handle = handlers[type as keyof FromScreen] as (request: unknown) => Promise<unknown>;
    return handle(request);
  });
}

/** The answer to come; null: malformed; undefined: no such type. */
type Dispatch = (type: string, request: unknown, sender: Sender) => Promise<unknown> | null | undefined;

function receive(
  from: 'fromPage' | 'fromScreen',
  allowed: Sender['kind'],
  refused: OnRefused,
  dispatch: Dispatch,
): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, rawSender: RawSender, respond: (answer: unknown) => void): true | undefined => {
      if (!isEnvelope(message) || message.tertulia !== from) return undefined;
      const refuse = (why: Refusal): undefined => {
        refused(why, 1);
        respond({ fault: 'refused' });
        return undefined;
      };
      const sender = classifySender(rawSender, ourselves());
      if (sender.kind === 'stranger') return refuse('stranger');
      if (sender.kind !== allowed) return refuse('notAllowed');
      let answer: Promise<unknown> | null | undefined;
      try {
        answer = dispatch(message.type, message.request, sender);
      } catch {
        return refuse('malformed');
      }
      if (answer === undefined) return refuse('unknownType');
      if (answer === null) return refuse('malformed');
      const work = answer;
      return answerWith(() => work, respond);
    },
  );
}

/** Cut from the address by hand: where an engine gives such schemes the origin `null`, every sandboxed frame would be us. */
function ourselves(): { id: string; origin: string } {
  return { id: browser.runtime.id, origin: browser.runtime.getURL('/').replace(/\/$/, '') };
}
