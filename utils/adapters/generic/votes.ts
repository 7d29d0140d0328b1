/** What speaks for a place of a list's items, over a sample of them. */

export interface Vote {
  items: number;
  score: number;
  texts: Set<string>;
  hrefs: Set<string>;
}

export function voteOf(votes: Map<number, Vote>, place: number): Vote {
  let vote = votes.get(place);
  if (!vote) {
    vote = { items: 0, score: 0, texts: new Set(), hrefs: new Set() };
    votes.set(place, vote);
  }
  return vote;
}

export function ranked(votes: Map<number, Vote>, score: (vote: Vote) => number, least: number): [number, number][] {
  const list: [number, number][] = [];
  for (const [place, vote] of votes) {
    const value = score(vote);
    if (value >= least) list.push([place, value]);
  }
  return list.sort((a, b) => b[1] - a[1]);
}
