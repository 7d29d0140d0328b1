import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishTopics } from '../../utils/analysis/nlp';
import { topicsOf } from '../../utils/analysis/topics';
import { SAID } from './topics-said';

const listed = (topics: string) => topics.split('|').filter(Boolean);

describe('topics of a post', () => {
  it('names what a careful reader would name, in six languages', () => {
    let hits = 0;
    let told = 0;
    let wanted = 0;
    const wrong: string[] = [];
    for (const [lang, text, topics] of SAID) {
      const found = topicsOf(text, lang).map((topic) => topic.text);
      const gold = listed(topics);
      hits += gold.filter((topic) => found.includes(topic)).length;
      told += found.length;
      wanted += gold.length;
      if (found.join('|') !== topics) wrong.push(`${text} → ${found.join('|')}`);
    }
    expect(hits / told, wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
    expect(hits / wanted, wrong.join('\n')).toBeGreaterThanOrEqual(0.85);
  });

  it('tells a product, a person with a title, a hashtag and a link for what they are', () => {
    const kinds = (text: string, lang = 'es') => topicsOf(text, lang).map(({ kind }) => kind);
    expect(kinds('Mi Nimbo X200 no arranca')).toEqual(['product']);
    expect(kinds('me atendió la Sra Quesada')).toEqual(['person']);
    expect(kinds('mira #feria https://ejemplo.org')).toEqual(['hashtag', 'link']);
  });

  it('leaves out what is quoted', () => {
    expect(topicsOf('> vi a Marisol en Lugo\npues yo no', 'es')).toEqual([]);
  });

  it('points into the text, few, without overlap', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('Ana', 'de', 'Lugo', 'X200', '#a', 'https://x.org', '.', '\n', 'no', '😀', '(', 'PS5'),
          {
            maxLength: 60,
          },
        ),
        (words) => {
          const text = words.join(' ');
          const topics = topicsOf(text, 'es');
          expect(topics.length).toBeLessThanOrEqual(12);
          let end = 0;
          for (const topic of topics) {
            expect(topic.start).toBeGreaterThanOrEqual(end);
            if (topic.kind !== 'link') expect(text.slice(topic.start, topic.end)).toBe(topic.text);
            end = topic.end;
          }
        },
      ),
    );
  });

  it('is a thing, not a word that points at one, and has its whole version', async () => {
    const topics = await englishTopics('The Almadía 4.1 update cuts the motor. Two bikes in our house, both the same.');
    const said = topics.map(({ text }) => text);
    expect(said).toContain('Almadía 4.1');
    expect(said).not.toContain('our house');
    expect(said).not.toContain('the same');
    for (const { text, start, end } of topics)
      expect('The Almadía 4.1 update cuts the motor. Two bikes in our house, both the same.'.slice(start, end)).toBe(
        text,
      );
  });

  it('knows people, places and things in English', async () => {
    const topics = await englishTopics(
      'Had lunch with Priya in Leeds. The front wheel of my bike makes a strange noise.',
    );
    const of = (kind: string) => topics.filter((topic) => topic.kind === kind).map(({ text }) => text);
    expect([...of('person'), ...of('place'), ...of('name')]).toEqual(expect.arrayContaining(['Priya', 'Leeds']));
    expect(of('place')).toContain('Leeds');
    expect(of('thing').join(' ')).toMatch(/front wheel/);
  });

  it('loads the English grammar only when a post in English is opened', () => {
    const files = (folder: string): string[] =>
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory()
          ? files(join(folder, entry.name))
          : /\.tsx?$/.test(entry.name)
            ? [join(folder, entry.name)]
            : [],
      );
    const importing = ['utils', 'components', 'entrypoints']
      .flatMap(files)
      .map((path) => [path, readFileSync(path, 'utf8')] as const)
      .filter(([, source]) => /['"](?:compromise|[./]+\/nlp)['"]/.test(source));
    expect(importing.map(([path]) => path).sort()).toEqual([
      'utils/analysis/nlp.ts',
      'utils/analysis/worker/topics-job.ts',
    ]);
    for (const [path, source] of importing) expect(source, path).not.toMatch(/from ['"](?:compromise|[./]+\/nlp)['"]/);
  });
});
