/** Numbers as sites show them: "1.2K", "3 mil", "1,234", "2,5 Mio.". */

const SCALES: [RegExp, number][] = [
  [/^(k|mil|tsd|тыс|тис|rb|bin|mila|tys|千)/i, 1e3],
  [/^(m|mm|mi|mill?|mio|mn|млн|mln)(?![a-z])/i, 1e6],
  [/^(millones|million|milhoes|milhões|milioni)/i, 1e6],
  [/^(b|bn|mrd|млрд)(?![a-z])/i, 1e9],
  [/^[万萬만]/, 1e4],
];

/** The first number of the text, or undefined where there is none. */
export function parseCount(text: string | null | undefined): number | undefined {
  const match = /(\d[\d.,'’\u00a0\u202f ]*)\s*([\p{L}]*)/u.exec((text ?? '').slice(0, 200));
  if (!match) return undefined;
  const digits = (match[1] as string).replace(/[\s\u00a0\u202f'’]/g, '').replace(/[.,]+$/, '');
  // "3 mil" is a scale, "3 millas" is not: the longest names are tried with the word whole.
  const word = match[2] ?? '';
  const scale = SCALES.find(([name]) => name.exec(word)?.[0].length === word.length && word !== '')?.[1];
  const value = scale ? Number(digits.replace(',', '.')) * scale : plain(digits);
  return Number.isFinite(value) ? Math.round(value) : undefined;
}

/** Separators that group three digits are dropped; any other begins a fraction. */
function plain(digits: string): number {
  if (/^\d{1,3}([.,]\d{3})+$/.test(digits)) return Number(digits.replace(/[.,]/g, ''));
  if (/^\d{1,3}(,\d{2,3})+$/.test(digits)) return Number(digits.replaceAll(',', ''));
  return Number(digits.replace(',', '.'));
}
