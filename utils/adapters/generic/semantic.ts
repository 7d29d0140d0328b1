/** Posts that the page itself calls posts: schema.org as microdata or RDFa, microformats2, ARIA and `article`. */
import type { Page } from '../contract';
import { textOf } from '../dom';

export interface Called {
  items: Element[];
  kind: 'post' | 'review' | undefined;
  /** What the word for it is worth: schema.org says more than `article`. */
  trust: number;
}

const WORDS: { selector: string; kind?: 'review'; trust: number }[] = [
  {
    selector: typed([
      'Comment',
      'UserComments',
      'Answer',
      'Question',
      'DiscussionForumPosting',
      'SocialMediaPosting',
      'CorrectionComment',
    ]),
    trust: 2,
  },
  { selector: typed(['Review', 'UserReview', 'CriticReview']), kind: 'review', trust: 2 },
  { selector: '[itemprop~="comment"][itemscope],[rel~="schema:comment"],[property~="comment"][typeof]', trust: 2 },
  { selector: '.h-entry', trust: 1.2 },
  { selector: '.h-cite.u-comment,.h-cite.p-comment,.u-comment,.p-comment,.h-cite', trust: 1.5 },
  { selector: '[role="comment"]', trust: 2 },
  { selector: '[role="feed"]>*,[role="feed"] [role="article"],[role="article"]', trust: 0.5 },
  { selector: 'article', trust: 0 },
];

function typed(names: string[]): string {
  return names
    .flatMap((name) => [
      `[itemtype$="/${name}"]`,
      `[typeof~="${name}"]`,
      `[typeof~="schema:${name}"]`,
      `[typeof~="sioc:${name}"]`,
    ])
    .join(',');
}

export function calledPosts(root: ParentNode): Called[] {
  const called: Called[] = [];
  for (const { selector, kind, trust } of WORDS) {
    const items = [...root.querySelectorAll(selector)];
    if (items.length >= (trust >= 1 ? 1 : 2)) called.push({ items, kind, trust });
  }
  return called;
}

/** Who writes this place, where its posts do not say: the page's own card, or its `rel=author`. */
export function hostOf(page: Page): { name: string; href: string | null } | null {
  return page.memo('host', () => {
    for (const card of page.document.querySelectorAll('.h-card,[rel~="author"]')) {
      if (card.closest('.h-cite')) continue;
      const name = textOf(card, '.p-name') || (card.childElementCount < 4 ? textOf(card) : '');
      const link = card.matches('a[href]') ? card : (card.querySelector('a.u-url[href],a[href]') ?? null);
      if (name && name.length < 80) return { name, href: link?.getAttribute('href') ?? null };
    }
    const name = page.document.querySelector('meta[name="author"]')?.getAttribute('content')?.trim();
    return name ? { name, href: null } : null;
  });
}
