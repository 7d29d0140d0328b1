/** A Discourse forum, as its browser view writes it. */
import { readThreads } from '../community.mjs';
import { document_, html } from '../html.mjs';

export const host = 'foro.ruedas.example';
export const name = 'Foro Ruedas';

const slug = (title) =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
const generator = html`<meta name="generator" content="Discourse 3.5.0"><meta property="og:site_name" content="${name}">`;

function post(thread, { n, handle, name: shown, at, text, answers }) {
  // An answer to the topic itself carries no mark.
  const to = answers > 1 && thread.posts[answers - 1];
  return html`<div class="topic-post clearfix regular" data-post-number="${n}"><article id="post_${n}" role="region"
 data-post-id="${thread.id}${String(n).padStart(3, '0')}" data-topic-id="${thread.id}" class="boxed onscreen-post"><div class="row"><div class="topic-avatar"><a
 class="trigger-user-card main-avatar" href="/u/${handle}" data-user-card="${handle}" aria-hidden="true"></a></div><div class="topic-body clearfix"><div
 class="topic-meta-data" role="heading" aria-level="2"><div class="names trigger-user-card"><span class="first full-name"><a href="/u/${handle}"
 data-user-card="${handle}">${shown}</a></span><span class="second username"><a href="/u/${handle}" data-user-card="${handle}">${handle}</a></span></div><div
 class="post-infos">${to && html`<a class="reply-to-tab" href="/t/${slug(thread.title)}/${thread.id}/${to.n}" role="button" data-user-card="${to.handle}"><span>${to.handle}</span></a>`}<div
 class="post-info post-date"><a href="/t/${slug(thread.title)}/${thread.id}/${n}" class="post-date"><span class="relative-date" data-time="${at}" data-format="tiny">·</span></a></div></div></div><div
 class="regular contents"><div class="cooked"><p>${text}</p></div></div></div></div></article></div>`;
}

const topic = (thread) =>
  document_(
    'es',
    `${thread.title} - ${name}`,
    html`<body class="archetype-regular docked"><div id="main-outlet"><div id="topic-title"><h1 data-topic-id="${thread.id}"><a
 href="/t/${slug(thread.title)}/${thread.id}" class="fancy-title">${thread.title}</a></h1></div><div class="post-stream">${thread.posts.map((p) => post(thread, p))}</div><div
 id="reply-control" class="open"><div class="d-editor-container"><textarea class="d-editor-input" aria-label="Respuesta"></textarea></div></div><p><a href="/latest">${name}</a></p></div></body>`,
    generator,
  );

/** Path → page; the reader walks them in this order. */
export function pages(now) {
  const threads = readThreads('foro', now);
  const list = document_(
    'es',
    name,
    html`<body><div id="main-outlet"><table class="topic-list">${threads.map(
      (t) => html`<tr class="topic-list-item" data-topic-id="${t.id}"><td class="main-link"><a
 class="title raw-link raw-topic-link" href="/t/${slug(t.title)}/${t.id}">${t.title}</a></td><td class="num posts">${t.posts.length - 1}</td></tr>`,
    )}</table></div></body>`,
    generator,
  );
  return { read: new Map([['/latest', list], ...threads.map((t) => [`/t/${slug(t.title)}/${t.id}`, topic(t)])]) };
}

/** A post's own address shows the topic. */
export const readAt = (path) => path.replace(/^(\/t\/[^/]+\/\d+)\/\d+$/, '$1');
