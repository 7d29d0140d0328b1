/** A Reddit community, in today's `shreddit-*` elements. */
import { readThreads } from '../community.mjs';
import { document_, html } from '../html.mjs';

export const host = 'www.reddit.com';
export const name = 'r/SlowWheels';
const base = '/r/SlowWheels/comments';
const iso = (at) => new Date(at).toISOString();
const idOf = (thread, n) => `t1_${thread.id}${n.toString(36)}`;

function comment(thread, { n, handle, at, text }, depth = 0) {
  const parent = thread.posts[n - 1].answers ?? 1;
  const permalink = `${base}/${thread.id}/comment/${idOf(thread, n).slice(3)}/`;
  return html`<shreddit-comment author="${handle}" thingid="${idOf(thread, n)}" depth="${depth}" permalink="${permalink}" postid="t3_${thread.id}" score="${(n * 7) % 23}"
 parentid="${parent === 1 ? `t3_${thread.id}` : idOf(thread, parent)}"><div slot="commentMeta"><a href="/user/${handle}/">${handle}</a> <faceplate-timeago ts="${iso(at)}"><time datetime="${iso(at)}">·</time></faceplate-timeago></div><div
 id="${idOf(thread, n)}-comment-rtjson-content" slot="comment" class="md"><div id="-post-rtjson-content"><p>${text}</p></div></div>${thread.posts.filter((p) => p.answers === n).map((p) => comment(thread, p, depth + 1))}</shreddit-comment>`;
}

function threadPage(thread) {
  const [first, ...rest] = thread.posts;
  return document_(
    'en',
    `${thread.title} : r/SlowWheels`,
    html`<body><main><shreddit-post id="t3_${thread.id}" permalink="${base}/${thread.id}/thread/" author="${first.handle}" post-title="${thread.title}"
 created-timestamp="${iso(first.at)}" comment-count="${rest.length}" score="41" subreddit-prefixed-name="r/SlowWheels" post-type="text"><h1 slot="title" id="post-title-t3_${thread.id}">${thread.title}</h1><div
 slot="credit-bar"><a href="/user/${first.handle}/">${first.handle}</a> <faceplate-timeago ts="${iso(first.at)}"><time datetime="${iso(first.at)}">·</time></faceplate-timeago></div><div slot="text-body"><div id="t3_${thread.id}-post-rtjson-content" class="md"><p>${first.text}</p></div></div></shreddit-post><comment-composer-host><shreddit-composer><div
 slot="rte" role="textbox" contenteditable="true" aria-label="Comment"></div></shreddit-composer></comment-composer-host><shreddit-comment-tree post-id="t3_${thread.id}" totalcomments="${rest.length}">${rest.filter((p) => (p.answers ?? 1) === 1).map((p) => comment(thread, p))}</shreddit-comment-tree></main></body>`,
  );
}

export const pages = (now) => ({
  read: new Map(readThreads('reddit', now).map((t) => [`${base}/${t.id}/thread/`, threadPage(t)])),
});

/** A comment's own address shows the conversation. */
export const readAt = (path) => path.replace(/comment\/\w+\/$/, 'thread/');
