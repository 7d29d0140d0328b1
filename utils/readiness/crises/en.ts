import type { Crisis } from './crisis';

export const CRISES_EN: readonly Crisis[] = [
  {
    id: 'en-outage',
    lang: 'en',
    title: 'The lamps that went dark',
    lines: [
      {
        name: 'Orla Kinsella',
        minute: 0,
        asks: true,
        text: 'My lamp died on the way home, on an unlit road, with the battery showing half. Has this happened to anyone else?',
        next: 'Silence. I walked the last three miles.',
      },
      { name: 'Piotr Zielak', minute: 6, to: 'Orla Kinsella', text: 'Twice this week. I thought it was the cold.' },
      {
        name: 'Hanneke Prins',
        minute: 11,
        asks: true,
        text: 'My daughter rides to school with one of these. Should I take it off tonight?',
        next: 'I took it off. I will not be putting it back.',
      },
      { name: 'Dev Ranganath', minute: 14, text: 'They pushed an update on Tuesday. Of course it is that.' },
      {
        name: 'Dev Ranganath',
        minute: 19,
        asks: true,
        text: 'Can somebody from the company at least say whether you know about it? Yes or no.',
        next: 'So that is a no, then.',
      },
      {
        name: 'Mabel Okoro',
        minute: 25,
        to: 'Dev Ranganath',
        text: 'Give them a minute, it is Sunday. They fixed mine by letter once.',
      },
      {
        name: 'Piotr Zielak',
        minute: 34,
        asks: true,
        text: 'How do I put the old version back? I have the cable.',
        next: 'Found it on a forum. It was not yours.',
      },
      {
        name: 'Orla Kinsella',
        minute: 45,
        asks: true,
        text: 'I do not want a refund. I want you to tell people before somebody gets hurt.',
        next: 'I told the paper instead.',
      },
    ],
  },
  {
    id: 'en-moderation',
    lang: 'en',
    title: 'The post that disappeared',
    lines: [
      {
        name: 'Tamsin Wray',
        minute: 0,
        asks: true,
        text: 'I wrote an honest review yesterday and today it is gone. Did one of you delete it?',
        next: 'I kept a picture of it. It is everywhere now.',
      },
      { name: 'Joaquim Sá', minute: 5, to: 'Tamsin Wray', text: 'Mine vanished too. Two stars, polite, gone.' },
      { name: 'Una Bright', minute: 9, text: 'I am still here with one star, so it cannot be that simple.' },
      {
        name: 'Rafael Stone',
        minute: 16,
        asks: true,
        text: 'If you remove criticism, why should anyone believe the praise?',
        next: 'I stopped believing it.',
      },
      {
        name: 'Tamsin Wray',
        minute: 22,
        asks: true,
        text: 'A straight answer would do: rule, mistake or filter?',
        next: 'None of the three, apparently.',
      },
      { name: 'Joaquim Sá', minute: 31, to: 'Rafael Stone', text: 'Could be the spam filter, I used a link.' },
      {
        name: 'Una Bright',
        minute: 38,
        asks: true,
        text: 'Could you put them back and say so here? People are leaving.',
        next: 'I am leaving as well.',
      },
    ],
  },
];
