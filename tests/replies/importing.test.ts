import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Imported, importReplies } from '../../utils/replies/importing';
import { renderSaved } from '../../utils/replies/saved';
import { NOW } from './make';

const repliesOf = (imported: Imported) => ('replies' in imported ? imported.replies : []);

describe('saved replies from elsewhere', () => {
  it('our own JSON comes back as it was', () => {
    const mine = [
      {
        id: 'x',
        name: 'Leak',
        folder: 'First aid',
        shortcut: 'leak',
        bodies: { en: 'Hi {first name}', es: 'Hola, {nombre}' },
        intents: ['problem'],
        uses: 3,
      },
    ];
    expect(importReplies(JSON.stringify(mine))).toEqual({
      replies: [
        {
          name: 'Leak',
          folder: 'First aid',
          shortcut: 'leak',
          bodies: { en: 'Hi {first name}', es: 'Hola, {nombre}' },
          intents: ['problem'],
        },
      ],
      skipped: 0,
    });
  });

  it('a CSV with quotes, semicolons, line breaks, and Spanish names of columns', () => {
    const csv =
      '\uFEFFNombre;Carpeta;Atajo;Idioma;Texto\r\nSaludo;Base;/hola;es;"Hola, {nombre}:\r\n""bienvenida""; pasa"\r\n;;;;\r\nAdiós;Base;;es;Hasta pronto';
    expect(importReplies(csv)).toEqual({
      replies: [
        {
          name: 'Saludo',
          folder: 'Base',
          shortcut: 'hola',
          bodies: { es: 'Hola, {nombre}:\r\n"bienvenida"; pasa' },
          intents: [],
        },
        { name: 'Adiós', folder: 'Base', shortcut: '', bodies: { es: 'Hasta pronto' }, intents: [] },
      ],
      skipped: 0,
    });
  });

  it("Chatwoot's canned responses", () => {
    const list = [
      { id: 1, account_id: 2, short_code: 'welcome', content: 'Hello {{contact.first_name}}, {{ agent.name }} here.' },
    ];
    expect(repliesOf(importReplies(JSON.stringify(list)))).toEqual([
      {
        name: 'welcome',
        folder: '',
        shortcut: 'welcome',
        bodies: { '*': 'Hello {first name}, {our name} here.' },
        intents: [],
      },
    ]);
  });

  it("Reddit Toolbox's macros and removal reasons, unescaped", () => {
    const wiki = {
      ver: 1,
      modMacros: [{ title: 'Hi', text: 'Hello%20%7Bauthor%7D%2C%20it%u2019s%20%7Bmod%7D' }],
      removalReasons: { pmsubject: 'x', reasons: [{ title: 'Rule 1', text: 'Be%20kind' }] },
    };
    expect(
      repliesOf(importReplies(JSON.stringify(wiki))).map(({ name, folder, bodies }) => [name, folder, bodies['*']]),
    ).toEqual([
      ['Hi', 'Macros', 'Hello {first name}, it’s {our name}'],
      ['Rule 1', 'Removal reasons', 'Be kind'],
    ]);
  });

  it("Text Blaze's commands, in folders", () => {
    const file = {
      folders: [
        {
          name: 'Care',
          snippets: [
            {
              name: 'Seal',
              shortcut: '/seal',
              text: 'Batch {formtext: name=batch; default=K}, {formmenu: red; blue; name=colour; default=blue}, {formdate: YYYY; name=day}.{formtoggle: name=gift; default=no} A gift.{endformtoggle}{cursor}',
            },
          ],
        },
      ],
    };
    const [reply] = repliesOf(importReplies(JSON.stringify(file)));
    expect(reply).toMatchObject({
      name: 'Seal',
      folder: 'Care',
      shortcut: 'seal',
      bodies: { '*': 'Batch {?batch=K}, {?colour: red | *blue}, {?day: date}.{?gift: toggle=off: A gift.}' },
    });
    const { text, blanks } = renderSaved(
      reply?.bodies['*'] ?? '',
      { firstName: '', name: '', ourName: '', product: '' },
      'en',
      NOW,
    );
    expect(text).toBe('Batch K, blue, [day].');
    expect(blanks.map(({ field }) => field?.kind)).toEqual(['text', 'menu', 'date', 'toggle']);
  });

  it.each(['', 'hello', '{', '[1,2,3]', '{"a":{"b":[]}}', '[{"name":"x"}]', 'null', 'a,b\n1,2'])(
    'says that it does not understand: %s',
    (text) => {
      expect(importReplies(text)).toEqual({ fault: 'notUnderstood' });
    },
  );

  it('is not stopped by size, depth or names of prototypes', () => {
    expect(importReplies('x'.repeat(5_000_001))).toEqual({ fault: 'tooLarge' });
    expect(importReplies(`${'['.repeat(5_000)}${']'.repeat(5_000)}`)).toEqual({ fault: 'notUnderstood' });
    const rows = Array.from({ length: 5_002 }, (_, i) => ({ name: `n${i}`, text: 'x' }));
    expect(importReplies(JSON.stringify(rows))).toMatchObject({ skipped: 2 });
    importReplies('[{"__proto__":{"text":"p"},"text":"x","bodies":{"__proto__":"y","constructor":"z"}}]');
    expect(({} as Record<string, unknown>).text).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.array(fc.record({ text: fc.string(), name: fc.anything() })).map((rows) => JSON.stringify(rows) ?? ''),
        ),
        (text) => void importReplies(text),
      ),
    );
  });
});
