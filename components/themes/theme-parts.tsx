/** The sections of a theme's page: quotes, people, threads, and who still waits. */

import type { Post } from '../../utils/core/post';
import { hrefOf } from '../../utils/panel/router';
import type { CarriedQuote, Teller, ThemeDetail, ThemeThread } from '../../utils/panel/theme-view';
import { moment } from '../../utils/text/dates';
import { listPeople } from '../../utils/text/lists';
import { calledName } from '../../utils/text/names';
import { number } from '../../utils/text/numbers';
import { siteName } from '../../utils/text/sites';
import { excerpt } from '../../utils/text/spans';
import { plural, t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { Byline, Name } from '../ui/byline';
import { Icon } from '../ui/icon';
import { plain } from '../ui/plain';
import { Debt } from '../ui/tally';
import { Tile } from '../ui/tile';
import { Words } from '../ui/words';

const personHref = (id: string) => hrefOf({ screen: 'person', id });

export interface QuotesProps {
  view: ThemeDetail;
  now: number;
  /** Opens all its posts. */
  onAll?: () => void;
}

export function Quotes({ view, now, onAll }: QuotesProps) {
  if (view.quotes.length === 0) return null;
  return (
    <section class="section" aria-labelledby="theme-words">
      <h2 class="h" id="theme-words">
        {t('themeInTheirWords')}
        <small>
          {onAll ? (
            <LinkButton onClick={onAll}>{t('themeOf', number(view.quotes.length), number(view.held))}</LinkButton>
          ) : (
            t('themeOf', number(view.quotes.length), number(view.held))
          )}
        </small>
      </h2>
      <ul class="list">
        {view.quotes.map((quote) => (
          <li key={quote.key}>
            <QuoteFigure quote={quote} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function QuoteFigure({ quote, now }: { quote: CarriedQuote; now: number }) {
  return (
    <figure class="carried">
      <blockquote class="words">
        <q>
          <bdi dir="auto" lang={quote.lang ?? undefined}>
            {plain(quote.text)}
          </bdi>
        </q>
      </blockquote>
      <figcaption>
        <Byline
          id={quote.who.id}
          name={quote.who.name}
          size="s"
          href={personHref(quote.who.id)}
          phrase={
            <a href={quote.url} target="_blank" rel="noreferrer">
              {siteName(quote.site)}, {moment(quote.at, now)}
            </a>
          }
        />
      </figcaption>
    </figure>
  );
}

function roleOf(teller: Teller): string {
  if (teller.role === 'bridge') return t('themeRole_bridge', plural('themeThreads', teller.threads));
  return t(`themeRole_${teller.role}`, plural('themePosts', teller.posts));
}

export interface PeopleProps {
  view: ThemeDetail;
  /** Opens what somebody said of it. */
  onPosts?: (id: string, name: string) => void;
}

export function People({ view, onPosts }: PeopleProps) {
  const { tellers, others } = view;
  if (tellers.length === 0) return null;
  return (
    <section class="section" aria-labelledby="theme-who">
      <h2 class="h" id="theme-who">
        {t('themeWho')}
      </h2>
      <ul class="list">
        {tellers.map((teller) => (
          <li key={teller.id} class="two">
            <Tile id={teller.id} name={teller.name} />
            <p class="grow">
              <a class="who" href={personHref(teller.id)}>
                <Name>{teller.name}</Name>
              </a>
              <br />
              {onPosts ? (
                <LinkButton onClick={() => onPosts(teller.id, teller.name)}>{roleOf(teller)}</LinkButton>
              ) : (
                roleOf(teller)
              )}
            </p>
          </li>
        ))}
        {others.length > 0 ? (
          <li>
            <p class="tiles" aria-hidden="true">
              {others.slice(0, 12).map((voice) => (
                <Tile key={voice.id} id={voice.id} name={voice.name} />
              ))}
            </p>
            <p class="meta">
              {t('themeOthers', listPeople([...new Set(others.map((voice) => calledName(voice.name)))], 6))}
            </p>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

export interface ThreadsProps {
  threads: readonly ThemeThread[];
  /** Opens what was said of it there. */
  onPosts?: (key: string, title: string) => void;
}

export function Threads({ threads, onPosts }: ThreadsProps) {
  if (threads.length === 0) return null;
  return (
    <section class="section" aria-labelledby="theme-where">
      <h2 class="h" id="theme-where">
        {t('themeWhere')}
      </h2>
      <ul class="list">
        {threads.map((thread) => (
          <li key={thread.key}>
            <p class="words sm">
              <a class="quiet-link" href={hrefOf({ screen: 'thread', thread: thread.key, post: null })}>
                <bdi dir="auto" lang={thread.lang ?? undefined}>
                  {plain(thread.title)}
                </bdi>
              </a>
            </p>
            <p class="meta">
              {siteName(thread.site)} ·{' '}
              {onPosts ? (
                <LinkButton onClick={() => onPosts(thread.key, thread.title)}>
                  {plural('themePosts', thread.posts)}
                </LinkButton>
              ) : (
                plural('themePosts', thread.posts)
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Posts shown at once; the rest opens below them. */
const FIRST = 4;

/** Posts of it that nobody of us has answered, the longest wait first. */
export function Waiting({ view, now }: { view: ThemeDetail; now: number }) {
  const first = view.waitingPosts.slice(0, FIRST);
  const rest = view.waitingPosts.slice(FIRST);
  if (first.length === 0) return null;
  const row = (post: Post) => (
    <li key={post.key}>
      <WaitingPost post={post} now={now} />
    </li>
  );
  return (
    <section class="section" aria-labelledby="theme-waiting">
      <h2 class="h" id="theme-waiting">
        {t('themeWaitingTitle')}
        {rest.length > 0 ? <small>{t('themeOf', number(first.length), number(view.waitingPosts.length))}</small> : null}
      </h2>
      <ul class="list">{first.map(row)}</ul>
      {rest.length > 0 ? (
        <details class="theme-rest">
          <summary>
            <Icon name="chevron" />
            {plural('themeWaitingMore', rest.length)}
          </summary>
          <ul class="list">{rest.map(row)}</ul>
        </details>
      ) : null}
    </section>
  );
}

function WaitingPost({ post, now }: { post: Post; now: number }) {
  return (
    <>
      <Byline
        id={post.authorKey}
        name={post.author.name}
        size="s"
        href={hrefOf({ screen: 'thread', thread: post.threadKey, post: post.key })}
        phrase={siteName(post.site)}
      >
        <Debt since={post.waitsSince ?? post.at} now={now} />
      </Byline>
      <Words text={post.text} lang={post.lang} size="sm" ranges={excerpt(post.text, [], 200)} />
    </>
  );
}
