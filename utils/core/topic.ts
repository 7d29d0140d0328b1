/** What a post is about: names, products, hashtags and links in it. */
export const TOPIC_KINDS = ['person', 'place', 'organisation', 'product', 'name', 'hashtag', 'link', 'thing'] as const;
export type TopicKind = (typeof TOPIC_KINDS)[number];

export interface Topic {
  /** `name`: a proper name of what is not known; `thing`: what is spoken of, by no name. */
  kind: TopicKind;
  text: string;
  /** UTF-16 offsets of where it is first said. */
  start: number;
  end: number;
}
