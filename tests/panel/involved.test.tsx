import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { People } from '../../components/people/people';
import type { Analysis } from '../../utils/analysis/client';
import { involvedOf } from '../../utils/analysis/worker/involved-job';
import { type PeopleModel, peopleModel } from '../../utils/panel/people';
import { personMoreModel } from '../../utils/panel/person-more';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { show } from '../components/show';
import { DAY, freshTable, HOUR, hear, noModel, type Said, type Seat, SITE, sit, until } from './table';

let db: TertuliaDatabase;
let seat: Seat;
let model: PeopleModel;
const who = (name: string) => `${SITE}:${name.toLowerCase().replace(/ /g, '_')}`;

/** Leire speaks to us every week and answers others; Bram came once; Olga spoke to us half a year ago. */
function community(): Said[] {
  const weekly = Array.from({ length: 10 }, (_, week): Said[] => [
    { id: `q${week}`, name: `Guest ${week}`, text: 'How do I fix this?', ago: week * 7 * DAY + 2 * DAY },
    {
      id: `l${week}`,
      name: 'Leire Zubiri',
      parent: `q${week}`,
      text: 'Tighten it a little.',
      ago: week * 7 * DAY + DAY,
    },
  ]).flat();
  return [
    ...weekly,
    { id: 'lf', name: 'Leire Zubiri', text: 'Farol, is the new one out?', ago: 3 * HOUR },
    { id: 'b', name: 'Bram Osterhuis', text: 'Farol, mine flickers, can you help?', ago: 2 * HOUR },
    { id: 'o', name: 'Olga Marin', text: 'Farol, where do you ship to?', ago: 180 * DAY },
  ];
}

beforeEach(async () => {
  db = await freshTable();
  await hear(db, community());
  seat = sit(db);
  const analysis: Analysis = {
    ...noModel,
    involved: (ids) => involvedOf(db, ids, Date.now()),
    read: async () => undefined,
    updateThemes: async () => undefined,
    recall: async () => undefined,
    topics: async () => [],
    suggest: async () => ({ drafts: [], advice: null }),
    close: () => undefined,
  };
  seat.panel.takeAnalysis(analysis);
  model = peopleModel(seat.panel, seat.ends.signal);
  await until(() => expect(model.counts.value.size).toBeGreaterThan(0));
});
afterEach(async () => {
  seat.ends.abort();
  await db.delete();
});
const names = () => model.shown.value?.map(({ name }) => name);

describe('the list of people, by what they do here', () => {
  it('tells each apart by one word, and orders nobody by it', () => {
    expect([...model.counts.value]).toEqual([
      ['heart', 1],
      ['looksIn', 1],
      ['quiet', 1],
    ]);
    expect(names()).toEqual(['Bram Osterhuis', 'Leire Zubiri', 'Olga Marin']);
    model.only.value = 'heart';
    expect(names()).toEqual(['Leire Zubiri']);
    model.only.value = 'quiet';
    expect(names()).toEqual(['Olga Marin']);
    model.only.value = null;
    expect(names()).toHaveLength(3);
  });

  it('gives the same reasons as the page about a person', async () => {
    const leire = who('Leire Zubiri');
    const page = personMoreModel(seat.panel, leire, signal(null), seat.ends.signal);
    await until(() => expect(page.more.value).toBeTruthy());
    expect(model.involved.value?.[leire]).toEqual(page.more.value?.involved);
    expect(model.involved.value?.[leire]).toMatchObject({ weeks: 10, people: 10, answers: 10 });
  });

  it('asks again when somebody new speaks', async () => {
    await hear(db, [{ id: 'n', name: 'Nora Vik', text: 'Farol, hello!', ago: HOUR }]);
    await until(() => expect(model.counts.value.get('looksIn')).toBe(2));
  });

  it('on screen: a choice that says by what, and with it the reasons, which lead to what was said', async () => {
    const view = show(<People model={model} now={Date.now()} />);
    const select = view.querySelector('select') as HTMLSelectElement;
    expect([...select.options].map(({ value }) => value)).toEqual(['', 'heart', 'looksIn', 'quiet']);
    expect(view.querySelectorAll('.person-row')).toHaveLength(3);
    expect(view.querySelector('a[href^="#/search/"]')).toBeNull();
    select.value = 'heart';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => expect(view.querySelectorAll('.person-row')).toHaveLength(1));
    const why = view.querySelector('.person-row a[href^="#/search/"]');
    expect(decodeURIComponent(why?.getAttribute('href') ?? '')).toMatch(/author:"leire_zubiri" after:\d{4}-/);
    // No figure of worth stands anywhere: neither the product nor a place in a row.
    expect(view.querySelector('ol')).toBeNull();
  });
});
