import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Post } from '../../utils/core/post';
import { conversationLines } from '../../utils/panel/conversation';
import { stored } from '../core/sample';

const said = (id: string, parent: string | null, at: number, over: Partial<Post> = {}) =>
  stored(id, {
    parentKey: parent && `foro.example:${parent}`,
    at,
    author: { name: `who ${id}`, handle: id, url: null },
    ...over,
  });
const shape = (posts: Post[], claimed: number | null = null) =>
  conversationLines(posts, claimed).map((line) =>
    line.kind === 'gap'
      ? `${'  '.repeat(line.depth)}… ${line.count}`
      : `${'  '.repeat(line.depth)}${line.post.nativeId}`,
  );

describe('a conversation as lines', () => {
  it('stands answers to the opening post beside it, answers to answers below them', () => {
    expect(shape([said('a', null, 1), said('b', 'a', 2), said('c', 'b', 3), said('d', 'a', 4)])).toEqual([
      'a',
      'b',
      '  c',
      'd',
    ]);
  });

  it('indents three levels and then says to whom', () => {
    const chain = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index, all) => said(id, all[index - 1] ?? null, index));
    const lines = conversationLines(chain, null);
    expect(lines.map((line) => line.depth)).toEqual([0, 0, 1, 2, 3, 3]);
    expect(lines.map((line) => (line.kind === 'post' ? line.to : ''))).toEqual([null, null, null, null, null, 'who e']);
  });

  it('leaves a gap for a post that was answered and never seen', () => {
    expect(shape([said('a', null, 1), said('c', 'missing', 3)])).toContain('… 1');
  });

  it('leaves a gap below a reply whose own replies were never seen', () => {
    expect(shape([said('a', null, 1), said('b', 'a', 2, { counts: { replies: 6 } })])).toEqual(['a', 'b', '  … 6']);
  });

  it('says at the end how many replies the page claims beyond those held and those already counted as gaps', () => {
    const posts = [said('a', null, 1), said('b', 'a', 2, { counts: { replies: 6 } })];
    expect(shape(posts, 31)).toEqual(['a', 'b', '  … 6', '… 24']);
    expect(shape(posts, 1)).toEqual(['a', 'b', '  … 6']);
  });

  it('never loses or repeats a post, and never indents deeper than three, whatever the parents', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 30 }), (parents) => {
        const posts = parents.map((parent, index) => said(`p${index}`, parent > 25 ? null : `p${parent}`, index));
        const lines = conversationLines(posts, null);
        const keys = lines.flatMap((line) => (line.kind === 'post' ? [line.key] : []));
        expect([...keys].sort()).toEqual(posts.map((post) => post.key).sort());
        expect(lines.every((line) => line.depth >= 0 && line.depth <= 3)).toBe(true);
      }),
    );
  });

  it('draws a conversation ten thousand deep', () => {
    const posts = Array.from({ length: 10_000 }, (_, index) =>
      said(`p${index}`, index ? `p${index - 1}` : null, index),
    );
    expect(conversationLines(posts, null)).toHaveLength(10_000);
  });
});
