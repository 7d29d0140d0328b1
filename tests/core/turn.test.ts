import { describe, expect, it } from 'vitest';
import type { Post } from '../../utils/core/post';
import type { Reading, ReplyReason } from '../../utils/core/reading';
import { turns } from '../../utils/core/turn';
import { stored } from './sample';
import { talk } from './talk';

const HOUR = 3_600_000;

/** `1 open, 3 done`: every post that is named; those not named must not concern us. */
function standing(posts: Post[]): string {
  return [...turns(posts)]
    .map(([key, turn]) => `${key.split(':')[1]} ${turn.state}`)
    .sort()
    .join(', ');
}

type Case = [name: string, script: string, expected: string];

const SPOKE_LAST: Case[] = [
  ['a mention waits', '1 Nerea*: ¿La Faro 2 lleva válvula nueva?', '1 open'],
  ['a mention waits (en)', '1 Wren*: Does the Faro 2 come with the new valve?', '1 open'],
  ['talk that does not name us is none of ours', '1 Nerea: Hola a todos\n2>1 Aitor: Hola', ''],
  ['a reply to us waits', '1 Inés: Hoy abrimos a las diez.\n2>1 Nerea: ¿También el domingo?', '2 open'],
  ['our reply turns it to them', '1 Nerea*: ¿Cuándo llega?\n2>1 Inés: El jueves.', '1 waiting'],
  ['our reply turns it to them (en)', '1 Wren*: When does it ship?\n2>1 Inés: On Thursday.', '1 waiting'],
  [
    'their second question waits, the first is over',
    '1 Nerea*: ¿Cuándo llega?\n2>1 Inés: El jueves.\n3>2 Nerea: ¿Y a Canarias?',
    '1 done, 3 open',
  ],
  ['their second question (en)', '1 Wren*: When?\n2>1 Inés: Thursday.\n3>2 Wren: And overseas?', '1 done, 3 open'],
  [
    'and turns again',
    '1 Nerea*: ¿Cuándo?\n2>1 Inés: El jueves.\n3>2 Nerea: ¿Y a Canarias?\n4>3 Inés: El lunes.',
    '1 done, 3 waiting',
  ],
  ['a teammate may answer', '1 Nerea*: ¿Cuándo?\n2>1 Iker: El jueves.', '1 waiting'],
  ['a teammate may go on', '1 Nerea*: ¿Cuándo?\n2>1 Inés: Lo miro.\n3>2 Iker: El jueves.', '1 waiting'],
  ['an answer by somebody else is not ours', '1 Nerea*: ¿Cuándo llega?\n2>1 Aitor: Creo que el jueves.', '1 open'],
  ['an answer by somebody else is not ours (en)', '1 Wren*: When?\n2>1 Devendra: Thursday I think.', '1 open'],
  ['we answered without being named', '1 Nerea: ¿Alguien sabe de molinillos?\n2>1 Inés: Nosotros, dinos.', '1 waiting'],
  ['our own post waits for nobody', '1 Inés: Novedades de mayo.', ''],
  [
    'a third person under our answer waits by itself',
    '1 Nerea*: ¿Cuándo?\n2>1 Inés: El jueves.\n3>2 Aitor: ¿Y el mío?',
    '1 waiting, 3 open',
  ],
  [
    'two people, one answered',
    '1 Nerea*: ¿Va con gas?\n2 Aitor*: ¿Va con pilas?\n3>2 Inés: Con pilas.',
    '1 open, 2 waiting',
  ],
  [
    'our answer to a person does not answer another branch of theirs',
    '0 Inés: Preguntad.\n1>0 Nerea: ¿Va con gas?\n2>0 Aitor: Hola\n3>2 Nerea*: ¿Y la garantía?\n4>1 Inés: Con gas.',
    '1 waiting, 2 open, 3 open',
  ],
  ['answered with a question of ours', '1 Nerea*: No enciende\n2>1 Inés: ¿Qué versión tienes?', '1 waiting'],
  [
    'they answer our question',
    '1 Nerea*: No enciende\n2>1 Inés: ¿Qué versión tienes?\n3>2 Nerea: La 3.2',
    '1 done, 3 open',
  ],
];

const CLOSED: Case[] = [
  ['thanks', '1 Nerea*: ¿Cuándo?\n2>1 Inés: El jueves.\n3>2 Nerea: ¡Muchas gracias!', '1 done, 3 done'],
  ['thanks (en)', '1 Wren*: When?\n2>1 Inés: Thursday.\n3>2 Wren: Thanks a lot!', '1 done, 3 done'],
  [
    'thanks with what for',
    '1 Nerea*: ¿Cuándo?\n2>1 Inés: El jueves.\n3>2 Nerea: Gracias por la respuesta tan rápida y tan completa, Inés.',
    '1 done, 3 done',
  ],
  [
    'thanks with what for (en)',
    '1 Wren*: When?\n2>1 Inés: Thursday.\n3>2 Wren: Thank you for taking the time to explain it so well.',
    '1 done, 3 done',
  ],
  [
    'goodbye',
    '1 Nerea*: ¿Abrís hoy?\n2>1 Inés: Sí, hasta las ocho.\n3>2 Nerea: Genial, nos vemos luego. Un abrazo',
    '1 done, 3 done',
  ],
  [
    'goodbye (en)',
    '1 Wren*: Open today?\n2>1 Inés: Until eight.\n3>2 Wren: Perfect, see you soon. Take care!',
    '1 done, 3 done',
  ],
  ['agreement', '1 Nerea*: ¿Y si la reinicio?\n2>1 Inés: Prueba.\n3>2 Nerea: Vale, lo probaré', '1 done, 3 done'],
  ['agreement (en)', '1 Wren*: Restart it?\n2>1 Inés: Please try.\n3>2 Wren: ok will do', '1 done, 3 done'],
  ['a glad sign', '1 Nerea*: ¿Hoy?\n2>1 Inés: Sí.\n3>2 Nerea: 👍🏽', '1 done, 3 done'],
  [
    'solved',
    '1 Nerea*: No enciende\n2>1 Inés: Pulsa dos veces.\n3>2 Nerea: ¡Ya funciona! Mil gracias',
    '1 done, 3 done',
  ],
  [
    'solved (en)',
    '1 Wren*: It will not start\n2>1 Inés: Press twice.\n3>2 Wren: That worked, no problem now',
    '1 done, 3 done',
  ],
  [
    'thanks in French',
    '1 Maëlle*: Quand ?\n2>1 Inés: Jeudi.\n3>2 Maëlle: Merci beaucoup, bonne journée',
    '1 done, 3 done',
  ],
  ['thanks in German', '1 Jonas*: Wann?\n2>1 Inés: Donnerstag.\n3>2 Jonas: Vielen Dank, alles klar!', '1 done, 3 done'],
  [
    'thanks in Italian',
    '1 Bruna*: Quando?\n2>1 Inés: Giovedì.\n3>2 Bruna: Grazie mille, gentilissimi',
    '1 done, 3 done',
  ],
  ['thanks in Portuguese', '1 Caio*: Quando?\n2>1 Inés: Quinta.\n3>2 Caio: Muito obrigado, valeu', '1 done, 3 done'],
  [
    'their thanks and our welcome',
    '1 Nerea*: ¿Cuándo?\n2>1 Inés: El jueves.\n3>2 Nerea: Gracias\n4>3 Inés: ¡A ti!',
    '1 done, 3 done',
  ],
  [
    'praise that asks nothing, thanked',
    '1 Nerea*: Qué maravilla de cafetera la Faro 2.\n2>1 Inés: ¡Muchas gracias!',
    '1 done',
  ],
  ['praise thanked (en)', '1 Wren*: The Faro 2 is a delight.\n2>1 Inés: Thank you, Wren!', '1 done'],
  ['thanks that name us need no answer', '1 Nerea*: ¡Gracias, Lumbrera!', '1 done'],
  [
    'it took long, but thanks',
    '1 Nerea*: ¿Cuándo?\n2>1 Inés: Perdona, el jueves.\n3>2 Nerea: Habéis tardado, pero gracias',
    '1 done, 3 done',
  ],
  [
    'somebody else helped and was thanked',
    '1 Nerea*: ¿Cómo se purga?\n2>1 Aitor: Dos veces el botón.\n3>2 Nerea: ¡Gracias, Aitor! Ya va',
    '1 done',
  ],
  ['they solved it themselves', '1 Nerea*: No enciende\n2>1 Nerea: Ya está solucionado, era el enchufe.', '1 done'],
  [
    'they solved it themselves (en)',
    '1 Wren*: It will not start\n2>1 Wren: Figured it out, it was the plug.',
    '1 done',
  ],
];

const NOT_CLOSED: Case[] = [
  ['thanks for nothing', '1 Nerea*: ¿Cuándo?\n2>1 Inés: No sabemos.\n3>2 Nerea: Gracias por nada.', '1 done, 3 open'],
  [
    'thanks for nothing (en)',
    '1 Wren*: When?\n2>1 Inés: We cannot say.\n3>2 Wren: Thanks for nothing.',
    '1 done, 3 open',
  ],
  [
    'thanks for wasting my time',
    '1 Wren*: When?\n2>1 Inés: We cannot say.\n3>2 Wren: Thanks for wasting my morning',
    '1 done, 3 open',
  ],
  ['merci pour rien', '1 Maëlle*: Quand ?\n2>1 Inés: Bientôt.\n3>2 Maëlle: Merci pour rien', '1 done, 3 open'],
  [
    'thanks, but a question',
    '1 Nerea*: ¿Cuándo?\n2>1 Inés: El jueves.\n3>2 Nerea: Gracias, pero ¿a qué hora?',
    '1 done, 3 open',
  ],
  ['thanks, but (en)', '1 Wren*: When?\n2>1 Inés: Thursday.\n3>2 Wren: Thanks, but at what time?', '1 done, 3 open'],
  [
    'thanks, but it fails',
    '1 Nerea*: No enciende\n2>1 Inés: Pulsa dos veces.\n3>2 Nerea: Gracias, pero sigue igual',
    '1 done, 3 open',
  ],
  [
    'thanks, but it fails (en)',
    '1 Wren*: Dead\n2>1 Inés: Press twice.\n3>2 Wren: Thanks but it still does not start',
    '1 done, 3 open',
  ],
  [
    'thanks in German, but',
    '1 Jonas*: Defekt\n2>1 Inés: Zweimal drücken.\n3>2 Jonas: Danke, aber es geht immer noch nicht',
    '1 done, 3 open',
  ],
  ['thanks in advance', '1 Nerea*: Necesito una junta nueva. Gracias de antemano', '1 open'],
  ['thanks in advance, said after', '1 Nerea*: ¿Mandáis juntas sueltas?\n2>1 Nerea: Gracias', '1 open'],
  ['thanks in advance (en)', '1 Wren*: Looking for a spare seal, thanks in advance!', '1 open'],
  [
    'a request with thanks at its end',
    '1 Nerea*: Quería cambiar la dirección de envío de mi pedido. Gracias.',
    '1 open',
  ],
  [
    'a question without its mark',
    '1 Nerea*: ¿Cuándo?\n2>1 Inés: Pronto.\n3>2 Nerea: Gracias. Cuándo es pronto',
    '1 done, 3 open',
  ],
  [
    'thanks and let me know',
    '1 Wren*: When?\n2>1 Inés: Soon.\n3>2 Wren: Thanks, let me know when it ships',
    '1 done, 3 open',
  ],
  ['a farewell that leaves a fault behind', '1 Nerea*: Se me ha roto la junta otra vez. Saludos', '1 open'],
  ['an angry sign', '1 Nerea*: ¿Cuándo?\n2>1 Inés: Pronto.\n3>2 Nerea: 🙄', '1 done, 3 open'],
  [
    '"ok" that goes on',
    '1 Nerea*: Gotea\n2>1 Inés: Aprieta la junta.\n3>2 Nerea: Ok, la he apretado y ahora gotea por el otro lado',
    '1 done, 3 open',
  ],
];

const FLAT: Case[] = [
  ['right after', '1 Nerea*: ¿Lleva filtro?\n2 Inés: Sí, de papel.', '1 waiting'],
  ['right after (en)', '1 Wren*: Does it take a filter?\n2 Inés: Yes, paper.', '1 waiting'],
  [
    'by name',
    '1 Nerea*: ¿Lleva filtro?\n2 Aitor: Yo uso uno de tela.\n3 Inés: Hola, Nerea: sí, de papel.',
    '1 waiting',
  ],
  ['by handle', '1 Nerea*: ¿Lleva filtro?\n2 Aitor: Yo uso uno.\n3 Inés: @nerea sí, de papel.', '1 waiting'],
  [
    'by quotation',
    '1 Nerea*: ¿Lleva filtro de papel o de tela?\n2 Aitor: Buena pregunta.\n3 Inés: [Nerea: filtro de papel o de tela] De papel.',
    '1 waiting',
  ],
  [
    'by quotation without a name',
    '1 Nerea*: ¿Lleva filtro de papel o de tela?\n2 Aitor: Ni idea.\n3 Inés: [Lleva filtro de papel] De papel.',
    '1 waiting',
  ],
  [
    'naming one leaves the other',
    '1 Nerea*: ¿Lleva filtro?\n2 Aitor*: ¿Y tapa?\n3 Inés: Nerea, sí, de papel.',
    '1 waiting, 2 open',
  ],
  [
    'naming both',
    '1 Nerea*: ¿Lleva filtro?\n2 Aitor*: ¿Y tapa?\n3 Inés: @nerea de papel. @aitor no lleva.',
    '1 waiting, 2 waiting',
  ],
  [
    'with somebody between and nobody named, it still waits',
    '1 Nerea*: ¿Lleva filtro?\n2 Aitor: Yo uso uno.\n3 Inés: Mañana hay mercado en la plaza.',
    '1 open, 2 waiting',
  ],
  ['two posts of ours in a row', '1 Nerea*: ¿Lleva filtro?\n2 Inés: Lo miro.\n3 Iker: De papel.', '1 waiting'],
  ['they go on after our answer', '1 Nerea*: ¿Lleva filtro?\n2 Inés: Sí.\n3 Nerea: ¿De papel?', '1 done, 3 open'],
  [
    'they thank after our answer',
    '1 Nerea*: ¿Lleva filtro?\n2 Inés: Sí.\n3 Aitor: El mío no.\n4 Nerea: Gracias, Inés',
    '1 done, 4 done',
  ],
  [
    'they go on to somebody else',
    '1 Nerea*: ¿Lleva filtro?\n2 Inés: Sí.\n3 Aitor: El mío no.\n4 Nerea: [Aitor: El mío no] Qué raro, Aitor.',
    '1 waiting',
  ],
  [
    'they quote us',
    '1 Inés: Este mes sale la Faro 3 en verde y en azul.\n2 Aitor: Bien.\n3 Nerea: [Inés: la Faro 3 en verde] ¿Y en rojo?',
    '3 open',
  ],
  [
    'two questions of one person, one answer',
    '1 Nerea*: ¿Lleva filtro?\n2 Nerea*: ¿Y tapa?\n3 Inés: Las dos cosas.',
    '1 waiting, 2 waiting',
  ],
];

const ASKED: Case[] = [
  [
    'what we asked for, with thanks',
    '1 Nerea*: ¿Qué anclaje pido?\n2>1 Inés: Si me dices cuánto pesan te lo digo.\n3>2 Nerea: 15 y 24 kilos. Gracias por contestar tan claro.',
    '1 done, 3 open',
  ],
  [
    'what we asked for, with thanks (en)',
    '1 Wren*: Any test ride?\n2>1 Inés: Every Saturday; tell me your city.\n3>2 Wren: Bristol! And thank you, that is really helpful.',
    '1 done, 3 open',
  ],
  ['thanks alone', '1 Nerea*: ¿Qué anclaje pido?\n2>1 Inés: ¿Cuánto pesan?\n3>2 Nerea: Gracias', '1 done, 3 done'],
  [
    'a welcome by name, in a flat thread, is to that person',
    '1 Nerea*: ¿Por dónde empiezo?\n2 Aitor: Por un buen candado.\n3 Inés: Bienvenida, Nerea. Te paso la guía.',
    '1 waiting',
  ],
  [
    'regrets by name',
    '1 Nerea*: No llega\n2 Aitor: A mí tampoco.\n3 Inés: Lo siento, Nerea. Sale mañana.',
    '1 waiting',
  ],
];

const EDGES: Case[] = [
  ['taken down', '1 Nerea*: (deleted)', '1 done'],
  ['taken down (es)', '1 Nerea*: Comentario eliminado.', '1 done'],
  ['a mention within an answer to another', '1 Nerea: ¿Qué compro?\n2>1 Aitor*: La Faro 2 de Lumbrera.', '2 open'],
  [
    'cross-posted, answered once',
    '1#a Nerea*: Me ha llegado la Faro 2 sin tapa, ¿qué hago?\n2#b Nerea*: Me ha llegado la Faro 2 sin tapa, ¿qué hago?\n3#a>1 Inés: Te mandamos una.',
    '1 waiting, 2 waiting',
  ],
  [
    'cross-posted (en), answered once',
    '1#a Wren*: My Faro 2 came without a lid, what now?\n2#b Wren*: My Faro 2 came without  a lid, what now?\n3#b>2 Inés: We send one.',
    '1 waiting, 2 waiting',
  ],
  [
    'said again after our answer, it waits',
    '1#a Nerea*: Me ha llegado la Faro 2 sin tapa, ¿qué hago?\n2#a>1 Inés: Te mandamos una.\n3#b Nerea*: Me ha llegado la Faro 2 sin tapa, ¿qué hago?',
    '1 waiting, 3 open',
  ],
  [
    'the same short words elsewhere are not a copy',
    '1#a Nerea*: ¿Cuándo?\n2#b Nerea*: ¿Cuándo?\n3#a>1 Inés: El jueves.',
    '1 waiting, 2 open',
  ],
  ['a parent not heard', '2>1 Nerea*: ¿Y la tapa?', '2 open'],
  [
    'their long story under our post',
    '1 Inés: Contadnos.\n2>1 Nerea: La compré en mayo y al tercer café empezó a gotear por debajo, despacio al principio.',
    '2 open',
  ],
  ['follow-up before any answer', '1 Nerea*: ¿Lleva filtro?\n2>1 Nerea*: ¿Y es de papel?', '1 open, 2 open'],
  [
    'an answer to the follow-up answers both',
    '1 Nerea*: ¿Lleva filtro?\n2>1 Nerea*: ¿Y es de papel?\n3>2 Inés: De papel.',
    '1 waiting, 2 waiting',
  ],
  [
    'an answer to the first leaves a later one beside it',
    '0 Aitor: Hilo\n1>0 Nerea*: ¿Lleva filtro?\n2>0 Nerea*: ¿Y tapa?\n3>1 Inés: De papel.',
    '1 waiting, 2 open',
  ],
];

describe.each([
  ['who spoke last', SPOKE_LAST],
  ['thanks and goodbyes owe nothing', CLOSED],
  ['thanks that are none', NOT_CLOSED],
  ['where no post says what it answers', FLAT],
  ['when we asked', ASKED],
  ['edges', EDGES],
])('%s', (_, cases) => {
  it.each(cases)('%s', (_name, script, expected) => {
    expect(standing(talk(script))).toBe(expected);
  });
});

it('there are at least sixty labelled cases', () => {
  expect([SPOKE_LAST, CLOSED, NOT_CLOSED, FLAT, ASKED, EDGES].flat().length).toBeGreaterThanOrEqual(60);
});

describe('edited', () => {
  const script = '1 Nerea*: Mi Faro gotea.\n2>1 Inés: Te escribimos.';
  function edited(text: string, seenAt: number): Post[] {
    return talk(script).map((post) =>
      post.key.endsWith(':1')
        ? { ...post, text, history: [{ text: 'Mi Faro gotea.', seenAt }], asOf: { worded: seenAt + 1 } }
        : post,
    );
  }

  it.each([
    [
      'something to answer, added after our answer',
      'Mi Faro gotea. EDIT: y ahora tampoco enciende, ¿qué hago?',
      3,
      'open',
    ],
    ['a correction', 'Mi Faro gotea!', 3, 'waiting'],
    ['"EDIT: solved"', 'Mi Faro gotea. EDIT: solucionado, gracias', 3, 'waiting'],
    ['before our answer', 'Mi Faro gotea. EDIT: y ahora tampoco enciende, ¿qué hago?', 1, 'waiting'],
  ])('%s', (_, text, hours, expected) => {
    expect(turns(edited(text, hours * HOUR)).get('foro.example:1')?.state).toBe(expected);
  });
});

describe('since when', () => {
  const at = (script: string, id: string): number => (turns(talk(script)).get(`foro.example:${id}`)?.since ?? 0) / HOUR;

  it('they wait since they wrote', () => {
    expect(at('1 Nerea*: ¿Cuándo?\n2>1 Aitor: Eso.', '1')).toBe(1);
  });
  it('we wait since our last answer', () => {
    expect(at('1 Nerea*: ¿Cuándo?\n2>1 Inés: Pronto.\n3>2 Iker: El jueves.', '1')).toBe(3);
  });
});

describe('what was read between the lines', () => {
  const reading = (reason: ReplyReason, value = false): Reading => ({
    key: 'foro.example:1',
    fingerprint: 'x',
    version: '1',
    lang: 'es',
    tone: { label: null, confidence: 0, scores: { positive: 0, neutral: 1, negative: 0 } },
    intents: {},
    needsReply: { value, confidence: 0.9, reason },
    evidence: [],
  });
  const state = (script: string, reason: ReplyReason): string | undefined => {
    const posts = talk(script);
    return turns(posts, new Map([['foro.example:1', reading(reason)]])).get('foro.example:1')?.state;
  };

  it.each([
    ['spam', '1 Nerea*: Gane dinero con la Faro 2', 'spam', 'done'],
    ['thanks that words alone do not show', '1 Nerea*: Me habéis alegrado el lunes', 'thanksOnly', 'done'],
    ['thanks with a question in it', '1 Nerea*: Me habéis alegrado el lunes, ¿cuándo abrís?', 'thanksOnly', 'open'],
    ['a mention in passing', '1 Nerea*: Hoy café en la Faro 2', 'nothingAsked', 'done'],
  ] as [string, string, ReplyReason, string][])('%s', (_, script, reason, expected) => {
    expect(state(script, reason)).toBe(expected);
  });

  it('a word to us waits even when it asks nothing', () => {
    const posts = talk('0 Inés: Hola.\n1>0 Nerea: Pues a mí la Faro 2 me parece cara.');
    expect(turns(posts, new Map([['foro.example:1', reading('nothingAsked')]])).get('foro.example:1')?.state).toBe(
      'open',
    );
  });
});

it('advertising is not conversation', () => {
  expect(turns([stored('1', { mention: 1, sponsored: true })]).size).toBe(0);
});

it('a page without times: an answer never stands before what it answers', () => {
  const posts = talk('1 Nerea*: ¿Cuándo?\n2>1 Inés: El jueves.').map((post) => ({
    ...post,
    at: post.key.endsWith('1') ? 9 * HOUR : HOUR,
  }));
  expect(turns(posts).get('foro.example:1')?.state).toBe('waiting');
});

it('five thousand answers deep, it neither overflows nor stalls', () => {
  const posts = Array.from({ length: 5_000 }, (_, i) =>
    stored(String(i), {
      at: i,
      parentKey: i ? `foro.example:${i - 1}` : null,
      author: { name: `p${i % 40}`, handle: `p${i % 40}`, url: null },
      ours: i % 40 === 0 ? 1 : 0,
      mention: i % 7 === 0 && i % 40 !== 0 ? 1 : 0,
    }),
  );
  const started = performance.now();
  expect(turns(posts).size).toBeGreaterThan(100);
  expect(performance.now() - started).toBeLessThan(5_000);
});
