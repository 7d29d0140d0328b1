/** How rows stand together: nobody is lost, nobody stands twice, and whoever waits longest comes first. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupBy } from '../../utils/core/desk';
import type { Post } from '../../utils/core/post';
import { type DeskRow, groupRows, lineKey, linesOf, waitElsewhere, whoOf } from '../../utils/panel/desk-rows';

function row(n: number, author: number, thread: number, joined = false): DeskRow {
  const post = {
    key: `site.example:${n}`,
    site: 'site.example',
    threadKey: `site.example:t${thread}`,
    threadTitle: `Thread ${thread}`,
    authorKey: `site.example@${author}`,
    author: { name: `Person ${author}`, handle: null, url: null },
    text: `words ${n}`,
    at: n,
    waitsSince: n,
  } as unknown as Post;
  return {
    post,
    reading: null,
    state: null,
    person: joined ? { id: 'us-said-so', name: 'One person', accounts: [] } : null,
  };
}

const waiting = fc
  .array(fc.tuple(fc.nat(6), fc.nat(5), fc.boolean()), { maxLength: 60 })
  .map((all) => all.map(([author, thread, odd], at) => row(at, author, thread, odd && author < 2)));
const ways: GroupBy[] = ['conversation', 'person'];
const at = ({ post }: DeskRow) => post.at;

describe.each(ways)('by %s', (by) => {
  const kindOf = (one: DeskRow) => (by === 'person' ? whoOf(one).id : one.post.threadKey);

  it('has every row, and none twice', () => {
    fc.assert(
      fc.property(waiting, (rows) => {
        const shown = groupRows(rows, by).flatMap((group) => group.rows);
        expect(shown.map(at).sort((a, b) => a - b)).toEqual(rows.map(at));
        const keys = linesOf(groupRows(rows, by)).map(lineKey);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('has the oldest debt first, and begins with the first row of all', () => {
    fc.assert(
      fc.property(waiting, (rows) => {
        const groups = groupRows(rows, by);
        expect(groups[0]?.rows[0]).toBe(rows[0]);
        const oldest = groups.map((group) => Math.min(...group.rows.map(at)));
        expect(oldest).toEqual([...oldest].sort((a, b) => a - b));
        expect(groups.map(({ rows: [first] }) => first && at(first))).toEqual(oldest);
      }),
    );
  });

  it('has one group for each, and in it nothing apart that belongs together', () => {
    fc.assert(
      fc.property(waiting, (rows) => {
        const groups = groupRows(rows, by);
        expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
        for (const group of groups) {
          expect(group.rows.every((one) => kindOf(one) === group.id)).toBe(true);
          const pairs = group.rows.map((one) => `${whoOf(one).id} ${one.post.threadKey}`);
          const runs = pairs.filter((pair, index) => pair !== pairs[index - 1]);
          expect(new Set(runs).size).toBe(runs.length);
        }
      }),
    );
  });

  it('says "and also" exactly where somebody goes on in the same conversation', () => {
    fc.assert(
      fc.property(waiting, (rows) => {
        const lines = linesOf(groupRows(rows, by));
        for (const [index, line] of lines.entries()) {
          if (line.kind === 'head') continue;
          const above = lines[index - 1];
          const same =
            above?.kind === 'row' &&
            whoOf(above.row).id === whoOf(line.row).id &&
            above.row.post.threadKey === line.row.post.threadKey;
          expect(line.again).toBe(same);
          expect(line.first).toBe(above?.kind === 'head');
        }
      }),
    );
  });
});

describe('who waits elsewhere, too', () => {
  it('is said once of each, on their first row, with the other conversations counted', () => {
    const rows = [row(0, 1, 1), row(1, 2, 1), row(2, 1, 2), row(3, 1, 2), row(4, 1, 3), row(5, 2, 1)];
    expect([...waitElsewhere(rows)]).toEqual([['site.example:0', 2]]);
  });

  it('agrees with the groups by person', () => {
    fc.assert(
      fc.property(waiting, (rows) => {
        const many = groupRows(rows, 'person').flatMap((group) =>
          group.by === 'person' && group.conversations > 1 ? [[group.rows[0]?.post.key, group.conversations - 1]] : [],
        );
        expect([...waitElsewhere(rows)]).toEqual(many);
      }),
    );
  });
});

it('joined accounts are one person, called by the name the user gave', () => {
  const groups = groupRows([row(0, 0, 1, true), row(1, 3, 1), row(2, 1, 2, true)], 'person');
  expect(groups.map((group) => group.by === 'person' && [group.name, group.conversations])).toEqual([
    ['One person', 2],
    ['Person 3', 1],
  ]);
});
