/** "Are we ready?" and rehearsal on their screens: sentences with their denominators, nothing claimed that is not known. */
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReadinessScreen } from '../../components/readiness/readiness';
import { RehearsalScreen } from '../../components/readiness/rehearsal';
import { openReadiness, type ReadinessModel } from '../../utils/panel/readiness';
import { readinessReport } from '../../utils/panel/readiness-report';
import { openRehearsal } from '../../utils/panel/rehearsal';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings } from '../../utils/store/settings';
import { DAY, freshTable, HOUR, hear, type Said, until } from '../panel/table';
import { speakEnglish } from '../text/speech';
import { settled, show } from './show';

let db: TertuliaDatabase;
let ends: AbortController;
let now: number;

/** Twelve questions in twelve conversations, ten of them answered by Marta, the last two waiting. */
const talk = (): Said[] =>
  Array.from({ length: 12 }, (_, i): Said[] => {
    const thread = `c${i}`;
    const ago = (12 - i) * DAY;
    const asked = {
      id: `q${i}`,
      thread,
      title: `Charla ${i}`,
      name: `Vecina ${i}`,
      text: '¿Cuándo llega el Farol?',
      ago,
    };
    return i < 10
      ? [
          asked,
          {
            id: `a${i}`,
            thread,
            parent: `q${i}`,
            name: 'Marta',
            handle: 'marta_farol',
            text: 'El jueves.',
            ago: ago - 2 * HOUR,
          },
          { id: `t${i}`, thread, parent: `a${i}`, name: `Vecina ${i}`, text: 'Gracias.', ago: ago - 3 * HOUR },
          { id: `o${i}`, thread, parent: `q${i}`, name: `Otto ${i}`, text: 'Yo también.', ago: ago - HOUR },
        ]
      : [asked];
  }).flat();

beforeEach(async () => {
  speakEnglish();
  db = await freshTable();
  ends = new AbortController();
  now = Date.now();
});
afterEach(async () => {
  ends.abort();
  await db.delete();
});

async function open(): Promise<{ model: ReadinessModel; root: HTMLElement }> {
  const model = openReadiness(db, ends.signal, () => now);
  await until(() => expect(model.view.value).toBeDefined());
  const root = show(<ReadinessScreen model={model} onSetHours={() => {}} onReport={() => {}} />);
  await settled();
  return { model, root };
}

describe('are we ready', () => {
  it('says each figure with its denominator, and opens to what is behind it', async () => {
    await hear(db, talk());
    const { model, root } = await open();
    const words = root.textContent ?? '';
    expect(words).toContain('Half get an answer within 2 hrs; one in ten waits more than 2 hrs.');
    expect(words).toContain('10 answered of 12 that asked');
    expect(words).toContain('2 people wait today');
    expect(words).toContain('10 of 10 of what we wrote was said to somebody.');
    expect(words).toContain('Marta wrote 10 of 10 answers of ours.');
    expect(root.querySelector('a[href="#/ready/response"]')).not.toBeNull();
    expect((await model.behind('debt')).map(({ nativeId }) => nativeId)).toEqual(['q10', 'q11']);
    expect((await model.behind('response')).length).toBe(10);
    expect(root.querySelector('.ready-quote .words')?.textContent).toContain('¿Cuándo llega el Farol?');
  });

  it('says what is not known yet, and never a 0 in its place', async () => {
    const { root } = await open();
    const words = root.textContent ?? '';
    expect(words).toContain('How long an answer takes: not known yet.');
    expect(words).toContain('it takes 10 cases; there are 0');
    expect(words).not.toContain('0 %');
    expect(words).toContain('Nobody is waiting.');
  });

  it('has the picture of hours also as a table', async () => {
    await hear(db, talk());
    await changeSettings(db, (was) => ({
      ...was,
      hours: { timeZone: 'UTC', week: Array.from({ length: 7 }, () => [[0, 1]] as [number, number][]) },
    }));
    const { root } = await open();
    expect(root.querySelector('.ready-hours svg')?.getAttribute('aria-label')).toMatch(/^12 posts by day and hour/);
    const cells = [...root.querySelectorAll('tbody td:nth-last-child(2)')].map((cell) => Number(cell.textContent));
    expect(cells.reduce((a, b) => a + b, 0)).toBe(12);
    expect(root.querySelectorAll('.ready-hours .band')).toHaveLength(7);
  });

  it('compares with the period before, and follows the span', async () => {
    await hear(db, talk());
    const { model, root } = await open();
    model.setSpan('week');
    await until(() => expect(model.view.value?.span).toBe('week'));
    await settled();
    expect(root.textContent).toContain('How long an answer takes: not known yet.');
    expect(model.view.value!.waitedThen).toBe(
      await db.posts.filter((post) => post.nativeId === 'q5' && post.at <= model.view.value!.period.from).count(),
    );
  });

  it('is one page to print or send, with the same words', async () => {
    await hear(db, talk());
    const { model } = await open();
    const view = model.view.value!;
    const html = readinessReport(view, 'html');
    const markdown = readinessReport(view, 'markdown');
    expect(markdown.text).toContain('10 answered of 12 that asked');
    const page = new DOMParser().parseFromString(html.text, 'text/html');
    expect(page.body.textContent).toContain('10 answered of 12 that asked');
    expect(page.querySelectorAll('script, img')).toHaveLength(0);
    expect(html.name).toMatch(/^are-we-ready-\d{4}/);
  });

  it('can be used by everybody', async () => {
    await hear(db, talk());
    const { root } = await open();
    const { violations } = await axe.run(root, {
      runOnly: ['wcag2a', 'wcag2aa', 'best-practice'],
      rules: { region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('a rehearsal', () => {
  it('hides what was answered, waits without hurry, compares, and is kept', async () => {
    await hear(db, talk());
    const model = openRehearsal(db, () => now);
    await until(() => expect(model.choices.value?.some(({ kind }) => kind === 'thread')).toBe(true));
    const choice = model.choices.value!.find(({ kind }) => kind === 'thread')!;
    await model.begin(choice);
    const root = show(<RehearsalScreen model={model} kept={[]} now={now} back={null} />);
    await settled();
    expect(root.textContent).toContain('¿Cuándo llega el Farol?');
    expect(root.textContent).not.toContain('El jueves.');
    now += 4 * 60_000;
    await model.answer('El viernes por la mañana.');
    while (model.state.value) await model.answer(null);
    await settled();
    const words = root.textContent ?? '';
    expect(words).toContain('You, after 4 min');
    expect(words).toContain('El viernes por la mañana.');
    expect(words).toContain('Marta really, after 2 hrs');
    expect(words).toContain('El jueves.');
    expect(words).toContain('Gracias.');
    const [kept] = await db.rehearsals.toArray();
    expect(kept).toMatchObject({
      title: choice.title,
      answers: [
        { said: 'El viernes por la mañana.', ms: 240_000 },
        ...Array(kept!.answers.length - 1).fill({ said: null }),
      ],
    });
  });

  it.each(['en', 'es'])('has invented crises to answer (%s)', async (lang) => {
    const model = openRehearsal(db, () => now);
    await until(() => expect(model.choices.value?.length).toBeGreaterThan(1));
    const crises = model.choices.value!.filter(({ id }) => id.startsWith(`${lang}-`));
    expect(crises.length).toBeGreaterThanOrEqual(2);
    for (const crisis of crises) {
      await model.begin(crisis);
      let answered = 0;
      while (model.state.value) {
        expect(model.state.value.waiting).not.toBeNull();
        await model.answer(`respuesta ${answered++}`);
      }
      expect(answered).toBeGreaterThanOrEqual(4);
      expect(model.finished.value?.answers).toHaveLength(answered);
    }
    expect(await db.rehearsals.count()).toBe(crises.length);
  });
});
