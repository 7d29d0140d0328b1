/** Labelled conversations: without reply structure, after we asked, and at the edges. */
import type { Case } from './turn-cases';

export const FLAT: Case[] = [
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

export const ASKED: Case[] = [
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

export const EDGES: Case[] = [
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
