import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../utils/core/draft';
import { adaptReply } from '../../utils/replies/adapt';
import { fillBlanks, isOpen } from '../../utils/replies/fill';
import { ReplyMemory } from '../../utils/replies/memory';
import { callingName } from '../../utils/replies/names';
import { openingFor } from '../../utils/replies/opening';
import { renderSaved } from '../../utils/replies/saved';
import { suggest } from '../../utils/replies/suggest';
import { context, NOW, pair, post, reading, saved } from './make';

const known = { firstName: 'Elsa', name: 'Elsa', ourName: 'Nora', product: 'Lumen' };
const to = { name: 'Elsa', message: 'When will it come?', now: NOW };
const kinds = (draft: Pick<Draft, 'text' | 'blanks'>) =>
  draft.blanks.map(({ start, end, kind }) => [draft.text.slice(start, end), kind]);

describe('what to call somebody', () => {
  it.each([
    ['Ana García', null, 'Ana'],
    ['María José Pérez Gil', null, 'María José'],
    ['Anne-Marie Dubois', null, 'Anne-Marie'],
    ['Devendra K.', null, 'Devendra'],
    ['terrazas_92', null, 'terrazas_92'],
    ['The Coffee Shop', 'coffeeshop', 'coffeeshop'],
    ['xX_dark_Xx', '@dark99', 'dark99'],
    ['🌸🌸', null, ''],
    ['', null, ''],
    ['Soporte Oficial', null, ''],
  ])('%j, %j → %j', (name, handle, called) => expect(callingName({ name, handle })).toBe(called));
});

describe('an older answer made to serve again', () => {
  it('changes the name, wherever it stands', () => {
    const old = pair('', 'Hi Ivo, thanks. It is the valve, Ivo. @IvoMarten will see.', { person: 'Ivo Marten' });
    expect(adaptReply(old, to).text).toBe('Hi Elsa, thanks. It is the valve, Elsa. Elsa will see.');
  });

  it('greets nobody by another name, though the page showed only a handle', () => {
    expect(adaptReply(pair('', 'Hola, Begoña: ya está.', { person: 'bego_77' }), to).text).toBe('Hola Elsa: ya está.');
    expect(adaptReply(pair('', 'Hi Wanda! All done.', { person: 'w77' }), { ...to, name: '' }).text).toBe(
      'Hi! All done.',
    );
    expect(adaptReply(pair('', 'Hi there! All done.', { person: 'w77' }), to).text).toBe('Hi there! All done.');
  });

  it('drops handles at the start and initials at the end', () => {
    expect(adaptReply(pair('', '@ivo @other Try the cable. ^JB', { person: 'ivo' }), to).text).toBe('Try the cable.');
  });

  it('marks links, numbers and days to be checked', () => {
    const old = pair('', 'See https://help.example/a?b=1. It takes 3 days and comes on Thursday, for €12.50.');
    expect(kinds(adaptReply(old, to))).toEqual([
      ['https://help.example/a?b=1', 'check'],
      ['3', 'check'],
      ['on Thursday', 'check'],
      ['€12.50', 'check'],
    ]);
  });

  it('takes out what belonged to the other person', () => {
    const old = pair(
      'My order is AB-4431 and my mail is ivo@mail.example',
      'Found AB-4431, we wrote to ivo@mail.example.',
    );
    expect(adaptReply(old, to)).toEqual({
      text: 'Found [number], we wrote to [address].',
      blanks: [
        { start: 6, end: 14, name: 'number' },
        { start: 28, end: 37, name: 'address' },
      ],
    });
  });

  it('leaves a number that the new message names too', () => {
    expect(
      adaptReply(pair('On 5.1 it leaks', 'That is 5.1, yes.'), { ...to, message: 'Is it 5.1 again?' }).blanks,
    ).toEqual([]);
  });
});

describe('saved replies', () => {
  const render = (body: string, lang = 'en') => renderSaved(body, known, lang, NOW);

  it('puts in what is known', () => {
    expect(render('Hi {first name}, {our name} here, about {product}.')).toEqual({
      text: 'Hi Elsa, Nora here, about Lumen.',
      blanks: [],
    });
    expect(render('Hola, {nombre}: {nuestro nombre} al habla.', 'es').text).toBe('Hola, Elsa: Nora al habla.');
  });

  it('asks for what is not', () => {
    expect(render('See {link} about {colour}.')).toEqual({
      text: 'See [link] about [colour].',
      blanks: [
        { start: 4, end: 10, name: 'link' },
        { start: 17, end: 25, name: 'colour' },
      ],
    });
  });

  it('greets without a name rather than with a gap', () => {
    expect(renderSaved('Hi {first name}, hello', { ...known, firstName: '' }, 'en', NOW).text).toBe('Hi, hello');
  });

  it('has fields that ask', () => {
    const { text, blanks } = render(
      '{?batch letter} {?size=M} {?colour: red | *blue} {?day: date=+3d} {?refund: toggle=off: We refund.}{?gift: toggle: It is a gift.}',
    );
    expect(text).toBe('[batch letter] M blue 2026-11-23 It is a gift.');
    expect(blanks.map(({ name, field }) => [name, field])).toEqual([
      ['batch letter', { kind: 'text', default: '' }],
      ['size', { kind: 'text', default: 'M' }],
      ['colour', { kind: 'menu', options: ['red', 'blue'], default: 'blue' }],
      ['day', { kind: 'date', default: '2026-11-23' }],
      ['refund', { kind: 'toggle', words: 'We refund.', default: false }],
      ['gift', { kind: 'toggle', words: 'It is a gift.', default: true }],
    ]);
  });

  it('fills gaps, keeps the others where they now are', () => {
    const draft = render('Batch {?batch letter}, day {?day: date}.{?refund: toggle=off: We refund.}');
    const once = fillBlanks(draft, { 'batch letter': 'K', refund: 'on' });
    expect(once.text).toBe('Batch K, day [day].We refund.');
    expect(once.blanks.map((blank) => isOpen(once, blank))).toEqual([true]);
    expect(fillBlanks(once, { day: 'Friday' })).toEqual({ text: 'Batch K, day Friday.We refund.', blanks: [] });
  });

  it('are offered in the language of the post, for what they are meant, and more when used', () => {
    const savedReplies = [
      saved({ es: 'Hola, {nombre}.' }, { id: 'es', name: 'Saludo', intents: ['question'] }),
      saved({ en: 'About shipping costs: {link}' }, { id: 'shipping', name: 'Shipping costs', intents: ['question'] }),
      saved({ en: 'So sorry.' }, { id: 'sorry', name: 'Complaint', intents: ['complaint'] }),
      saved({ '*': 'OK' }, { id: 'any', name: 'Shipping, short', intents: ['question'], uses: 40, lastUsedAt: NOW }),
    ];
    const { drafts } = suggest(
      context('What are the shipping costs to Malta?', { savedReplies, reading: reading({ question: 0.9 }) }),
      new ReplyMemory(),
    );
    expect(drafts.map(({ source }) => (source.kind === 'saved' ? source.reply : source.kind))).toEqual([
      'shipping',
      'any',
      'opening',
    ]);
    expect(drafts[0]?.why).toEqual(['intent', 'topic']);
  });
});

describe('openings', () => {
  const openingOf = (text: string, more = {}) => openingFor(context(text, more)).text;

  it('greets, names what they asked, and leaves the answer to the human', () => {
    expect(openingOf('When does my order leave?', { reading: reading({ question: 0.9 }) })).toMatch(
      /^(?:Hi|Hello) Elsa\. Thanks for .*your order\. .*\[your answer\]/s,
    );
    expect(openingOf('¿Cuándo sale mi pedido?')).toMatch(/Elsa.*tu pedido.*\[tu respuesta\]/);
  });

  it('answers usted with usted', () => {
    expect(openingOf('Buenas tardes. ¿Podrían indicarme cuándo llega mi pedido? Un cordial saludo')).toMatch(
      /su pedido/,
    );
    expect(openingOf('Oye, ¿me decís cuándo llega mi pedido?')).toMatch(/tu pedido/);
  });

  it('turns what is theirs to ours', () => {
    expect(openingOf('Your app keeps crashing')).toMatch(/our app/);
    expect(openingOf('Vuestra app no funciona')).toMatch(/nuestra app/);
    expect(openingOf('Third bike from these folks, so I say this kindly: just tell us when.')).not.toMatch(
      /folks|the kindly/,
    );
    expect(openingOf('When will the supply of brake pads be back?')).toMatch(/supply/);
    const buying = { reading: reading({ buying: 0.9 }) };
    expect(openingOf('Wondering whether to wait with my order until it is solved.', buying)).not.toMatch(/your order/);
    expect(openingOf('Thinking of buying the folding model.', buying)).toMatch(/interest|asking/);
    expect(openingOf('No va la impresión de el recibo')).not.toMatch(/de el /);
  });

  it('acknowledges how they feel', () => {
    const upset = openingOf('My parcel is lost', { reading: reading({ complaint: 0.9 }, 'negative') });
    expect(upset).toMatch(/sorry/);
    expect(openingOf('Me encanta el nuevo color')).toMatch(/[Gg]racias/);
  });

  it('greets and thanks in four more languages', () => {
    for (const [lang, hello] of [
      ['pt', 'Olá'],
      ['fr', 'Bonjour'],
      ['de', 'Hallo'],
      ['it', 'Ciao'],
    ] as const) {
      const { text, blanks } = openingFor(context('…', { reading: reading({ question: 0.9 }, null, lang) }));
      expect(text.startsWith(hello)).toBe(true);
      expect(blanks).toHaveLength(1);
    }
  });

  it('is the same for the same post', () => {
    const asked = context('When does my order leave?');
    expect(openingFor(asked)).toEqual(openingFor(asked));
  });
});

describe('every draft', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.constantFrom(
      '¿Cuándo llega {mi pedido}?',
      'My order 4431 is late {help}',
      '{first name} {?x} [[y]] {',
      'Gracias, ya funciona',
      'you {?a: b | c} me',
    ),
  );
  const body = fc
    .array(
      fc.constantFrom(
        '{first name}',
        '{link}',
        '{?a}',
        '{?b: x | *y}',
        '{?d: date=+2d}',
        '{?t: toggle: yes}',
        '{',
        '}',
        '{{',
        'Hello ',
        ' [x] ',
        '\n',
        'é🙂',
      ),
    )
    .map((parts) => parts.join(''));

  it('shows no brace, and its gaps lie where they say', () => {
    fc.assert(
      fc.property(text, text, body, fc.string({ maxLength: 30 }), (message, reply, template, name) => {
        const memory = new ReplyMemory();
        memory.add(pair(message, reply.replace(/[{}]/g, ''), { person: name }));
        const asked = post(message, { author: { name, handle: null, url: null } });
        const { drafts } = suggest(
          context(message, {
            post: asked,
            savedReplies: [saved({ '*': template }, { intents: ['question', 'problem'] })],
          }),
          memory,
        );
        expect(drafts.length).toBeLessThanOrEqual(3);
        for (const draft of drafts) {
          expect(draft.text).not.toMatch(/[{}]/);
          let from = 0;
          for (const { start, end, name: gap, kind, field } of draft.blanks) {
            expect(start).toBeGreaterThanOrEqual(from);
            expect(end).toBeLessThanOrEqual(draft.text.length);
            expect(end > start || field?.kind === 'toggle').toBe(true);
            if (!kind && !field) expect(draft.text.slice(start, end)).toBe(`[${gap}]`);
            from = end;
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says what it promises', () => {
    const memory = new ReplyMemory();
    memory.add(
      pair('My parcel is lost, where is it?', 'Hi Ivo. We will ask the carrier and write to you tomorrow.', {
        lang: 'en',
      }),
    );
    memory.add(pair('How do I wash the cup?', 'By hand.', { lang: 'en' }));
    const { drafts } = suggest(context('Where is my parcel? It seems lost.'), memory);
    expect(drafts[0]?.promise).toEqual({
      words: 'We will ask the carrier and write to you tomorrow.',
      due: new Date(2026, 10, 21, 23, 59, 59).getTime(),
    });
  });
});
