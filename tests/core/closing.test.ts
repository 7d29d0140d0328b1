import { describe, expect, it } from 'vitest';
import { asksBack, closingOf } from '../../utils/core/closing';

describe('after an answer, these end the exchange', () => {
  it.each([
    ['Gracias', 'thanks'],
    ['¡¡Muchísimas gracias por todo, sois los mejores!!', 'thanks'],
    ['Vale, gracias', 'thanks'],
    ['Ok, mañana lo pruebo. Gracias!', 'thanks'],
    ['Gracias a vosotros por escuchar', 'thanks'],
    ['Se agradece', 'thanks'],
    ['Ya funciona', 'solved'],
    ['Solucionado, era el cable', 'solved'],
    ['Gracias por resolver el problema tan rápido', 'thanks'],
    ['Perfecto', 'agrees'],
    ['Un saludo a todos', 'goodbye'],
    ['De nada', 'agrees'],
    ['👍', 'agrees'],
    ['thx!!', 'thanks'],
    ['Thank you so much, you guys are great', 'thanks'],
    ['cheers mate', 'thanks'],
    ['Thanks for fixing this so fast', 'thanks'],
    ["That did the trick, can't thank you enough", 'solved'],
    ['No worries, thanks anyway', 'thanks'],
    ['Got it.', 'agrees'],
    ['Appreciate it', 'thanks'],
    ['Obrigada pela ajuda!', 'thanks'],
    ['Valeu, funcionou', 'solved'],
    ["Merci beaucoup pour votre aide, c'est réglé", 'solved'],
    ['Danke euch, schönes Wochenende', 'thanks'],
    ['Grazie mille per la pazienza', 'thanks'],
    ['Tardasteis lo vuestro, pero gracias', 'thanks'],
  ])('%s', (text, expected) => {
    expect(closingOf(text, 'answered')).toBe(expected);
  });
});

describe('these do not', () => {
  it.each([
    ['Gracias por nada'],
    ['Muchas gracias por ignorarme tres semanas'],
    ['Gracias, ¿y cuándo llega?'],
    ['Gracias. Cuándo llega'],
    ['Gracias, pero no me sirve'],
    ['Gracias aunque sigue sin cargar'],
    ['Ok pero todavía no me habéis devuelto el dinero'],
    ['Gracias de antemano'],
    ['Ya no funciona'],
    ['Vale, ¿y ahora?'],
    ['Vale, lo he reiniciado y ahora sale una pantalla azul con letras'],
    ['No, gracias a vosotros he perdido el vuelo'],
    ['Thanks for nothing'],
    ['Thanks but it still crashes'],
    ["Thanks, that didn't help"],
    ['thanks in advance'],
    ['Thanks! Could you also check order 12'],
    ['Great, another three weeks of waiting'],
    ["It works now but the other one doesn't"],
    ['Obrigado, mas ainda não funciona'],
    ['Merci mais ça ne marche toujours pas'],
    ['Danke, geht leider immer noch nicht'],
    ['Grazie ma non funziona'],
    ["Merci d'avance"],
    ['La Faro 2 de Lumbrera.'],
    ['😡'],
    ['???'],
    [''],
    [`Gracias. ${'Os cuento lo que me pasó el martes por la tarde en la tienda. '.repeat(12)}`],
  ])('%s', (text) => {
    expect(closingOf(text, 'answered')).toBeNull();
  });
});

it('in a message that opens an exchange, thanks may be said ahead', () => {
  expect(closingOf('Os paso mi pedido por aquí, el 1234, gracias', 'first')).toBeNull();
  expect(closingOf('Muchas gracias, Lumbrera', 'first')).toBe('thanks');
});

describe('when we asked for something, what stands beside the thanks is the answer', () => {
  it.each([
    ['15 y 24 kilos. Gracias por contestar tan claro.', null],
    ['Bristol! And thank you, that is really helpful.', null],
    ['Gracias', 'thanks'],
    ['Thanks a lot, Teo', 'thanks'],
    ['Ya funciona, era el cable, gracias', 'solved'],
    ['Vale', 'agrees'],
  ])('%s', (text, expected) => {
    expect(closingOf(text, 'asked')).toBe(expected);
  });

  it.each([
    ['¿Qué versión tienes?', true],
    ['Si me dices cuánto pesan te digo qué anclaje pedir.', true],
    ['Tell me your city and I will find the nearest.', true],
    ['Send us a photo and I will sort it out.', true],
    ['Si sigue igual, dímelo.', false],
    ['If the ghost stays, tell me and we will post you new ones.', false],
    ['Cualquier duda, por aquí andamos.', false],
    ['Sale el jueves.', false],
  ])('%s: %s', (text, expected) => {
    expect(asksBack(text)).toBe(expected);
  });
});

it('takes no longer than the text deserves', () => {
  const nasty = [
    'gracias '.repeat(75),
    'no '.repeat(200),
    "can't ".repeat(100),
    'a'.repeat(600),
    ' '.repeat(600),
    'muchas '.repeat(85),
  ];
  const started = performance.now();
  for (const text of nasty) closingOf(text, 'answered');
  expect(performance.now() - started).toBeLessThan(200);
});
