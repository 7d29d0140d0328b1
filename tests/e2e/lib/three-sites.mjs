/** Three sites that show one post of the same person in a feed, at its own address, and in a search; its words may change. */
import { createServer } from 'node:https';
import { generate } from 'selfsigned';

const AT = Date.UTC(2026, 4, 3, 9, 30);
const iso = (at) => new Date(at).toISOString();
const page = (head, body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Talk</title>${head}<style>body{margin:40px 60px;font:16px/1.5 sans-serif;max-width:640px}a{color:inherit}</style></head>${body}</html>`;
const X = ((BigInt(AT) - 1288834974657n) << 22n).toString();
const M = (BigInt(AT) << 16n).toString();

const tweet = (id, handle, name, words, at) =>
  `<div data-testid="cellInnerDiv"><article role="article" tabindex="0" data-testid="tweet"><div data-testid="Tweet-User-Avatar"></div><div data-testid="User-Name"><div><a href="/${handle}" role="link"><div dir="ltr"><span><span>${name}</span></span></div></a></div><div><a href="/${handle}" role="link" tabindex="-1"><div dir="ltr"><span>@${handle}</span></div></a><div aria-hidden="true"><span>·</span></div><a href="/${handle}/status/${id}" dir="ltr" role="link"><time datetime="${iso(at)}">May 3</time></a></div></div><div dir="auto" lang="en" data-testid="tweetText"><span>${words}</span></div><div role="group"><button data-testid="reply" role="button">Reply</button></div></article></div>`;
const toot = (id, handle, name, words, at) =>
  `<article data-id="${id}"><div class="status__wrapper status__wrapper-public focusable" tabindex="0" data-id="${id}"><div class="status status-public" data-id="${id}"><div class="status__info"><a href="/@${handle}/${id}" class="status__relative-time"><time datetime="${iso(at)}">May 3</time></a><a href="/@${handle}" class="status__display-name" title="@${handle}"><span class="display-name"><bdi><strong class="display-name__html">${name}</strong></bdi><span class="display-name__account">@${handle}</span></span></a></div><div class="status__content"><div class="status__content__text status__content__text--visible translate" lang="en"><p>${words}</p></div></div></div></div></article>`;
const red = (id, handle, title, words, at) =>
  `<shreddit-post id="t3_${id}" permalink="/r/Lamps/comments/${id}/thread/" author="${handle}" post-title="${title}" created-timestamp="${iso(at)}" comment-count="0" score="4" subreddit-prefixed-name="r/Lamps" post-type="text" style="display:block"><h1 slot="title" id="post-title-t3_${id}">${title}</h1><div slot="credit-bar"><a href="/user/${handle}/">${handle}</a> <faceplate-timeago ts="${iso(at)}"><time datetime="${iso(at)}">May 3</time></faceplate-timeago></div><div slot="text-body"><div id="t3_${id}-post-rtjson-content" class="md"><p>${words}</p></div></div></shreddit-post>`;

/** What is shown around the post in each place. */
const others = (make, ids) =>
  ids.map((id, i) => make(id, `other${i}`, `Other ${i}`, `Other words, number ${i}.`, AT - (i + 1) * 3_600_000));
const xIds = [1n, 2n, 3n].map((i) => (BigInt(X) - i * 4096000n).toString());
const mIds = [1n, 2n, 3n].map((i) => (BigInt(M) - i * 65536000n).toString());
const mastodonHead =
  '<meta name="generator" content="Mastodon 4.4"><meta property="og:site_name" content="luz.example">';

export const SITES = [
  {
    host: 'x.com',
    feed: '/home',
    permalink: `/leire_z/status/${X}`,
    search: '/search?q=lamp&f=live',
    render: (words, place) =>
      page(
        '',
        `<body><div id="react-root"><main role="main"><section role="region">${place === 'search' ? others(tweet, xIds.slice(0, 1)).join('') : ''}${tweet(X, 'leire_z', 'Leire Zubiri', words, AT)}${place === 'permalink' ? '' : others(tweet, xIds).join('')}</section></main></div></body>`,
      ),
  },
  {
    host: 'luz.example',
    feed: '/home',
    permalink: `/@leire/${M}`,
    search: '/search?q=lamp',
    render: (words, place) =>
      page(
        mastodonHead,
        `<body class="app-body"><div id="mastodon"><div class="columns-area"><div class="item-list" role="feed">${place === 'search' ? others(toot, mIds.slice(0, 1)).join('') : ''}${toot(M, 'leire', 'Leire Zubiri', words, AT)}${place === 'permalink' ? '' : others(toot, mIds).join('')}</div></div></div></body>`,
      ),
  },
  {
    host: 'www.reddit.com',
    feed: '/r/Lamps/',
    permalink: '/r/Lamps/comments/1lamp0/thread/',
    search: '/r/Lamps/search/?q=lamp',
    render: (words, place) =>
      page(
        '',
        `<body><main>${place === 'search' ? red('1lamp9', 'other9', 'Another', 'Other words.', AT) : ''}${red('1lamp0', 'leire-z', 'My lamp', words, AT)}${place === 'permalink' ? '' : red('1lamp1', 'other1', 'Yet another', 'More words.', AT)}</main></body>`,
      ),
  },
];

/** @returns {Promise<{ args: string[], words: string, close(): void }>} `words` may be set: the post was edited. */
export async function serveThreeSites() {
  const state = { words: 'The lamp goes out on every hill, what can I do?', args: [], close: () => server.close() };
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const server = createServer({ key, cert }, (request, response) => {
    const site = SITES.find(({ host }) => host === request.headers.host?.replace(/:\d+$/, ''));
    const place = ['feed', 'permalink', 'search'].find((each) => site?.[each] === request.url);
    response.writeHead(place ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(place ? site.render(state.words, place) : '');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  state.args = [
    '--ignore-certificate-errors',
    `--host-resolver-rules=${SITES.map(({ host }) => `MAP ${host} 127.0.0.1:${server.address().port}`).join(',')},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1`,
  ];
  return state;
}
