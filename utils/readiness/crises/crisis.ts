/** An invented crisis: people, words and moments nobody lived. */
export interface Crisis {
  id: string;
  lang: 'en' | 'es';
  title: string;
  lines: {
    name: string;
    text: string;
    /** From the first message on. */
    minute: number;
    /** Whom it replies to. */
    to?: string;
    /** It waits for us. */
    asks?: true;
    /** What they might say if nobody who listens answers. */
    next?: string;
  }[];
}
