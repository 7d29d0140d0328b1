/** A person's page: all that belongs to them, and the question whether two accounts are one, answered and taken back by key. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { introduceUs, wordsOf } from '../demo/introduce.mjs';
import { violations } from './lib/axe';
import { type Opened, openBrowser, rows, until } from './lib/browser.mjs';
import { peopleRows, putRows } from './lib/people-rows.mjs';

const say = wordsOf('en');
const TOVE = `sidepanel.html#/person/${encodeURIComponent('lamps.example:tove.blom')}`;
let opened: Opened;
let panel: Page;

const words = async () => (await panel.locator('main').textContent()) ?? '';
const press = async (name: string) => {
  const button = panel.getByRole('button', { name, exact: true }).first();
  await until(() => button.isVisible(), name);
  await button.focus();
  await panel.keyboard.press('Enter');
};

beforeAll(async () => {
  opened = await openBrowser({ viewport: { width: 420, height: 900 } });
  await introduceUs(opened, { brands: ['Farol'], accounts: ['marta_farol'], ourName: 'Marta' });
  panel = await opened.context.newPage();
  await panel.goto(opened.url('sidepanel.html'));
  await putRows(panel, peopleRows(Date.now()));
  await panel.goto(opened.url(TOVE));
  await panel.reload();
  await until(async () => (await panel.locator('.exchanges li').count()) > 0, 'what was said');
});
afterAll(() => opened?.close());

it('says what was promised, who brought them, whom they talk with, when we last spoke', async () => {
  await until(async () => (await words()).includes(say('personPromised')), 'the promise');
  const all = await words();
  expect(all).toContain('We will send you the new bracket.');
  expect(all).toContain('Their first words here answered Bram Osterhuis.');
  expect(all).toMatch(/Talks with Bram Osterhuis, \d times/);
  expect(all).toMatch(/The last word between you was .* ago/);
});

it('asks whether two accounts are one person; joined by key, they have one page; undone, they are two', async () => {
  await until(async () => (await panel.locator('.same').count()) === 1, 'the question');
  expect(await panel.locator('.same').textContent()).toMatch(/toveblom[\s\S]*The same handle and the same full name/);
  expect(await rows(panel, 'people')).toEqual([]);
  expect(await violations(panel)).toEqual([]);
  await press(say('sameYes'));
  await until(
    async () => (await words()).includes('Has anybody mapped the north side yet?'),
    'what was said on the other site',
  );
  expect(await panel.locator('.same').count()).toBe(0);
  // Ties are counted in a worker of their own, and arrive after the words.
  await until(async () => /Talk(ed|s) with Inger Dahl/.test(await words()), 'their ties to both sites');
  expect((await rows(panel, 'people')).map(({ accounts }) => accounts)).toEqual([
    ['lamps.example:tove.blom', 'hills.example:toveblom'],
  ]);
  await panel.keyboard.press('Control+z');
  await until(async () => (await panel.locator('.same').count()) === 1, 'the question again');
  expect(await rows(panel, 'people')).toEqual([]);
});

it('parts at a word, and does not ask again', async () => {
  await press(say('sameYes'));
  await until(async () => (await rows(panel, 'people')).length === 1, 'one person');
  await panel.locator('#names ~ ul button').last().focus();
  await panel.keyboard.press('Enter');
  await until(async () => !(await words()).includes('the north side yet'), 'the other site to go');
  await panel.reload();
  await until(async () => (await panel.locator('.exchanges li').count()) > 0, 'what was said');
  await panel.waitForTimeout(1_500);
  expect(await panel.locator('.same').count()).toBe(0);
});

it('keeps how often one means to speak, of a person and of a tag', async () => {
  await panel.getByLabel(say('personTouchTag', 'ambassador')).selectOption('7');
  await until(
    async () => (await words()).includes('Every week, as with everybody tagged ambassador.'),
    'the rhythm of the tag',
  );
  await panel.getByLabel(say('personTouchThem')).selectOption('30');
  await until(async () => (await rows(panel, 'people'))[0]?.cadenceDays === 30, 'their own');
  await panel.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(panel)).toEqual([]);
});

it('suggests a word with its reason, puts one aside by key, and takes that back', async () => {
  await panel.goto(opened.url('sidepanel.html#/ties'));
  await until(async () => (await panel.locator('.worth li').count()) > 0, 'suggestions');
  const all = await words();
  expect(all).toMatch(/Ola Nyberg[\s\S]*First words here, without an answer/);
  expect(all).toMatch(/Signe Aas[\s\S]*Asks about[\s\S]*which Inger Dahl answered before/);
  // Every week with ambassadors.
  expect(all).toMatch(/Tove Blom[\s\S]*You wanted a word/);
  const before = await panel.locator('.worth li').count();
  await panel.getByRole('button', { name: `${say('worthLetBe')} Ola Nyberg`, exact: true }).focus();
  await panel.keyboard.press('Enter');
  await until(async () => (await panel.locator('.worth li').count()) === before - 1, 'it to go');
  expect(await violations(panel)).toEqual([]);
  await panel.reload();
  await until(async () => (await panel.locator('.worth li').count()) === before - 1, 'it to stay away');
  await panel
    .getByRole('button', { name: new RegExp(`^${say('worthLetBe')} Signe`) })
    .first()
    .focus();
  await panel.keyboard.press('Enter');
  await until(async () => (await panel.locator('.worth li').count()) === before - 2, 'another to go');
  await panel.keyboard.press('Control+z');
  await until(async () => (await panel.locator('.worth li').count()) === before - 1, 'it to come back');
});
