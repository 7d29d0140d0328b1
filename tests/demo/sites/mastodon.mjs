/** A Mastodon server: the conversation view of its web client. */
import { readThreads } from '../community.mjs';
import { document_, html } from '../html.mjs';

export const host = 'pedal.example';
export const name = 'pedal.example';
const iso = (at) => new Date(at).toISOString();
/** Mastodon ids carry the time: milliseconds above 16 bits. */
const idOf = (at) => (BigInt(at) << 16n).toString();

function status(posts, { handle, name: shown, at, text, answers }) {
  const to = answers && posts[answers - 1];
  const lang = /[áéíóúñ¿¡]|\b(el|la|que|los|con)\b/i.test(text) ? 'es' : 'en';
  return html`<div tabindex="-1"><article data-id="${idOf(at)}"><div class="status__wrapper status__wrapper-public focusable" tabindex="0" data-id="${idOf(at)}"><div class="status status-public" data-id="${idOf(at)}"><div
 class="status__info"><a href="/@${handle}/${idOf(at)}" class="status__relative-time"><time datetime="${iso(at)}">·</time></a><a href="/@${handle}" class="status__display-name" title="@${handle}"><div
 class="status__avatar"></div><span class="display-name"><bdi><strong class="display-name__html">${shown}</strong></bdi><span class="display-name__account">@${handle}</span></span></a></div><div
 class="status__content" tabindex="0"><div class="status__content__text status__content__text--visible translate" lang="${lang}"><p>${to && html`<span class="h-card"><a href="https://${host}/@${to.handle}" class="u-url mention">@<span>${to.handle}</span></a></span> `}${text}</p></div></div><div
 class="status__action-bar"></div></div></div></article></div>`;
}

export function pages(now) {
  const threads = readThreads('pedal', now);
  const shell = (title, body) =>
    document_(
      'en',
      title,
      html`<body class="app-body"><div id="mastodon"><div class="columns-area"><form class="compose-form"><div class="compose-form__highlightable"><textarea
 class="autosuggest-textarea__textarea" aria-label="What's up?"></textarea></div></form><div class="item-list" role="feed">${body}</div></div></div></body>`,
      html`<meta name="generator" content="Mastodon 4.4"><meta property="og:site_name" content="${name}">`,
    );
  const addressOf = (post) => `/@${post.handle}/${idOf(post.at)}`;
  const conversations = threads.map(({ posts }) => ({
    posts,
    page: shell(
      name,
      posts.map((p) => status(posts, p)),
    ),
  }));
  return {
    read: new Map(conversations.map(({ posts, page }) => [addressOf(posts[0]), page])),
    also: new Map(conversations.flatMap(({ posts, page }) => posts.map((post) => [addressOf(post), page]))),
  };
}
