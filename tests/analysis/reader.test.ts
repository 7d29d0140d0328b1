import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reader } from './model';

const ours = (text: string) => ({ text, ours: true });
const theirs = (text: string) => ({ text, ours: false });
const said = (text: string) =>
  Object.entries(reader.read({ text }).intents)
    .filter(([, p]) => p >= 0.5)
    .map(([name]) => name);

describe('irony', () => {
  it.each([
    'Genial, otra actualización que lo rompe todo. Bravo.',
    'Great, the app is down again. Just what I needed on a Monday.',
    'Qué maravilla, tres horas esperando al teléfono. Gracias por nada.',
  ])('is a hint, and a complaint all the same: %s', (text) => {
    expect(reader.read({ text }).irony).toBeGreaterThan(0.7);
    expect(said(text)).toContain('complaint');
  });

  it.each(['La actualización va muy bien, gracias.', 'Thanks, the update works great.'])(
    'is not put into the mouth of who is glad: %s',
    (text) => {
      expect(reader.read({ text }).irony ?? 0).toBeLessThan(0.7);
    },
  );
});

describe('tone', () => {
  it.each([
    ['positive', 'Me encanta el nuevo diseño, enhorabuena al equipo 😍'],
    ['positive', 'What a wonderful evening, we loved every minute'],
    ['positive', 'Adorei o concerto, foi maravilhoso'],
    ['positive', 'Un accueil parfait, merci, on a adoré'],
    ['positive', 'Einfach wunderbar, ich bin begeistert'],
    ['positive', 'Che spettacolo meraviglioso, bravissimi'],
    ['negative', 'Qué asco de servicio, es una vergüenza'],
    ['negative', 'This is awful, the worst service ever'],
    ['negative', 'Que vergonha, péssimo atendimento'],
    ['negative', "C'est une honte, service lamentable"],
    ['negative', 'Furchtbarer Service, ich bin total enttäuscht'],
    ['negative', 'Pessimo servizio, una vergogna'],
  ])('%s: %s', (expected, text) => {
    expect(reader.read({ text }).tone.label).toBe(expected);
  });

  it('turns with a negation', () => {
    const liked = reader.read({ text: 'me gustó mucho' }).tone.scores;
    const disliked = reader.read({ text: 'no me gustó nada' }).tone.scores;
    expect(liked.positive).toBeGreaterThan(liked.negative);
    expect(disliked.negative).toBeGreaterThan(disliked.positive);
  });

  it('is mixed where both sides are strong', () => {
    expect(reader.read({ text: 'Great food, terrible service' }).tone.label).toBe('mixed');
    expect(reader.read({ text: 'Comida excelente pero un servicio horrible' }).tone.label).toBe('mixed');
  });

  it('abstains rather than guess, and is never sure of nothing', () => {
    expect(reader.read({ text: '' }).tone).toMatchObject({ label: null, confidence: 0 });
    const unsure = [
      'El mío es de 2019',
      'So that happened',
      'Pues nada',
      'una cosa y otra',
      'si no llueve mucho vamos',
    ];
    expect(unsure.map((text) => reader.read({ text }).tone.confidence).every((sure) => sure < 0.8)).toBe(true);
  });

  it('gives scores that add up to one', () => {
    const { positive, neutral, negative } = reader.read({ text: 'The talk starts at six' }).tone.scores;
    expect(positive + neutral + negative).toBeCloseTo(1, 2);
  });
});

describe('intents', () => {
  it.each([
    ['question', 'Does anyone know if the library opens on Sundays?'],
    ['question', 'alguien sabe si abren el domingo'],
    ['question', 'Quelqu’un sait à quelle heure ça ferme ?'],
    ['problem', 'La web no carga y me sale un error al pagar'],
    ['problem', 'The app keeps crashing since the update'],
    ['problem', 'Die App stürzt ab und ich kann mich nicht einloggen'],
    ['complaint', 'Pésima atención, llevo una semana esperando y nadie responde'],
    ['complaint', 'Terrible service, nobody answers, total waste of time'],
    ['request', 'Please send me the invoice again'],
    ['request', '¿Me podéis mandar la factura por favor?'],
    ['praise', 'Excelente servicio, sois los mejores, lo recomiendo'],
    ['praise', 'Amazing work, I love this app'],
    ['thanks', 'Muchísimas gracias por todo'],
    ['thanks', 'Vielen Dank'],
    ['leaving', 'Me doy de baja, no renuevo'],
    ['leaving', 'I want to cancel my subscription'],
    ['buying', 'How much is it and do you ship to Spain?'],
    ['buying', '¿Cuánto cuesta? Quiero comprar dos'],
    ['urgency', 'Urgent, I need help right now, my flight leaves in an hour'],
    ['offence', 'Sois unos imbéciles y unos hijos de puta'],
    ['spam', 'Gana dinero desde casa con bitcoin, haz clic aquí'],
  ])('%s: %s', (intent, text) => {
    expect(said(text)).toContain(intent);
  });

  it('hears no complaint in a post that is glad of one worry less', () => {
    const text = 'Primer mes con la Ruta 2: 612 km, cero atascos, una multa menos. Estoy encantada.';
    expect(said(text)).toEqual(['praise']);
    expect(reader.read({ text }).needsReply.value).toBe(false);
  });

  it('says nothing of small talk', () => {
    expect(said('We went to the market and then home')).toEqual([]);
    expect(said('Hoy hemos comido en el campo')).toEqual([]);
  });
});

describe('does it need a reply', () => {
  const needs = (text: string, parent?: { text: string; ours: boolean }) => reader.read({ text, parent }).needsReply;

  it('closes with a thank-you after our answer, not with an ironic one', () => {
    const answer = ours('Prueba a reiniciar la aplicación, por favor.');
    expect(needs('gracias', answer)).toMatchObject({ value: false });
    expect(needs('Muchas gracias, ya funciona', answer)).toMatchObject({ value: false });
    expect(needs('gracias por nada', answer)).toMatchObject({ value: true });
    expect(needs('ya lo hice y sigue sin funcionar', answer)).toMatchObject({ value: true });
    expect(needs('thanks, and does that work on Linux too?', ours('Yes, it does on Windows.'))).toMatchObject({
      value: true,
      reason: 'asks',
    });
  });

  it('tells why', () => {
    expect(needs('¿A qué hora abrís mañana?')).toMatchObject({ value: true, reason: 'asks' });
    expect(needs('The app crashes every time I open it')).toMatchObject({ value: true, reason: 'reportsProblem' });
    expect(needs('thanks so much for everything!')).toMatchObject({ value: false, reason: 'thanksOnly' });
    expect(needs('Gana dinero fácil con cripto, haz clic aquí')).toMatchObject({ value: false, reason: 'spam' });
    expect(needs('Hola a todos, soy nueva por aquí')).toMatchObject({ value: true, reason: 'newcomer' });
  });

  it('leaves alone what members say to each other, and what is ours or answered', () => {
    expect(needs('qué bonito te ha quedado', theirs('Mi primera bufanda de punto'))).toMatchObject({ value: false });
    expect(reader.read({ text: '¿Nos dices el número?', ours: true }).needsReply).toMatchObject({ reason: 'ours' });
    expect(reader.read({ text: '¿A qué hora abrís?', answered: true }).needsReply).toMatchObject({
      value: false,
      reason: 'answered',
    });
  });
});

describe('evidence', () => {
  it('points at the words that say it', () => {
    const text = 'Hola 👋🏽, la aplicación no carga desde ayer. ¡Qué vergüenza!';
    const { evidence } = reader.read({ text });
    const words = evidence.map(({ start, end, for: what }) => `${what}: ${text.slice(start, end)}`);
    expect(words.some((word) => /^problem: .*no carga/.test(word))).toBe(true);
    expect(words.some((word) => /^(negative|complaint): .*vergüenza/.test(word))).toBe(true);
  });

  it('lies inside the text, at whole characters, few and with a weight', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 300 }),
          fc
            .array(
              fc.constantFrom('gracias', 'no', 'funciona', 'terrible', '😡', '¿', '?', 'love', '@x', '\u202e', 'why'),
            )
            .map((w) => w.join(' ')),
        ),
        (text) => {
          const { evidence } = reader.read({ text });
          expect(evidence.length).toBeLessThanOrEqual(6);
          for (const { start, end, weight } of evidence) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
            expect(weight).toBeGreaterThan(0);
            expect(weight).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});

describe('hostile posts', () => {
  it.each([
    ['a million letters', 'a'.repeat(1_000_000)],
    ['a million words', 'no me gusta '.repeat(90_000)],
    ['right-to-left overrides', '\u202e\u2066gracias\u2069 '.repeat(20_000)],
    ['emoji only', '😡'.repeat(100_000)],
    ['combining marks', 'e\u0301'.repeat(300_000)],
    ['punctuation', '?!'.repeat(300_000)],
    ['lone surrogates', '\ud83d'.repeat(100_000)],
  ])('%s are read at once', (_name, text) => {
    const started = performance.now();
    expect(reader.read({ text }).evidence.every(({ end }) => end <= text.length)).toBe(true);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
