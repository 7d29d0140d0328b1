// @vitest-environment node
/** Expressions put together from parts while our modules load: the build shows only their parts, so they are caught here. */
import { afterAll, expect, it } from 'vitest';
import { type Expression, keyOf } from './collect.mjs';
import { repeats } from './pumps.mjs';
import { lookAtAll } from './threads.mjs';

const Plain = globalThis.RegExp;
const made = new Map<string, Expression>();
const caught = (expression: RegExp): RegExp => {
  const one = { source: expression.source, flags: expression.flags, files: [] };
  made.set(keyOf(one), one);
  return expression;
};
globalThis.RegExp = new Proxy(Plain, {
  construct: (target, given) => caught(new target(...(given as [string, string?]))),
  apply: (target, _, given) => caught(target(...(given as [string, string?]))),
});
afterAll(() => {
  globalThis.RegExp = Plain;
});

const MODULES = import.meta.glob([
  '../../../utils/{core,text,replies,people,readiness,exporting,composing}/**/*.ts',
  '../../../utils/analysis/*.ts',
  '../../../utils/analysis/themes/**/*.ts',
  '../../../utils/adapters/{*,platforms/*,sites/*,generic/*}.ts',
]);

it('take no more than the square of the length', async () => {
  for (const load of Object.values(MODULES)) await load();
  const all = [...made.values()].filter(({ source, flags }) => repeats(source, flags));
  expect(made.size).toBeGreaterThan(20);
  expect(all.length).toBeGreaterThan(5);
  const answers = await lookAtAll(all, { longest: 15_000 });
  expect(all.filter((_, i) => answers[i]?.slow || answers[i]?.hung || answers[i]?.fault).map(keyOf)).toEqual([]);
}, 120_000);
