/** Labelled conversations in which every post says what it answers. Script, then every post that concerns us and where it stands. */
export type Case = [name: string, script: string, expected: string];

export const SPOKE_LAST: Case[] = [
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

export const CLOSED: Case[] = [
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

export const NOT_CLOSED: Case[] = [
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
