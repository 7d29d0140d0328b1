/** Rows of what is known of Ander, who comments on the page of lamps: what was said, how it sounded, with whom, what is owed. */
import { aPost } from '../../exporting/sample';

const DAY = 86_400_000;
const TONES = ['negative', 'negative', 'neutral', 'mixed', 'positive', 'neutral', 'positive', 'positive'] as const;
const SAID = [
  'Third day without light, and nobody answers me.',
  'It went out again, on the worst bend of all.',
  'Which bracket did you send?',
  'The bracket fits, the cable does not.',
  'Thank you, that was quick!',
  'Thursday, at the bridge?',
  'What a light. You can see the whole hill.',
  'Wonderful, thank you all.',
];

export interface KnownHere {
  posts: object[];
  readings: object[];
  promises: object[];
}

/** @param site as the page is stored; @param authorKey of Ander there; @param now the last of it is a day old */
export function knownHere(site: string, authorKey: string, now: number): KnownHere {
  const post = (id: number, at: number, over: object) => ({
    ...aPost(String(id)),
    key: `${site}:known-${id}`,
    site,
    threadKey: `${site}:known`,
    at,
    postedAt: at,
    ...over,
  });
  const by = (name: string) => ({
    author: { name, handle: null, url: null },
    authorKey: `${site}:${name.toLowerCase()}`,
  });
  const ander = { author: { name: 'Ander Otxoa', handle: null, url: null }, authorKey };
  const when = (place: number) => now - (SAID.length - place) * 9 * DAY;
  const theirs = SAID.map((text, place) => post(place, when(place), { ...ander, text, parentKey: null }));
  const others = [
    { ...by('Berta Solís'), text: 'Here too.', parentKey: theirs[0]?.key },
    { ...by('Berta Solís'), text: 'And again!', parentKey: theirs[1]?.key },
    // A name with a sign in it that turns the letters after it around.
    { ...by('Rune \u202egnaH'), text: 'At the bridge.', parentKey: theirs[5]?.key },
    { ...by('Marta Ríos'), text: 'We have sent you the new bracket.', parentKey: theirs[6]?.key, ours: 1 as const },
  ].map((over, place) => post(100 + place, when(4 + place) + 3_600_000, over));
  return {
    posts: [...theirs, ...others],
    readings: theirs.map(({ key }, place) => ({
      key,
      fingerprint: 'known',
      version: 'known',
      lang: 'en',
      tone: { label: TONES[place], confidence: 0.9, scores: { positive: 0, neutral: 1, negative: 0 } },
      intents: {},
      needsReply: { value: false, confidence: 0.9, reason: 'nothingAsked' },
      evidence: [],
    })),
    promises: [
      {
        id: 'owed',
        reply: others.at(-1)?.key,
        post: theirs[6]?.key,
        threadKey: `${site}:known`,
        site,
        authorKey,
        person: 'Ander Otxoa',
        words: 'We will lend you a lamp.',
        lang: 'en',
        at: now - DAY,
        due: now + 3 * DAY,
        state: 'open',
        settledAt: now - DAY,
      },
    ],
  };
}
