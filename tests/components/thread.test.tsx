import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { People } from '../../components/people/people';
import { PersonScreen } from '../../components/people/person';
import { ExportMenu } from '../../components/thread/export-menu';
import { ThreadScreen } from '../../components/thread/thread';
import { likenessesOf } from '../../utils/core/look-alike';
import { peopleModel } from '../../utils/panel/people';
import { personModel } from '../../utils/panel/person';
import { personMoreModel } from '../../utils/panel/person-more';
import { type ThreadModel, threadModel } from '../../utils/panel/thread';
import type { TertuliaDatabase } from '../../utils/store/schema';
import {
  DAY,
  freshTable,
  HOUR,
  hear,
  heardAt,
  readingOf,
  type Said,
  type Seat,
  SITE,
  sit,
  until,
} from '../panel/table';
import { pressable, settled, show } from './show';

let db: TertuliaDatabase;
let seat: Seat;
let model: ThreadModel;
let page: HTMLElement;
const key = (id: string) => `${SITE}:${id}`;

const LEIRE: Said = {
  id: 'a',
  name: 'Leire Zubiri',
  text: 'Farol, la mía se apaga en cuesta. ¿Qué hago?',
  ago: 3 * DAY,
};
const MARTA: Said = {
  id: 'u',
  name: 'Marta Ríos',
  handle: 'marta_farol',
  parent: 'b',
  text: 'Bram, lo miramos hoy.',
  ago: DAY,
};
const BRAM: Said = {
  id: 'b',
  name: 'Bram Osterhuis',
  parent: 'a',
  text: 'A mí también, hace tres días.',
  ago: 2 * DAY,
};

beforeEach(async () => {
  db = await freshTable();
});
afterEach(async () => {
  seat.ends.abort();
  await db.delete();
});

async function open(post: string | null, { underline = true } = {}) {
  seat = sit(db);
  model = threadModel(seat.panel, `${SITE}:t1`, post && key(post), seat.ends.signal);
  page = show(
    <ThreadScreen
      model={model}
      now={Date.now()}
      underlineEverywhere={underline}
      back={null}
      onShow={() => undefined}
      exports={
        <ExportMenu onMore={() => {}} onCopy={() => {}} onExport={(format, notes) => exported.push([format, notes])} />
      }
    />,
  );
  await until(() => expect(model.lines.value.length).toBeGreaterThan(0));
  await settled();
}
const exported: [string, boolean][] = [];

describe('a conversation on a screen', () => {
  it('says how much of it is here', async () => {
    await hear(db, [LEIRE, BRAM, MARTA], 31);
    await open(null);
    expect(page.querySelector('h1')?.textContent).toBe('La luz se apaga en cuesta');
    expect(page.querySelector('.coverage')?.textContent).toMatch(
      /pedaleo\.example · the page says 31 replies, we hold 2 · looked at today/,
    );
    expect(page.textContent).toContain('29 replies we have not seen');
  });

  it('stands the post in hand above and largest, and does not say it twice', async () => {
    await hear(db, [LEIRE, BRAM, MARTA]);
    await open('a');
    expect(page.querySelector('.in-hand .words.lg')?.textContent).toBe(LEIRE.text);
    expect(page.textContent?.split(LEIRE.text)).toHaveLength(2);
    expect(page.querySelector('.voice .meta')?.textContent).toContain('above');
  });

  it('marks our own words as ours, and offers no answer to them', async () => {
    await hear(db, [LEIRE, BRAM, MARTA]);
    await open('u');
    expect(page.querySelector('.voice.ours .who')?.textContent).toBe('Marta Ríos');
    expect(page.querySelector('.voice.ours .meta')?.textContent).toMatch(/^us · /);
    expect(page.textContent).not.toContain('You send it');
  });

  it('underlines everywhere, or only the post in hand where the user wants it so', async () => {
    await hear(db, [LEIRE, BRAM]);
    await db.readings.bulkPut([
      readingOf({ key: key('a'), text: LEIRE.text }, [['¿Qué hago?', 'question']]),
      readingOf({ key: key('b'), text: BRAM.text }, [['hace tres días', 'complaint']]),
    ]);
    await open('a');
    await until(() =>
      expect([...page.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
        '¿Qué hago?',
        'hace tres días',
      ]),
    );
    seat.ends.abort();
    await open('a', { underline: false });
    await until(() =>
      expect([...page.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['¿Qué hago?']),
    );
  });

  it('explains a reading by the very words it comes from', async () => {
    await hear(db, [LEIRE]);
    await db.readings.put(readingOf({ key: key('a'), text: LEIRE.text }, [['¿Qué hago?', 'question']]));
    await open('a');
    await until(() => expect(page.querySelector('details')?.textContent).toContain('Question: “¿Qué hago?”'));
    expect(page.querySelector('details')?.textContent).toContain('It asks something, and nobody has answered.');
  });

  it('is put right with one press, and says whose word it is; undo gives the reading back', async () => {
    await hear(db, [LEIRE]);
    await db.readings.put(readingOf({ key: key('a'), text: LEIRE.text }, [['¿Qué hago?', 'question']]));
    await open('a');
    const choice = (word: string) =>
      [...page.querySelectorAll<HTMLButtonElement>('.choice')].find((one) => one.textContent?.includes(word));
    await until(() => expect(choice('question')?.getAttribute('aria-pressed')).toBe('true'));
    choice('question')?.click();
    await until(() => expect(choice('question')?.getAttribute('aria-pressed')).toBe('false'));
    expect(page.textContent).toContain('you say so');
    expect(await db.corrections.toArray()).toMatchObject([{ label: 'question', was: 'yes', to: 'no' }]);
    await seat.panel.undo.undo();
    expect(await db.corrections.count()).toBe(0);
    // Read again by the worker as soon as it runs.
    expect((await db.readings.get(key('a')))?.version).toBe('');
  });

  it('keeps a post apart from what it quotes, and shows a picture by its words only', async () => {
    const quoting = heardAt({ ...BRAM, text: 'Eso mismo.' });
    await hear(db, [LEIRE, BRAM]);
    await db.posts.update(key('b'), {
      text: quoting.text,
      quotes: [{ author: 'Leire Zubiri', text: 'se apaga en cuesta' }],
      media: [{ alt: 'Una luz en un manillar', url: 'https://elsewhere.example/a.png' }],
    });
    await open('b');
    expect(page.querySelector('.in-hand blockquote')?.textContent).toBe('Leire Zubiri, quotedse apaga en cuesta');
    expect(page.querySelector('.in-hand .words.lg')?.textContent).toBe('Eso mismo.');
    expect(page.textContent).toContain('Picture: Una luz en un manillar');
    expect(page.querySelector('img')).toBeNull();
  });

  it('says that nothing is here where nothing is', async () => {
    seat = sit(db);
    model = threadModel(seat.panel, 'nowhere:t', null, seat.ends.signal);
    page = show(
      <ThreadScreen model={model} now={0} underlineEverywhere back={null} onShow={() => undefined} exports={null} />,
    );
    await until(() => expect(page.textContent).toContain('Nothing of this conversation is here.'));
  });

  it('is taken away as a file, with notes or without', async () => {
    await hear(db, [LEIRE]);
    await open('a');
    pressable(page, 'Export').click();
    await settled();
    expect([...page.querySelectorAll('[role=menuitem]')].map((item) => item.textContent)).toEqual([
      'Copy the conversation',
      'Copy this post',
      'Markdown.md, with notes',
      'Markdown.md, without notes',
      'Table.csv, with notes',
      'Table.csv, without notes',
      'Data.json, with notes',
      'Data.json, without notes',
      'More forms, dates, invented names…',
    ]);
    (page.querySelectorAll('[role=menuitem]')[5] as HTMLElement).click();
    expect(exported).toEqual([['csv', false]]);
  });
});

describe('people', () => {
  it('are listed by the last word between us, whoever waits saying so', async () => {
    // At noon: an hour ago is yesterday to who looks after midnight.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date().setHours(12, 0, 0, 0) });
    await hear(db, [LEIRE, BRAM, { ...MARTA, ago: HOUR }]);
    seat = sit(db);
    const model = peopleModel(seat.panel, seat.ends.signal);
    while (!model.people.value) await settled();
    page = show(<People model={model} now={Date.now()} />);
    vi.useRealTimers();
    const names = [...page.querySelectorAll('.person-name')].map((name) => name.textContent);
    expect(names).toEqual(['Bram Osterhuis', 'Leire Zubiri']);
    expect(page.querySelector('.lede')?.textContent).toContain('Two people you talk with, the latest first.');
    expect(page.textContent).toMatch(/we answered 1 ?h/);
    expect(page.textContent).toMatch(/waiting for a word from us since/);
  });

  it('have a page: whose turn, what was said, their names', async () => {
    await hear(db, [LEIRE, BRAM, MARTA]);
    seat = sit(db);
    const bram = personModel(seat.panel, `${SITE}:bram_osterhuis`, seat.ends.signal);
    const also = personMoreModel(seat.panel, `${SITE}:bram_osterhuis`, bram.view, seat.ends.signal);
    page = show(
      <PersonScreen
        model={bram}
        also={also}
        id="x"
        now={Date.now()}
        mistakable={{ ours: likenessesOf(['Brarn Osterhuis']), known: new Map() }}
        back={null}
      />,
    );
    await until(() => expect(page.querySelector('h1')?.textContent).toBe('Bram Osterhuis'));
    expect(page.querySelector('.person-turn')?.textContent).toMatch(/^We answered /);
    expect([...page.querySelectorAll('.exchanges .words')].map((words) => words.textContent)).toEqual([
      MARTA.text,
      BRAM.text,
    ]);
    expect(page.textContent).toContain('bram_osterhuis');
    expect(page.querySelector('.mistaken')?.textContent).toContain('Looks like “Brarn Osterhuis”');
  });
});
