import { describe, expect, it } from 'vitest';
import { all, attr, one, readBody, readText, TEXT_CAP, textOf } from '../../utils/adapters/dom';

function make(html: string): Element {
  const document = new DOMParser().parseFromString(`<body><div id="root">${html}</div></body>`, 'text/html');
  return document.querySelector('#root') as Element;
}
const text = (html: string, options = {}) => readText(make(html), options);

describe('readText', () => {
  it.each([
    ['a<br>b', 'a\nb'],
    ['a<br><br>b', 'a\n\nb'],
    ['<p>a</p><p>b</p>', 'a\n\nb'],
    ['<div>a</div><div>b</div>c', 'a\nb\nc'],
    ['  a \n b  <b> c</b>d', 'a b cd'],
    ['<ul><li>one</li><li>two</li></ul>after', 'one\ntwo\n\nafter'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['<pre>a\n  b\n</pre>c', 'a\n  b\n\nc'],
    ['a<script>x()</script><style>y</style>b', 'ab'],
    ['a<span hidden>secret</span><i aria-hidden="true">·</i>b', 'ab'],
    ['<span aria-hidden="true">Name</span><span class="visually-hidden">Name, profile</span>', 'Name'],
    ['a<span style="display: none">x</span>b<button>Reply</button>', 'ab'],
    ['good <img class="emoji" alt="😀"> day', 'good 😀 day'],
    ['<img alt="a cat on a sofa">text', 'text'],
    ['hi <img class="custom-emoji" alt=":blob:">', 'hi :blob:'],
    ['hi <img src="smilies/lol.gif" alt=":lol:">', 'hi'],
    ['a\u0000b', 'ab'],
    ['<a href="/x">li<wbr>nk</a> end', 'link end'],
    ['', ''],
  ])('%s', (html, expected) => {
    expect(text(html)).toBe(expected);
  });

  it('keeps line breaks of the source where they are shown', () => {
    expect(text('one\ntwo\n\n\nthree <b>x</b>\n', { pre: true })).toBe('one\ntwo\n\nthree x');
    expect(text('one\ntwo')).toBe('one two');
  });

  it('leaves out what it is told to', () => {
    const root = make('<p>mine</p><div class="sig">me, 1990</div><p>more</p>');
    expect(readText(root, { skip: '.sig' })).toBe('mine\n\nmore');
    expect(readText(root, { without: new Set([root.querySelector('.sig') as Element]) })).toBe('mine\n\nmore');
  });

  it('stops at the cap, without reading the rest', () => {
    const long = readBody(make(`<p>${'word '.repeat(500_000)}</p><p>end</p>`));
    expect(long.text.length).toBeLessThanOrEqual(TEXT_CAP);
    expect(long.truncated).toBe(true);
  });

  it('walks deep nesting without recursion', () => {
    // happy-dom itself gives up below this; real browsers are given 10,000 levels end to end.
    const root = make(`${'<div>'.repeat(400)}bottom`);
    expect(readText(root)).toBe('bottom');
  });
});

describe('readBody', () => {
  it('puts other people’s passages apart, with who said them', () => {
    const body = readBody(make('<blockquote><cite>Ana said:</cite><p>old words</p></blockquote>new words'), {
      quotes: 'blockquote',
      quoteAuthor: 'cite',
    });
    expect(body).toEqual({ text: 'new words', quotes: [{ author: 'Ana said', text: 'old words' }], truncated: false });
  });

  it('takes the outermost of nested quotes', () => {
    const body = readBody(make('<blockquote>b <blockquote>a</blockquote></blockquote>c'), { quotes: 'blockquote' });
    expect(body.text).toBe('c');
    expect(body.quotes).toEqual([{ text: 'b\n\na' }]);
  });

  it('is empty for nothing', () => {
    expect(readBody(null)).toEqual({ text: '', quotes: [], truncated: false });
  });
});

describe('small readers', () => {
  it('find, list and trim', () => {
    const root = make('<a class="n" href=" /u/ana "> Ana\n <b>G.</b> </a><a class="n" href="">x</a>');
    expect(one(root, '.n')?.localName).toBe('a');
    expect(all(root, '.n')).toHaveLength(2);
    expect(attr(root, '.n', 'href')).toBe('/u/ana');
    expect(attr(root.querySelectorAll('.n')[1] as Element, '', 'href')).toBeNull();
    expect(textOf(root, '.n')).toBe('Ana G.');
    expect(textOf(root, '.none')).toBe('');
    expect(one(null, 'a')).toBeNull();
  });
});
