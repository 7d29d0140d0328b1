import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTree, flatten, type ThreadNode } from '../../utils/core/thread';
import { stored } from './sample';

const key = (id: string): string => `foro.example:${id}`;
const outline = (roots: ThreadNode[]): string =>
  flatten(roots)
    .map(({ key, post, depth }) => `${'  '.repeat(depth)}${key.split(':')[1]}${post ? '' : '?'}`)
    .join('\n');

describe('a conversation as a tree', () => {
  it('puts answers under what they answer, in time order', () => {
    const tree = buildTree([
      stored('c', { parentKey: key('a'), at: 3 }),
      stored('a', { at: 1 }),
      stored('d', { parentKey: key('b'), at: 4 }),
      stored('b', { parentKey: key('a'), at: 2 }),
    ]);
    expect(outline(tree)).toBe('a\n  b\n    d\n  c');
  });

  it('holds one place for a parent that was not heard', () => {
    const tree = buildTree([
      stored('b', { parentKey: key('a'), at: 2 }),
      stored('c', { parentKey: key('a'), at: 3 }),
      stored('0', { at: 1 }),
    ]);
    expect(outline(tree)).toBe('0\na?\n  b\n  c');
  });

  it.each([
    ['itself', [['a', 'a']], 'a'],
    [
      'two',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      'a\n  b',
    ],
    [
      'three with a tail',
      [
        ['b', 'c'],
        ['c', 'a'],
        ['a', 'b'],
        ['x', 'a'],
      ],
      'a\n  c\n    b\n  x',
    ],
  ])('cuts a cycle of %s at its oldest post', (_, edges, expected) => {
    const posts = (edges as [string, string][]).map(([id, parent]) =>
      stored(id, { parentKey: key(parent), at: id.charCodeAt(0) }),
    );
    expect(outline(buildTree(posts))).toBe(expected);
  });

  it('goes ten thousand deep', () => {
    const posts = Array.from({ length: 10_000 }, (_, i) =>
      stored(String(i), { parentKey: i === 0 ? null : key(String(i - 1)), at: i }),
    );
    const rows = flatten(buildTree(posts));
    expect(rows).toHaveLength(10_000);
    expect(rows.at(-1)?.depth).toBe(9_999);
  });

  it('shows every post once, whatever answers whatever', () => {
    const edges = fc.array(fc.record({ id: fc.nat(12), parent: fc.option(fc.nat(15)), at: fc.nat(5) }));
    fc.assert(
      fc.property(edges, (list) => {
        const posts = [...new Map(list.map((edge) => [edge.id, edge])).values()].map(({ id, parent, at }) =>
          stored(String(id), { parentKey: parent === null ? null : key(String(parent)), at }),
        );
        const rows = flatten(buildTree(posts));
        const heard = rows.flatMap(({ post }) => post?.key ?? []);
        expect(heard.sort()).toEqual(posts.map((post) => post.key).sort());
        expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
        for (const row of rows) for (const child of row.children) expect(child.depth).toBe(row.depth + 1);
      }),
    );
  });
});
