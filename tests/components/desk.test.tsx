import { useEffect } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Desk } from '../../components/desk/desk';
import { Toasts } from '../../components/shell/toasts';
import { type DeskModel, deskModel } from '../../utils/panel/desk';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { DAY, freshTable, HOUR, hear, readingOf, type Seat, SITE, sit, until } from '../panel/table';
import { pressable, settled, show, type } from './show';

let db: TertuliaDatabase;
let seat: Seat;
let model: DeskModel;
let page: HTMLElement;

function Screen({ hasHeard = true, isListening = true }) {
  // The page of the panel: the desk and what was just done.
  useEffect(() => undefined, []);
  return (
    <>
      <Desk model={model} now={Date.now()} empty={{ hasHeard, isListening, onListen: () => undefined }} />
      <Toasts undo={seat.panel.undo} now={Date.now()} />
    </>
  );
}

async function open(empty: { hasHeard?: boolean; isListening?: boolean } = {}) {
  seat = sit(db);
  model = deskModel(seat.panel, seat.ends.signal);
  page = show(<Screen {...empty} />);
  await until(() => expect(model.groups.value).toBeDefined());
  await settled();
}
const rows = () => [...page.querySelectorAll<HTMLElement>('article.row')];
const rowOf = (name: string) => {
  const found = rows().find((row) => row.querySelector('.who')?.textContent === name);
  if (!found) throw new Error(`no row of ${name}`);
  return found;
};

beforeEach(async () => {
  localStorage.clear();
  db = await freshTable();
});
afterEach(async () => {
  seat.ends.abort();
  await db.delete();
});

const LEIRE = { id: 'a', name: 'Leire Zubiri', text: 'Farol, la mía se apaga en cuesta. ¿Qué hago?', ago: 3.2 * DAY };
const BRAM = { id: 'b', name: 'Bram Osterhuis', parent: 'a', text: 'A mí también me pasa con la Farol.', ago: 2 * DAY };
const ODETTE = {
  id: 'c',
  name: 'Odette Marsh',
  thread: 't2',
  title: 'Charging',
  lang: 'en',
  text: 'Does the Farol charge in the cold?',
  ago: HOUR,
};

describe('the desk on a screen', () => {
  it('says in one sentence who waits, by name and since when', async () => {
    await hear(db, [LEIRE, BRAM, ODETTE]);
    await open();
    await until(() =>
      expect(page.querySelector('.lede')?.textContent).toMatch(
        /^Three people are waiting for a word from us; Leire since \w+\.$/,
      ),
    );
  });

  it('names the only one who waits', async () => {
    await hear(db, [ODETTE]);
    await open();
    expect(page.querySelector('.lede')?.textContent).toMatch(/^Odette Marsh is waiting for a word from us, since/);
  });

  it('stands rows under the title of their conversation, and says what it needs', async () => {
    await hear(db, [LEIRE, BRAM, ODETTE]);
    await open();
    expect([...page.querySelectorAll('h2')].map((head) => head.textContent)).toEqual([
      'La luz se apaga en cuesta',
      'Charging',
    ]);
    await until(() => expect(page.textContent).toContain('two people wait here'));
    expect(page.textContent).toContain('nobody has answered yet');
  });

  it('names somebody once where they go on, and says where else they wait', async () => {
    const more = { ...LEIRE, id: 'a2', text: 'Y la Farol, ¿carga con frío?', ago: 3 * DAY };
    const else1 = { ...LEIRE, id: 'a3', thread: 't2', title: 'Charging', text: '¿Y esta Farol?', ago: HOUR };
    await hear(db, [LEIRE, BRAM, more, { ...ODETTE, ago: 2 * HOUR }, else1]);
    await open();
    const [first, again, third] = rows();
    expect(first?.querySelector('a.who')?.textContent).toBe('Leire Zubiri');
    expect(again?.classList.contains('again')).toBe(true);
    expect(again?.querySelector('a.who')).toBeNull();
    expect(again?.querySelector('.byline')?.textContent).toContain('Leire Zubiri and also');
    expect(third?.querySelector('a.who')?.textContent).toBe('Bram Osterhuis');
    expect(page.textContent?.match(/also waits in/g)).toHaveLength(1);
    pressable(first as HTMLElement, 'also waits in one more conversation').click();
    await until(() => expect(page.querySelector('h2')?.textContent).toBe('Leire Zubiri'));
    expect(rowOf('Leire Zubiri').getAttribute('aria-current')).toBe('true');
  });

  it('stands by person under their name, each row under the title of its conversation', async () => {
    const other = { ...LEIRE, id: 'a3', thread: 't2', title: 'Charging', text: '¿Y esta Farol?', ago: HOUR };
    await hear(db, [LEIRE, BRAM, other]);
    await open();
    pressable(page, 'By person').click();
    await settled();
    const head = page.querySelector('.group-head');
    expect(head?.querySelector('h2')?.textContent).toBe('Leire Zubiri');
    expect(head?.textContent).toContain('two conversations');
    expect(rows().map((row) => row.querySelector('.where a, .where-line a')?.textContent)).toEqual([
      'La luz se apaga en cuesta',
      'Charging',
      'La luz se apaga en cuesta',
    ]);
    expect(rows()[1]?.querySelector('.where a')?.getAttribute('href')).toContain('#/thread/');
    // Who said one thing is named by the row alone.
    expect(rows()[2]?.querySelector('a.who')?.textContent).toBe('Bram Osterhuis');
    pressable(page, 'By conversation').click();
    await settled();
    expect(page.querySelector('.group-head')?.textContent).toContain('La luz se apaga en cuesta');
  });

  it('underlines the words of the row in hand only, and offers its actions there', async () => {
    await hear(db, [LEIRE, ODETTE]);
    await db.readings.bulkPut([
      readingOf({ key: `${SITE}:a`, text: LEIRE.text }, [['¿Qué hago?', 'question']]),
      readingOf({ key: `${SITE}:c`, text: ODETTE.text }, [['charge in the cold?', 'question']]),
    ]);
    await open();
    expect(rowOf('Leire Zubiri').getAttribute('aria-current')).toBe('true');
    expect(rowOf('Leire Zubiri').querySelector('mark')?.textContent).toBe('¿Qué hago?');
    expect(rowOf('Odette Marsh').querySelector('mark')).toBeNull();
    expect(rowOf('Odette Marsh').querySelector('.marks')?.textContent).toBe('question');
    rowOf('Odette Marsh').click();
    await settled();
    expect(rowOf('Odette Marsh').querySelector('mark')?.textContent).toBe('charge in the cold?');
  });

  it('says what was done, and takes it back', async () => {
    await hear(db, [LEIRE, ODETTE]);
    await open();
    pressable(rowOf('Leire Zubiri'), 'Done').click();
    await until(() => expect(page.querySelector('.toast')?.textContent).toContain('Leire Zubiri moved to Done.'));
    await until(() => expect(rows()).toHaveLength(1));
    pressable(page.querySelector('.toast') as HTMLElement, 'Undo').click();
    await until(() => expect(rows()).toHaveLength(2));
    expect(page.querySelector('.toast')?.textContent).toContain('As it was before.');
    await until(() => expect(document.activeElement).toBe(rowOf('Leire Zubiri')));
  });

  it('gives the focus to the next row when one is done', async () => {
    await hear(db, [LEIRE, BRAM, ODETTE]);
    await open();
    pressable(rowOf('Leire Zubiri'), 'Done').click();
    await until(() => expect(document.activeElement?.querySelector('.who')?.textContent).toBe('Bram Osterhuis'));
  });

  it('shows the exact time of each later', async () => {
    await hear(db, [ODETTE]);
    await open();
    pressable(rowOf('Odette Marsh'), 'Later').click();
    await settled();
    const menu = page.querySelector('[role=menu]');
    expect(menu?.textContent).toMatch(/Tomorrow.*9:00/);
    expect(document.activeElement?.getAttribute('role')).toBe('menuitem');
  });

  it('keeps a note where it was written', async () => {
    await hear(db, [ODETTE]);
    await open();
    pressable(rowOf('Odette Marsh'), 'Note').click();
    await settled();
    const box = rowOf('Odette Marsh').querySelector('textarea');
    expect(document.activeElement).toBe(box);
    type(box, 'Ask the workshop');
    await settled();
    box?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }));
    await until(() =>
      expect(rowOf('Odette Marsh').querySelector('[role=note]')?.textContent).toContain('Ask the workshop'),
    );
  });

  it('holds new rows behind one line while somebody reads', async () => {
    await hear(db, [LEIRE, ODETTE]);
    await open();
    rowOf('Odette Marsh').click();
    await hear(db, [{ ...BRAM, id: 'n', name: 'Ilse Boon' }]);
    await until(() => expect(page.querySelector('.held')?.textContent).toBe('1 new, show it'));
    expect(rows()).toHaveLength(2);
    pressable(page, '1 new').click();
    await until(() => expect(rows()).toHaveLength(3));
  });

  it('counts the people selected, and acts on all of them', async () => {
    await hear(db, [LEIRE, BRAM, ODETTE]);
    await open();
    model.select(`${SITE}:a`, false);
    model.select(`${SITE}:b`, false);
    await settled();
    expect(page.querySelector('.bulk p')?.textContent).toBe('Two people');
    expect(page.querySelectorAll('input[type=checkbox]:checked')).toHaveLength(2);
    pressable(page.querySelector('.bulk') as HTMLElement, 'Done').click();
    await until(() => expect(rows()).toHaveLength(1));
    expect(page.querySelector('.toast')?.textContent).toContain('Leire Zubiri and Bram Osterhuis moved to Done.');
  });

  it('says in words what a query got wrong, and finds again when it is put right', async () => {
    await hear(db, [LEIRE]);
    await open();
    type(page.querySelector('input[type=search]'), 'after:2026-13');
    await settled();
    expect(page.querySelector('#find-fault')?.textContent).toContain('2026-13');
    type(page.querySelector('input[type=search]'), 'unheardof');
    await settled();
    expect(page.textContent).toContain('Nobody here says that.');
    pressable(page, 'Show everyone').click();
    await settled();
    expect(rows()).toHaveLength(1);
  });
});

describe('an empty desk', () => {
  it('teaches the first step, and shows nothing to sort', async () => {
    await open({ hasHeard: false, isListening: false });
    expect(page.textContent).toContain('Nobody at the table yet.');
    expect(page.querySelector('.button.main')?.textContent).toBe('Listen in this tab');
    expect(page.querySelector('.tabs')).toBeNull();
  });

  it('says that we are listening once a site is granted', async () => {
    await open({ hasHeard: false, isListening: true });
    expect(page.textContent).toContain('We are listening.');
    expect(page.querySelector('button.main')).toBeNull();
  });

  it('is good news when everybody has an answer', async () => {
    await open();
    expect(page.textContent).toContain('Nobody is waiting.');
  });
});

describe('a desk with very many', () => {
  it('draws only what is in sight, and keeps every place countable', async () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      id: `m${index}`,
      thread: `t${index}`,
      title: `Question ${index}`,
      name: `Person ${index}`,
      text: `Farol, question ${index}?`,
      ago: (300 - index) * HOUR,
    }));
    await hear(db, many);
    await open();
    model.showMore();
    await until(() => expect(model.rows.value.length).toBe(120));
    await settled();
    // Nothing has a height here, so that more than a screenful counts as in sight; but never all.
    expect(rows().length).toBeLessThan(model.rows.value.length);
    expect(page.querySelector('.rows li')?.getAttribute('aria-setsize')).toBe(String(model.rows.value.length * 2));
  });
});
