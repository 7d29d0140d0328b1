/** What others offer for the same questions: word lists for tone, small detectors for language. Devices of the bench only. */
import { eld } from 'eld/extrasmall';
import { franc } from 'franc-min';
import Sentiment from 'sentiment';
import { detect as tinyld } from 'tinyld/light';
import vader from 'vader-sentiment';
import wink from 'wink-sentiment';

const CODES = { eng: 'en', spa: 'es', por: 'pt', fra: 'fr', deu: 'de', ita: 'it' };
const SIX = Object.keys(CODES);
const SHORT = Object.values(CODES);
const sentiment = new Sentiment();

/** A sign as a tone; `edge`: from where a score says something, as its authors advise. */
const bySign = (score, edge) => (score >= edge ? 'positive' : score <= -edge ? 'negative' : 'neutral');

/** @type {Record<string, (text: string) => string>} */
export const TONE_PEERS = {
  'vader-sentiment': (text) => bySign(vader.SentimentIntensityAnalyzer.polarity_scores(text).compound, 0.05),
  sentiment: (text) => bySign(sentiment.analyze(text).score, 1),
  'wink-sentiment': (text) => bySign(wink(text).score, 1),
};

eld.setLanguageSubset(SHORT);

/** Told the six languages wherever they let themselves be told. */
/** @type {Record<string, (text: string) => string>} */
export const LANGUAGE_PEERS = {
  'franc-min': (text) => CODES[franc(text, { minLength: 1, only: SIX })] ?? 'und',
  'tinyld light': (text) => tinyld(text, { only: SHORT }) || 'und',
  'eld extrasmall': (text) => eld.detect(text).language || 'und',
};
