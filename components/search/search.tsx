import { useEffect, useRef } from 'preact/hooks';
import './search.css';
import { isEmptyQuery } from '../../utils/core/query';
import type { Found } from '../../utils/core/search';
import { hrefOf, type Route } from '../../utils/panel/router';
import type { SearchModel } from '../../utils/panel/search';
import { moment } from '../../utils/text/dates';
import { number } from '../../utils/text/numbers';
import { siteName } from '../../utils/text/sites';
import { plural, t } from '../../utils/text/t';
import { Button } from '../ui/button';
import { Name } from '../ui/byline';
import { Empty } from '../ui/empty';
import { Find } from '../ui/find';
import { useGoOn } from '../ui/go-on';
import { FoundWords } from './found-words';

/** Everything that is held, by words or by the full grammar, as one types. */
export function Search({ model, now }: { model: SearchModel; now: number }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const found = model.found.value;
  const goOn = useGoOn('[aria-labelledby=found-posts] .search-hit', found?.posts.length ?? 0);
  const query = model.query.value;
  const [mistake] = model.mistakes.value;
  const text = model.text.value;
  const isEmpty = isEmptyQuery(query);
  const none = found && !isEmpty && found.posts.length + found.people.length + found.notes.length === 0;
  return (
    <>
      <h1 class="sr">{t('searchTitle')}</h1>
      <Find
        label={t('searchTitle')}
        placeholder={t('filterExample')}
        value={text}
        onInput={model.type}
        inputRef={field}
        fault={
          mistake ? t(`query_${mistake.reason}`, text.slice(mistake.start, Math.max(mistake.end, mistake.start))) : null
        }
      />
      <p class="meta" role="status">
        {model.failed.value
          ? t('searchFailed')
          : found && model.searching.value && found.indexed < found.total
            ? t('searchGrowing', number(found.indexed), number(found.total))
            : found && !isEmpty
              ? plural('searchFound', found.posts.length) + (found.more ? '+' : '')
              : ''}
      </p>
      {isEmpty ? <Empty title={t('searchBegin')}>{t('searchBeginHelp')}</Empty> : null}
      {none && !model.searching.value ? <Empty title={t('nothingFound')}>{t('searchNoneHelp')}</Empty> : null}
      {found && !isEmpty ? (
        <>
          {found.people.length > 0 ? (
            <section aria-labelledby="found-people">
              <h2 class="h" id="found-people">
                {t('section_people')}
              </h2>
              <ul class="search-people">
                {found.people.map(({ key, name, site }) => (
                  <li key={key}>
                    <a class="person-name" href={hrefOf({ screen: 'person', id: key })}>
                      <Name>{name}</Name>
                    </a>{' '}
                    <span class="meta">{siteName(site)}</span>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          {found.notes.length > 0 ? (
            <section aria-labelledby="found-notes">
              <h2 class="h" id="found-notes">
                {t('notes')}
              </h2>
              {found.notes.map((note) => (
                <a key={note.id} class="search-hit" href={hrefOf(routeOf(note))}>
                  <FoundWords
                    text={[note.text, note.quote, note.tags.join(', ')].filter(Boolean).join(' · ')}
                    query={query}
                  />
                  <span class="meta">{moment(note.updatedAt, now)}</span>
                </a>
              ))}
            </section>
          ) : null}
          {found.posts.length > 0 ? (
            <section aria-labelledby="found-posts">
              <h2 class="h" id="found-posts">
                {t('searchPosts')}
              </h2>
              {found.posts.map((post) => (
                <a
                  key={post.key}
                  class="search-hit"
                  href={hrefOf({ screen: 'thread', thread: post.threadKey, post: post.key })}
                >
                  <span class="person-name">
                    <Name>{post.author.name}</Name>
                  </span>{' '}
                  <span class="meta">
                    {siteName(post.site)} · {moment(post.at, now)}
                  </span>
                  <FoundWords text={post.text} query={query} lang={post.lang} />
                </a>
              ))}
            </section>
          ) : null}
          {found.more && found.posts.length > 0 ? (
            <Button
              onClick={() => {
                goOn();
                model.showMore();
              }}
            >
              {t('showMore', number(found.posts.length))}
            </Button>
          ) : null}
        </>
      ) : null}
    </>
  );
}

/** Where what a note is about stands. */
function routeOf({ target, thread }: Found['notes'][number]): Route {
  const at = target.indexOf(':');
  const id = target.slice(at + 1);
  switch (target.slice(0, at)) {
    case 'person':
      return { screen: 'person', id };
    case 'theme':
      return { screen: 'theme', id };
    case 'thread':
      return { screen: 'thread', thread: id, post: null };
    default:
      return { screen: 'thread', thread: thread ?? id, post: id };
  }
}
