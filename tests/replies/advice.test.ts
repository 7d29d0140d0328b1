import { describe, expect, it } from 'vitest';
import type { Post } from '../../utils/core/post';
import { adviceFor, adviseOn } from '../../utils/replies/advice';
import { ReplyMemory } from '../../utils/replies/memory';
import { holdsPersonalData } from '../../utils/replies/personal';
import { suggest } from '../../utils/replies/suggest';
import { context, NOW, post, reading } from './make';

const ours = (more: Partial<Post>) =>
  post('Hi Elsa, done.', { ours: 1, authorKey: 'forum.example:us', at: NOW - 1_000, ...more });

describe('when not to answer', () => {
  it('somebody of us already did', () => {
    const asked = post('Where is my parcel?');
    const answer = ours({ nativeId: '2', parentKey: asked.key });
    expect(adviceFor(context('', { post: asked, thread: [asked, answer] }))).toBe('alreadyAnswered');
    expect(
      adviceFor(context('', { post: asked, thread: [asked, ours({ nativeId: '3', parentKey: 'forum.example:9' })] })),
    ).toBeNull();
  });

  it('two people quarrel', () => {
    const chain = ['You know nothing, idiot', 'Shut up, clown', 'Get a life', 'Liar'].map((text, i) =>
      post(text, {
        nativeId: `${i}`,
        mention: 0,
        parentKey: i ? `forum.example:${i - 1}` : null,
        authorKey: `forum.example:${i % 2 ? 'a' : 'b'}`,
      }),
    );
    const last = chain.at(-1) as Post;
    expect(adviceFor(context('', { post: last, thread: chain }))).toBe('heated');
    const calm = chain.map((one) => ({ ...one, text: 'I tried that too, it worked for me' }));
    expect(adviceFor(context('', { post: calm.at(-1) as Post, thread: calm }))).toBeNull();
  });

  it('we are one of the two: no quarrel of others', () => {
    const first = post('This is nonsense');
    const second = ours({ nativeId: '2', parentKey: first.key, at: NOW - 3_000_000 });
    const third = post('Bullshit', { nativeId: '3', parentKey: second.key });
    expect(adviceFor(context('', { post: third, thread: [first, second, third] }))).toBeNull();
  });

  it('thanks, and nothing asked', () => {
    expect(adviceFor(context('Thanks, that worked!'))).toBe('thanksOnly');
    expect(adviceFor(context('¡Gracias, ya funciona!'))).toBe('thanksOnly');
    expect(adviceFor(context('Thanks! And when does it ship?'))).toBeNull();
    const { drafts, advice } = suggest(context('Thanks, that worked!'), new ReplyMemory());
    expect([advice, drafts[0]?.text]).toEqual(['thanksOnly', expect.stringMatching(/welcome|Glad/)]);
  });

  it.each([
    'Only idiots buy these lamps. Change my mind.',
    'Everyone who uses this app is a fool, prove me wrong',
    'I dare you to leave this comment up',
    'A que no tenéis narices de contestar a esto',
    'El que compra esto es un borrego',
    'Apuesto a que lo borráis',
  ])('bait: %s', (text) => {
    expect(adviseOn(context(text)).advice).toBe('bait');
    expect(text.toLowerCase()).toContain(adviseOn(context(text)).ground?.words?.toLowerCase());
  });

  it.each([
    'My lamp is broken and I bet you will delete this',
    'I changed my mind about the lamp, can I return it?',
    'No funciona, a ver si tenéis valor de arreglarlo',
    'People who use the app at night: how do you dim it?',
    'Los que usan la app por la noche, ¿cómo la atenuáis?',
    'This update is terrible',
  ])('no bait: %s', (text) => expect(adviseOn(context(text)).advice).not.toBe('bait'));

  it('nothing asked', () => {
    const read = reading({});
    read.needsReply = { value: false, confidence: 0.9, reason: 'nothingAsked' };
    expect(adviceFor(context('Our street looks nice in winter', { reading: read }))).toBe('nothingAsked');
    expect(adviceFor(context('Does it snow there?', { reading: read }))).toBeNull();
  });

  it('says on what ground', () => {
    const asked = post('Where is my parcel?');
    const answer = ours({ nativeId: '2', parentKey: asked.key, author: { name: 'Nerea', handle: null, url: null } });
    expect(adviseOn(context('', { post: asked, thread: [asked, answer] }))).toEqual({
      advice: 'alreadyAnswered',
      ground: { people: ['Nerea'], at: answer.at },
    });
  });

  it('spam: not a word', () => {
    const { drafts, advice } = suggest(context('Earn $500 a day! Click here https://spam.example'), new ReplyMemory());
    expect({ drafts, advice }).toEqual({ drafts: [], advice: 'spam' });
    const read = reading({ spam: 0.95 });
    read.needsReply = { value: false, confidence: 0.9, reason: 'spam' };
    expect(adviceFor(context('x', { reading: read }))).toBe('spam');
  });

  it('our own post: nothing at all', () => {
    expect(suggest(context('', { post: ours({}) }), new ReplyMemory())).toEqual({ drafts: [], advice: null });
  });
});

describe('personal data', () => {
  it.each([
    'Write to me at elsa.brandt@mail.example please',
    'Mi teléfono es 612 345 678',
    'llamadme al +34 612345678',
    'call me on (415) 555-0134',
    'my card is 4111 1111 1111 1111',
    'DNI 12345678Z',
    'mi NIE es X1234567L',
    'IBAN ES91 2100 0418 4502 0005 1332',
    'Vivo en la calle Mayor 3',
  ])('is seen: %s', (text) => expect(holdsPersonalData(text)).toBe(true));

  it.each([
    'My order is 4431-99',
    'It costs 612.345 euros',
    'Version 5.1.2024 of 20/11/2026',
    'Ticket 1234567890123',
    '@elsab any news?',
    'https://mail.example/a@b.example',
    'Since 2019 I have bought 300 cups',
    '10,000,000 posts in 24 hours',
  ])('is not seen: %s', (text) => expect(holdsPersonalData(text)).toBe(false));
});
