// @vitest-environment node
/**
 * Every regular expression of the build, ours and those of what ships with it: none that one post could hold a page with. A
 * checker (recheck) looks at what it is made of; then each is tried on texts made to be slow for it.
 */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Expression, expressionsIn, keyOf } from './collect.mjs';
import { BUILD, verdictsOn } from './ledger.mjs';
import { pumpsFor } from './pumps.mjs';
import { lookAtAll } from './threads.mjs';

/** Longest the checker may take for one it does not know, ms. */
const CLOCK = 2_000;
/** What is worse than quadratic and does no harm, and why. */
const HARMLESS: readonly (readonly [part: string, why: string])[] = [
  [
    '([!~[^]*(?:<[^<]*>)?\\([^)]+[^\\\\)]\\)[?\\]+*$~]*)(?:\\s|$)',
    'compromise reads its own match language with it, which only we write',
  ],
];
const harmless = ({ source }: Expression) => HARMLESS.some(([part]) => source === part);

const KNOWN_BAD: readonly (readonly [source: string, flags: string])[] = [
  ['^(a+)+$', ''],
  ['(\\w+\\s?)*$', ''],
  ['^(?:\\p{L}|\\p{L}+)*!', 'u'],
  ['[ \\t]*,?[ \\t]*$', 'u'],
  ['\\{\\s*[\\w ]*\\s*\\}', 'gu'],
];
const bad = KNOWN_BAD.map(([source, flags]) => ({ source, flags, files: [] }));

const isBuilt = existsSync(BUILD);
if (!isBuilt) console.warn('NO BUILD: its regular expressions are not looked at. Run `npx wxt build` first.');

describe('what looks for slow expressions', () => {
  it('measures those that are slow', async () => {
    const answers = await lookAtAll(bad, { longest: 4_000 });
    expect(answers.map(({ slow, hung }) => Boolean(slow || hung))).toEqual(bad.map(() => true));
  }, 60_000);

  it('is told so by the checker', async () => {
    const verdicts = await verdictsOn(bad.slice(0, 4), CLOCK * 2);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(expect.arrayContaining(['exponential']));
    expect(verdicts.filter(({ verdict }) => verdict === 'linear' || verdict === 'quadratic')).toEqual([]);
  }, 60_000);
});

describe.skipIf(!isBuilt)('the regular expressions of the build', () => {
  const all = isBuilt ? [...expressionsIn(BUILD).values()] : [];
  const told = (expression: Expression, why: unknown) => `${keyOf(expression)} in ${expression.files[0]}: ${why}`;

  it('are found, and most of those that repeat something have texts made for them', () => {
    expect(all.length).toBeGreaterThan(1_000);
    expect(all.some(({ files }) => files.includes('capture.js'))).toBe(true);
    expect(all.filter(({ source, flags }) => pumpsFor(source, flags).length > 0).length).toBeGreaterThan(500);
  });

  it('are neither exponential nor cubic, says the checker', async () => {
    const verdicts = await verdictsOn(all, CLOCK);
    const asked = verdicts.filter((one) => one.asked).length;
    if (asked > 0) console.log(`${asked} new expressions: \`node tests/repo/expressions/ledger.mjs\` remembers them`);
    const slow = verdicts.filter(
      ({ expression, verdict }) => !['linear', 'quadratic', 'measured'].includes(verdict) && !harmless(expression),
    );
    expect(slow.map(({ expression, verdict }) => told(expression, verdict))).toEqual([]);
  }, 240_000);

  it('take no more than the square of the length on texts made to be slow', async () => {
    const answers = await lookAtAll(all, { longest: 30_000 });
    const slow = all.flatMap((expression, i) => {
      const { slow, hung, fault } = answers[i] ?? { fault: 'not looked at' };
      return (slow || hung || fault) && !harmless(expression) ? [told(expression, slow ?? fault ?? 'hangs')] : [];
    });
    expect(slow).toEqual([]);
  }, 240_000);

  it('that are let be are still there', () => {
    expect(HARMLESS.filter(([part]) => !all.some(({ source }) => source === part))).toEqual([]);
  });
});
