/** What a language must bring to compose openings. `{name}`, `{topic}`, and gaps: `{_answer}` (see `blank-words.ts`). */

/** What an opening does, by what was read. */
export type Act =
  | 'question'
  | 'problem'
  | 'complaint'
  | 'request'
  | 'leaving'
  | 'buying'
  | 'praise'
  | 'thanks'
  | 'other';

/** How the writer sounds: the acknowledgement follows it. */
export type Mood = 'calm' | 'upset';

/** The first fits when the topic is known, the second when not. */
export interface Wordings {
  about: readonly string[];
  plain: readonly string[];
}

export interface Templates {
  greetNamed: readonly string[];
  greet: readonly string[];
  acknowledge: Record<Act, Record<Mood, Wordings>>;
  /** One honest next step, with a gap for what only the human knows. */
  next: Record<Act, readonly string[]>;
  /** Put before the next step where the writer is in a hurry. */
  urgent: string;
}

/** A language in which only greeting and thanks are written here; the rest is one gap. */
export interface ShortTemplates {
  greetNamed: string;
  greet: string;
  thanks: string;
  welcome: string;
}
