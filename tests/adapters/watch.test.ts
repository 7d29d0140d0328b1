import { describe, expect, it, vi } from 'vitest';
import { adapter, add, batches, html, idle, ids, main, sent, settle, start, watched, watchPages } from './watched';

watchPages();

describe('reading', () => {
  it('sends what stands on the page, once, with its thread and health', async () => {
    start(html(1) + html(2));
    await settle();
    expect(ids()).toEqual(['1', '2']);
    expect(batches[0]).toMatchObject({
      site: 'test',
      threads: [{ key: 'test:/t/1', claimed: 5 }],
      exposure: { posts: 2, authors: 2 },
      health: { site: 'test', adapter: 'test', onPage: 2, read: 2, faults: 0, missing: {} },
    });
    await settle(5000);
    expect(ids()).toEqual(['1', '2']);
    expect(watched.unsent).toBe(0);
  });

  it('reads what is added, whole subtrees and posts alone', async () => {
    start(html(1));
    await settle();
    add(html(2) + html(3));
    const alone = document.createElement('div');
    alone.innerHTML = html(4);
    main().append(alone.firstElementChild as Element);
    await settle();
    expect(ids()).toEqual(['1', '2', '3', '4']);
  });

  it('sends a post again when its words change, not when nothing does', async () => {
    start(html(1) + html(2));
    await settle();
    (document.querySelector('[data-id="1"] .text') as HTMLElement).textContent = 'words 1, edited';
    await settle();
    expect(sent().map((post) => post.text)).toEqual(['words 1', 'words 2', 'words 1, edited']);
    (document.querySelector('[data-id="2"] .time') as HTMLElement).textContent = '4 h';
    document.querySelector('[data-id="2"]')?.append(document.createElement('hr'));
    await settle();
    expect(sent()).toHaveLength(3);
  });

  it('sees changed characters', async () => {
    start(html(1));
    await settle();
    (document.querySelector('.text')?.firstChild as Text).data = 'other words';
    await settle();
    expect(sent().at(-1)?.text).toBe('other words');
  });

  it('keeps what a virtual list shows and takes away at once', async () => {
    start(html(1));
    await settle();
    for (let i = 2; i < 30; i++) {
      const row = add(html(i));
      await vi.advanceTimersByTimeAsync(1); // the records are delivered, idle time never comes
      row.remove();
    }
    expect(idle.waiting).toBe(true);
    await settle();
    expect(ids()).toEqual(Array.from({ length: 29 }, (_, i) => String(i + 1)));
  });

  it('counts what it cannot read, and stops counting once it can', async () => {
    start(html(1) + html(2).replace('author', 'who'));
    await settle(2500);
    expect(batches.at(-1)?.health).toMatchObject({ onPage: 2, read: 1, faults: 1, missing: { author: 1 } });
    document.querySelector('.who')?.remove();
    const author = document.createElement('b');
    author.className = 'author';
    author.textContent = 'leo';
    document.querySelector('[data-id="2"]')?.prepend(author);
    await settle();
    expect(batches.at(-1)?.health).toMatchObject({ onPage: 2, read: 2, faults: 0, missing: {} });
  });

  it('keeps the fuller of two copies of one post', async () => {
    start(html(7, 'a long and full text') + html(7, 'a long'));
    await settle();
    expect(sent().map((post) => post.text)).toEqual(['a long and full text']);
    add(html(7, 'a long and full text, and more'));
    await settle();
    expect(sent().at(-1)?.text).toBe('a long and full text, and more');
  });

  it('one post that throws loses no other', async () => {
    start(html(1) + html(2) + html(3), {
      extract(item, page) {
        if (item.getAttribute('data-id') === '2') throw new TypeError('the site changed');
        return adapter.extract(item, page);
      },
    });
    await settle();
    expect(ids()).toEqual(['1', '3']);
    expect(batches.at(-1)?.health.missing).toEqual({ error: 1 });
  });

  it('reads inside open shadow roots the adapter names, also those that come later', async () => {
    const roots = (page: { document: Document }) =>
      [...page.document.querySelectorAll('x-thread')].flatMap((host) => (host.shadowRoot ? [host.shadowRoot] : []));
    start('', { roots: (page) => [page.document.body, ...roots(page)] });
    await settle();
    const host = document.createElement('x-thread');
    host.attachShadow({ mode: 'open' }).innerHTML = html(1);
    main().append(host);
    await settle();
    (host.shadowRoot as ShadowRoot).append(
      ...(new DOMParser().parseFromString(html(2), 'text/html').body.children as never as Node[]),
    );
    await settle();
    expect(ids()).toEqual(['1', '2']);
  });

  it('reads at most its cap of one page, and says so', async () => {
    start(Array.from({ length: 40 }, (_, i) => html(i)).join(''), {}, 50);
    await settle();
    add(Array.from({ length: 40 }, (_, i) => html(100 + i)).join(''));
    await settle(3000);
    expect(new Set(ids()).size).toBe(50);
    expect(batches.at(-1)?.health.capped).toBe(true);
  });

  it('counts posts, not the elements one stands in time and again, until they are very many', async () => {
    start('', {}, 20);
    await settle();
    for (let round = 0; round < 4; round++) {
      main().replaceChildren();
      add(Array.from({ length: 19 }, (_, i) => html(i)).join(''));
      await settle(1000);
    }
    expect(watched.health().capped).toBeUndefined();
    add(html(90));
    await settle();
    expect(ids()).toContain('90');
    expect(watched.health().capped).toBe(true);
  });

  it('gives back keys and elements of what is on the page', async () => {
    start(html(1) + html(2));
    await settle();
    expect(watched.keys()).toEqual(['test:1', 'test:2']);
    document.querySelector('[data-id="1"]')?.remove();
    expect(watched.keys()).toEqual(['test:2']);
    expect(watched.elementOf('test:1')).toBeNull();
    expect(watched.elementOf('test:2')).toBe(document.querySelector('[data-id="2"]'));
  });
});

describe('a single-page application goes elsewhere', () => {
  it('new posts belong to the new address; what stands is read again only once settled', async () => {
    start(html(1));
    await settle();
    history.pushState(null, '', '/t/2');
    main().innerHTML = html(2);
    await settle();
    expect(sent().map((post) => [post.nativeId, post.threadKey])).toEqual([
      ['1', 'test:/t/1'],
      ['2', 'test:/t/2'],
    ]);
    expect(batches.at(-1)?.pageUrl).toMatch(/\/t\/2$/);
    await settle(1000);
    expect(ids()).toEqual(['1', '2']);
  });

  it('changes the adapter where another reads the new page', async () => {
    const other = { ...adapter, id: 'other', item: '.note' };
    start(html(1), {}, undefined, (page) => (page.url.pathname.startsWith('/notes') ? other : adapter));
    await settle();
    history.pushState(null, '', '/notes/1');
    main().innerHTML = html(5).replace('class="post"', 'class="note"');
    await settle();
    await settle(1000);
    expect(watched.site).toBe('other');
    expect(sent().map((post) => post.key)).toEqual(['test:1', 'other:5']);
  });
});

describe('a page that looks at itself as a whole', () => {
  it('finds posts in steps, re-reads only those in which something changed, and never looks all the time', async () => {
    let looks = 0;
    const reads: string[] = [];
    start(html(1) + html(2), {
      *items(page) {
        looks++;
        yield;
        return [...page.document.querySelectorAll('.post')];
      },
      extract(item, page) {
        reads.push(item.getAttribute('data-id') ?? '');
        return adapter.extract(item, page);
      },
    });
    await settle(1500);
    expect(reads).toEqual(['1', '2']);
    const before = looks;
    add(html(3));
    (document.querySelector('[data-id="1"] .text') as HTMLElement).textContent = 'changed';
    await settle(1500);
    expect(reads.slice(2).sort()).toEqual(['1', '3']);
    expect(looks - before).toBeLessThanOrEqual(2);
    for (let i = 0; i < 50; i++) {
      add('<i>tick</i>');
      await vi.advanceTimersByTimeAsync(10);
    }
    await settle(1500);
    expect(looks - before).toBeLessThanOrEqual(5);
    expect(reads).toHaveLength(4);
  });
});
