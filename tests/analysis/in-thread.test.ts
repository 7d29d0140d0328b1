/** Whom a post speaks to decides whether it is ours to answer: labelled by hand, Spanish and English. */
import { describe, expect, it } from 'vitest';
import { type Addressee, addresseeOf } from '../../utils/analysis/addressee';
import { makeLens } from '../../utils/core/derive';
import type { Quote } from '../../utils/core/post';
import { reader } from './model';

const BRANDS = ['Lumbrera', 'Café del Puerto'];
const US = { lens: makeLens({ us: [{ site: null, handle: 'lumbrera' }], brands: BRANDS }, []), brands: BRANDS };
const MARTA = { author: { name: 'Marta Quiroga', handle: 'marta_q', url: null } };

interface Said {
  text: string;
  quotes?: Quote[];
  mentions?: string[];
  /** It answers Marta's post. */
  toMarta?: boolean;
}
const addressee = ({ toMarta, ...post }: Said, us = US): Addressee =>
  addresseeOf({ site: 'foro.example', ...post }, us, toMarta ? MARTA : undefined);

describe('whom a post calls', () => {
  it.each<[Addressee, Said]>([
    ['us', { text: '@lumbrera ¿abrís hoy?' }],
    ['us', { text: 'Hola, @Lumbrera, ¿abrís hoy?' }],
    ['us', { text: '@marta_q @lumbrera lo mismo me pasa' }],
    ['us', { text: 'Ya le he escrito a @lumbrera dos veces' }],
    ['us', { text: 'Lumbrera, ¿qué os pasa hoy?' }],
    ['us', { text: 'Hey Lumbrera! are you open?' }],
    ['us', { text: '¡Hola, Café del Puerto! ¿tenéis mesa?' }],
    ['us', { text: '@lumbrera_oficial no carga la web' }],
    ['us', { text: 'no es así', quotes: [{ author: 'lumbrera', text: 'Cerramos a las ocho' }] }],
    ['us', { text: '¿y los sábados?', mentions: ['@lumbrera'] }],
    ['others', { text: '@marta_q ¿dónde la compraste?' }],
    ['others', { text: 'Hola @marta_q! where did you get it?' }],
    ['others', { text: 'Marta, ¿dónde la compraste?', toMarta: true }],
    ['others', { text: 'Gracias, Marta!', toMarta: true }],
    ['others', { text: 'Hi Marta, which size did you take?', toMarta: true }],
    ['others', { text: 'Marta Quiroga: thank you', toMarta: true }],
    [null, { text: '¿Abrís hoy?' }],
    [null, { text: 'Marta, ¿dónde la compraste?' }],
    [null, { text: 'Vaya, otra vez cerrado', toMarta: true }],
    [null, { text: 'escribidme a hola@marta.example' }],
    [null, { text: 'la vi en la cuenta de @marta_q y me gustó' }],
    [null, { text: 'no es así', quotes: [{ author: 'Marta Quiroga', text: 'Cierran a las ocho' }] }],
  ])('%s: %o', (expected, post) => {
    expect(addressee(post)).toBe(expected);
  });

  it('does not take a call for another while nobody said which accounts are ours', () => {
    const nobody = { lens: makeLens({ us: [], brands: [] }, []), brands: [] };
    expect(addressee({ text: '@lumbrera_es ¿abrís hoy?' }, nobody)).toBeNull();
  });

  it('survives any text', () => {
    for (const text of ['', '@', '@@@', '¿', ','.repeat(5_000), 'a '.repeat(5_000), '@'.repeat(5_000)]) {
      expect(['us', 'others', null]).toContain(addressee({ text }));
    }
  });
});

type Parent = 'ours' | 'theirs' | 'none';
const PARENTS = {
  ours: { parent: { text: 'Prueba a reiniciarla y nos cuentas. / Try to restart it and tell us.', ours: true } },
  theirs: { parent: { text: 'La mía también va lenta. / Mine is slow too.', ours: false } },
  none: {},
};

describe('whether it is ours to answer', () => {
  const needs = (text: string, parent: Parent, to: Addressee = null, addressesUs = false) =>
    reader.read({ text, ...PARENTS[parent], addressee: to, addressesUs }).needsReply;

  it.each<[boolean, string, Parent, Addressee]>([
    // To others, or to us, with the same words.
    [false, '@marta_q ¿dónde la compraste?', 'none', 'others'],
    [true, '@lumbrera ¿dónde la compro?', 'none', 'us'],
    [false, '@marta_q where did you buy it?', 'theirs', 'others'],
    [true, '@lumbrera where can I buy it?', 'theirs', 'us'],
    [false, 'Marta, ¿me puedes pasar la receta?', 'theirs', 'others'],
    [true, 'Lumbrera, ¿me podéis pasar la receta?', 'theirs', 'us'],
    [true, '@marta_q @lumbrera a mí tampoco me funciona', 'theirs', 'us'],
    [true, '@lumbrera the app crashes here too', 'theirs', 'us'],
    [false, '@marta_q does it fit a 30 cm shelf?', 'ours', 'others'],
    [false, 'qué bonito te ha quedado', 'theirs', null],
    [false, 'how old is she?', 'theirs', null],
    // After our answer.
    [false, 'gracias', 'ours', null],
    [false, 'Muchísimas gracias, un saludo', 'ours', null],
    [false, 'thanks, that did it', 'ours', null],
    [false, 'ok perfecto, ya funciona', 'ours', null],
    [true, 'gracias por nada', 'ours', null],
    [true, 'thanks for nothing', 'ours', null],
    [true, 'gracias, pero sigue igual', 'ours', null],
    [true, 'thanks but it still crashes', 'ours', null],
    [true, 'Gracias. ¿Y para Android?', 'ours', null],
    [true, 'ya lo hice y nada', 'ours', null],
    [true, 'tried that, no luck', 'ours', null],
    // What is quoted was said by somebody else.
    [false, '> ¿Alguien sabe si abren?\nYo tampoco he ido nunca', 'theirs', null],
    [false, '> the app crashes all the time\nnot for me, works fine', 'theirs', null],
    [false, '> No funciona nada, qué vergüenza\nGracias por la solución', 'ours', null],
    [true, '> Gracias por todo\n¿Y cuándo abrís mañana?', 'none', null],
  ])('%s: %s (%s, %s)', (expected, text, parent, to) => {
    expect(needs(text, parent, to).value).toBe(expected);
  });

  it('says that it is not for us', () => {
    expect(needs('@marta_q ¿dónde la compraste?', 'theirs', 'others').reason).toBe('notForUs');
  });

  it('still hears of trouble with us that is told to another', () => {
    const text = '@marta_q a mí Lumbrera me cobró dos veces y nadie contesta, qué vergüenza';
    expect(needs(text, 'theirs', 'others', true).value).toBe(true);
    expect(needs(text, 'theirs', 'others', false).value).toBe(false);
  });
});
