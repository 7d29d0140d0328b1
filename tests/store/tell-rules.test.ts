/** A word a rule asks for: once for all that came, never in quiet hours, and only where it is allowed. */
import { beforeEach, expect, it } from 'vitest';
import { DEFAULT_ALERTS } from '../../utils/core/settings';
import { keepBatch } from '../../utils/store/captures';
import { saveRule, untold } from '../../utils/store/rules';
import { rulePosts } from '../../utils/store/ruling';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings } from '../../utils/store/settings';
import { ruleAddressOf, tellRules } from '../../utils/unattended/tell-rules';
import { heard } from '../core/sample';
import { batch, freshDatabase, key } from './fresh';

const NOW = 1_000 * 3_600_000;
const NOON = { now: NOW, minute: 12 * 60 };
const NIGHT = { now: NOW, minute: 2 * 60 };

let db: TertuliaDatabase;
let notices: { id: string; title: string; message: string }[];
let dies = false;
const doors = {
  mayNotify: async () => true,
  async notify(notice: { id: string; title: string; message: string }) {
    notices.push(notice);
    if (dies) throw new Error('stopped');
  },
  words: async (rules: readonly { name: string }[], posts: readonly { text: string }[]) => ({
    title: rules.map(({ name }) => name).join(),
    message: posts.map(({ text }) => text).join(),
  }),
};

const allow = (over = {}) =>
  changeSettings(db, (was) => ({ ...was, alerts: { ...DEFAULT_ALERTS, notify: true, ...over } }));

beforeEach(async () => {
  db = freshDatabase();
  notices = [];
  dies = false;
  await saveRule(db, { name: 'Goteos', query: 'goteo', alert: true }, 1);
  await saveRule(db, { name: 'Callada', query: 'goteo', tags: ['x'] }, 2);
  const posts = ['1', '2'].map((id) => heard(id, { text: `un goteo ${id}` }));
  await keepBatch(db, batch(posts), NOW - 1_000);
  await rulePosts(db, [key('1'), key('2')], NOW);
});

it('is said once for all that came, and leads to the desk', async () => {
  await allow();
  await tellRules(db, doors, NOON);
  expect(notices).toEqual([{ id: 'rule:', title: 'Goteos', message: 'un goteo 1,un goteo 2' }]);
  await tellRules(db, doors, NOON);
  expect(notices).toHaveLength(1);
  expect(ruleAddressOf('rule:')).toBe('#/desk/open');
});

it('of one post leads to its conversation', async () => {
  await allow();
  await db.ruled.delete(key('2'));
  await tellRules(db, doors, NOON);
  expect(ruleAddressOf(notices[0]!.id)).toBe(`#/thread/${encodeURIComponent(heard('1').threadKey)}`);
  expect(ruleAddressOf('theme:1')).toBeNull();
});

it('waits for the end of quiet hours', async () => {
  await allow();
  await tellRules(db, doors, NIGHT);
  expect(notices).toEqual([]);
  await tellRules(db, doors, NOON);
  expect(notices).toHaveLength(1);
});

it('where no word is wanted it is let go, not kept for later', async () => {
  await tellRules(db, doors, NOON);
  await allow();
  await tellRules(db, doors, NOON);
  expect(notices).toEqual([]);
  expect((await untold(db)).keys).toEqual([]);
});

it('stopped while it is shown it is said again in the same place, and what is old is not said', async () => {
  await allow();
  dies = true;
  await expect(tellRules(db, doors, NOON)).rejects.toThrow('stopped');
  dies = false;
  await tellRules(db, doors, NOON);
  expect(new Set(notices.map(({ id }) => id)).size).toBe(1);
  await db.ruled.toCollection().modify({ tell: 1 });
  await tellRules(db, doors, { ...NOON, now: NOW + 72 * 3_600_000 });
  expect(notices).toHaveLength(2);
});
