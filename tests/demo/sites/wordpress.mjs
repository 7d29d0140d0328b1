/** A magazine on WordPress: comments in the core's own markup. */
import { readThreads } from '../community.mjs';
import { document_, html } from '../html.mjs';

export const host = 'revista.ruedas.example';
export const name = 'Revista Ruedas';
const idOf = (thread, n) => Number(thread.id) * 100 + n;

function comment(thread, post, depth = 1) {
  const id = idOf(thread, post.n);
  const children = thread.posts.filter((p) => p.answers === post.n);
  return html`<li id="comment-${id}" class="comment even depth-${depth}${children.length ? ' parent' : ''}"><article id="div-comment-${id}" class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b
 class="fn"><a href="https://${host}/gente/${post.handle}/" class="url" rel="ugc external nofollow">${post.name}</a></b></div><div class="comment-metadata"><a href="https://${host}/${thread.id}/#comment-${id}"><time
 datetime="${new Date(post.at).toISOString()}">·</time></a></div></footer><div class="comment-content"><p>${post.text}</p></div><div class="reply"><a rel="nofollow" class="comment-reply-link" href="#comment-${id}" data-commentid="${id}" data-postid="${thread.id}">↩</a></div></article>${children.length ? html`<ol class="children">${children.map((p) => comment(thread, p, depth + 1))}</ol>` : ''}</li>`;
}

export const pages = (now) => ({
  read: new Map(
    readThreads('blog', now).map((t) => [
      `/${t.id}/`,
      document_(
        'es',
        `${t.title} – ${name}`,
        html`<body class="wp-singular post-template-default single single-post postid-${t.id}"><main><h1 class="entry-title">${t.title}</h1><div id="comments" class="comments-area"><h2
 class="comments-title">${t.posts.length} · ${t.title}</h2><ol class="comment-list">${t.posts.filter((p) => !p.answers).map((p) => comment(t, p))}</ol><div id="respond" class="comment-respond"><form action="/wp-comments-post.php" method="post"
 id="commentform" class="comment-form"><textarea id="comment" name="comment" cols="45" rows="8"></textarea></form></div></div></main></body>`,
        html`<meta name="generator" content="WordPress 6.8"><link rel="canonical" href="https://${host}/${t.id}/">`,
      ),
    ]),
  ),
});
