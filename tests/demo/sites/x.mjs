/** A search on X: one virtualised timeline. Posts are taken off the page as they scroll out, as the real one does. */
import { readThreads } from '../community.mjs';
import { document_, html, markup } from '../html.mjs';

export const host = 'x.com';
export const name = 'X';
const iso = (at) => new Date(at).toISOString();
/** X ids carry the time: milliseconds since 4 November 2010, above 22 bits of worker and sequence. */
const idOf = (at) => ((BigInt(at) - 1288834974657n) << 22n).toString();

function tweet(posts, { handle, name: shown, at, text, answers }, i) {
  const to = answers && posts[answers - 1];
  const lang = /[áéíóúñ¿¡]|\b(el|la|que|los|con)\b/i.test(text) ? 'es' : 'en';
  const words = text
    .split(/(@\w+)/)
    .map((part) =>
      part.startsWith('@')
        ? html`<div class="r-xoduu5"><span><a dir="ltr" href="/${part.slice(1)}" role="link">${part}</a></span></div>`
        : html`<span>${part}</span>`,
    );
  return html`<div data-testid="cellInnerDiv"><article aria-labelledby="id__${i}" role="article" tabindex="0" data-testid="tweet"><div data-testid="Tweet-User-Avatar"></div><div data-testid="User-Name"><div><a
 href="/${handle}" role="link"><div dir="ltr"><span><span>${shown}</span></span></div></a></div><div><a href="/${handle}" role="link" tabindex="-1"><div dir="ltr"><span>@${handle}</span></div></a><div aria-hidden="true"><span>·</span></div><a
 href="/${handle}/status/${idOf(at)}" dir="ltr" role="link"><time datetime="${iso(at)}">·</time></a></div></div>${to && html`<div><div dir="ltr">↳ <a dir="ltr" href="/${to.handle}" role="link"><span>@${to.handle}</span></a></div></div>`}<div
 dir="auto" lang="${lang}" id="id__${i}" data-testid="tweetText">${words}</div><div role="group"><button data-testid="reply" role="button"></button><button data-testid="like" role="button"></button></div></article></div>`;
}

/** Mounts a dozen cells around the view, and unmounts the rest. */
const VIRTUAL = markup(`
const cells=[...document.querySelectorAll('[data-testid=cellInnerDiv]')],list=document.querySelector('#timeline'),height=180;
list.style.cssText='position:relative;height:'+cells.length*height+'px';
const place=()=>{const first=Math.max(0,Math.floor(scrollY/height)-3);cells.forEach((cell,i)=>{const near=i>=first&&i<first+14;
if(near&&!cell.isConnected){cell.style.cssText='position:absolute;top:'+i*height+'px';list.append(cell)}else if(!near&&cell.isConnected)cell.remove()})};
addEventListener('scroll',place,{passive:true});place();`);

const shell = (title, cells) =>
  document_(
    'en',
    `${title} / X`,
    html`<body><div id="react-root"><main role="main"><div><div data-testid="tweetTextarea_0RichTextInputContainer"><div data-testid="tweetTextarea_0" role="textbox" contenteditable="true"></div></div></div><section role="region"><div
 id="timeline">${cells}</div></section></main></div><script>${VIRTUAL}</script></body>`,
  );

/** A post and everything that answers it, directly or not. */
function conversation(posts, first) {
  const isOf = (post) => post === first || (post.answers !== null && isOf(posts[post.answers - 1]));
  return posts.filter(isOf);
}

export function pages(now) {
  const [{ posts }] = readThreads('x', now);
  const cells = posts.map((p, i) => tweet(posts, p, i));
  const search = ['/search?q=almadia&f=live', shell('almadia - Search', cells.toReversed())];
  // The reader opens each conversation that has answers: only there X shows who answers whom.
  const opened = posts.filter((post) => post.answers === null && posts.some((other) => other.answers === post.n));
  const status = (post) => [
    `/${post.handle}/status/${idOf(post.at)}`,
    shell(
      post.name,
      conversation(posts, post).map((each) => cells[each.n - 1]),
    ),
  ];
  return { read: new Map([search, ...opened.map(status)]), also: new Map(posts.map(status)) };
}
