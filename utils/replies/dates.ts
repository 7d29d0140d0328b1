/**
 * The days people promise by, in English and Spanish: "tomorrow", "by Friday", "el jueves", "en 24-48 horas", "on 12 March".
 * A few dozen forms said of the near future; a full date library would weigh more than all the rest of this folder.
 */

/** A passage that says when. */
export interface SaidDate {
  start: number;
  end: number;
  /** The last moment it allows, ms: end of the local day, or the exact hour. */
  due: number;
}

const HOUR = 3_600_000;

const NUMBERS: Record<string, number> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, couple: 2, few: 3,
  un: 1, una: 1, uno: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, nueve: 9, diez: 10, unos: 3, unas: 3, par: 2,
}; // biome-ignore format: a table

const WEEKDAYS: Record<string, number> = {
  sunday: 0, monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6,
  domingo: 0, lunes: 1, martes: 2, miércoles: 3, miercoles: 3, jueves: 4, viernes: 5, sábado: 6, sabado: 6,
}; // biome-ignore format: a table

const MONTHS: Record<string, number> = {
  january: 0, february: 1, march: 2, april: 3, may: 4, june: 5, july: 6, august: 7, september: 8, october: 9, november: 10, december: 11,
  jan: 0, feb: 1, mar: 2, apr: 3, jun: 5, jul: 6, aug: 7, sept: 8, sep: 8, oct: 9, nov: 10, dec: 11,
  enero: 0, febrero: 1, marzo: 2, abril: 3, mayo: 4, junio: 5, julio: 6, agosto: 7, septiembre: 8, setiembre: 8, octubre: 9, noviembre: 10, diciembre: 11,
}; // biome-ignore format: a table

const endOfDay = (at: number, days = 0): number => {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, 23, 59, 59).getTime();
};

/** The next such weekday after today; `skip` leaves out the first ("next Monday" said on a Friday is that Monday). */
const weekday = (at: number, name: string): number => {
  const wanted = WEEKDAYS[name.toLowerCase()] ?? 0;
  return endOfDay(at, (wanted - new Date(at).getDay() + 7) % 7 || 7);
};

/** A day and month said without a year: this year's, or next year's once it is long past. */
const dayOfMonth = (at: number, day: number, month: number): number | null => {
  if (day < 1 || day > 31) return null;
  const year = new Date(at).getFullYear();
  const due = new Date(year, month, day, 23, 59, 59).getTime();
  return due < at - 180 * 24 * HOUR ? new Date(year + 1, month, day, 23, 59, 59).getTime() : due;
};

const count = (said: string): number => NUMBERS[said.toLowerCase()] ?? Number(said);

const later = (at: number, said: string, unit: string): number => {
  const amount = count(said);
  if (/^(?:min)/iu.test(unit)) return at + amount * 60_000;
  if (/^h/iu.test(unit)) return at + amount * HOUR;
  if (/^(?:d|business|working)/iu.test(unit)) return endOfDay(at, amount);
  if (/^(?:w|s)/iu.test(unit)) return endOfDay(at, amount * 7);
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth() + amount, day.getDate(), 23, 59, 59).getTime();
};

const AMOUNT = String.raw`(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|un[ao]?s?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|(?:a )?(?:couple|few)(?: of)?|un par de)`;
const UNIT =
  '(min(?:ute|uto)?s?|hours?|hrs?|horas?|h|(?:business |working )?days?|días?(?: hábiles| laborables)?|dias?|weeks?|semanas?|months?|meses|mes)';
const WEEKDAY =
  '(sunday|monday|tuesday|wednesday|thursday|friday|saturday|domingo|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado)';
const MONTH = `(${Object.keys(MONTHS).join('|')})`;
const EDGE = String.raw`(?<![\p{L}\p{N}])`;
const TAIL = String.raw`(?![\p{L}\p{N}])`;

type Rule = [pattern: string, due: (at: number, found: RegExpMatchArray) => number | null];

/** First rule that matches at a place wins; longer phrases come first. */
const RULES: Rule[] = [
  ['pasado mañana|(?:the )?day after tomorrow', (at) => endOfDay(at, 2)],
  [
    String.raw`(?:in|within|en|dentro de|in the next|over the next|en las próximas|en los próximos)\s+(?:(?:less than|menos de|about|unas|unos)\s+)?(?:\d{1,3}\s?(?:-|–|to|a|o|or)\s?)?${AMOUNT}\s+${UNIT}`,
    (at, found) => later(at, (found[1] ?? '').replace(/^a (?=couple|few)| of$|^un (?=par)| de$/gu, ''), found[2] ?? ''),
  ],
  [
    String.raw`(?:\d{1,3}\s?(?:-|–|/)\s?)?(\d{1,3})\s?(?:h|hrs?|hours|horas)`,
    (at, found) => at + Number(found[1]) * HOUR,
  ],
  [
    'tomorrow(?: (?:morning|afternoon|evening|night))?|mañana(?: (?:por la (?:mañana|tarde|noche)|mismo|a primera hora))?',
    (at) => endOfDay(at, 1),
  ],
  [
    'today|tonight|this (?:morning|afternoon|evening)|later today|hoy(?: mismo)?|esta (?:tarde|noche|mañana)|a última hora|(?:by )?(?:the )?end of (?:the )?day|eod|antes de que acabe el día',
    (at) => endOfDay(at),
  ],
  [
    '(?:by |before |at )?(?:the )?end of (?:the|this) week|this week|(?:a |para |antes de )?(?:finales|fin|final) de(?: esta)? semana|esta(?: misma)? semana',
    (at) => endOfDay(at, (7 - (new Date(at).getDay() || 7)) % 7),
  ],
  [
    'next week|(?:la )?(?:semana que viene|próxima semana|semana próxima)',
    (at) => endOfDay(at, 14 - (new Date(at).getDay() || 7)),
  ],
  [
    '(?:by |before |at )?(?:the )?end of (?:the|this) month|this month|(?:a |para |antes de )?(?:finales|fin|final) de(?: este)? mes|este mes',
    (at) => {
      const day = new Date(at);
      return new Date(day.getFullYear(), day.getMonth() + 1, 0, 23, 59, 59).getTime();
    },
  ],
  [
    'next month|(?:el )?(?:mes que viene|próximo mes)',
    (at) => {
      const day = new Date(at);
      return new Date(day.getFullYear(), day.getMonth() + 2, 0, 23, 59, 59).getTime();
    },
  ],
  [
    String.raw`${WEEKDAY},? (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: (?:de |of )?${MONTH})?`,
    (at, found) =>
      found[3] ? dayOfMonth(at, Number(found[2]), MONTHS[found[3].toLowerCase()] ?? 0) : weekday(at, found[1] ?? ''),
  ],
  [
    String.raw`(\d{1,2})(?:st|nd|rd|th)?(?: de| of)? ${MONTH}`,
    (at, found) => dayOfMonth(at, Number(found[1]), MONTHS[(found[2] ?? '').toLowerCase()] ?? 0),
  ],
  [
    String.raw`${MONTH} (\d{1,2})(?:st|nd|rd|th)?`,
    (at, found) => dayOfMonth(at, Number(found[2]), MONTHS[(found[1] ?? '').toLowerCase()] ?? 0),
  ],
  [
    String.raw`(\d{1,2})(?:/|\.(?=\d{1,2}\.20\d\d))(\d{1,2})(?:[/.](?:20)?\d{2})?`,
    (at, found) => (Number(found[2]) <= 12 ? dayOfMonth(at, Number(found[1]), Number(found[2]) - 1) : null),
  ],
  [
    String.raw`(?:(?:by|on|this|next|before|until|el|este|próximo|próxima|para el|antes del)\s+)*${WEEKDAY}(?: que viene| próximo| (?:morning|afternoon|evening|por la (?:mañana|tarde)))?`,
    (at, found) => weekday(at, found[1] ?? ''),
  ],
  [
    String.raw`monthly|el día (\d{1,2})`,
    (at, found) => {
      const day = new Date(at);
      const wanted = Number(found[1]);
      if (!wanted || wanted > 31) return null;
      return new Date(
        day.getFullYear(),
        day.getMonth() + (wanted < day.getDate() ? 1 : 0),
        wanted,
        23,
        59,
        59,
      ).getTime();
    },
  ],
];
const COMPILED = RULES.map(([pattern, due]) => ({ pattern: new RegExp(`${EDGE}(?:${pattern})${TAIL}`, 'giu'), due }));
/** The morning of a day already named, and habits, are no dates: "por la mañana", "every Monday", "los lunes". */
const NOT_A_DATE = /(?:por la|de la|a la|cada|los|every|each|las)\s+$/iu;

/** Who names a day does it sooner. */
const LONGEST = 8_000;

/** Every passage that says when, in order, without overlaps. */
export function findDates(text: string, at: number): SaidDate[] {
  const found: SaidDate[] = [];
  for (const { pattern, due } of COMPILED) {
    for (const match of text.slice(0, LONGEST).matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      if (NOT_A_DATE.test(text.slice(Math.max(0, start - 8), start)) && !/^(?:pr[óo]xim|\d)/iu.test(match[0])) continue;
      const moment = due(at, match);
      if (moment !== null && Number.isFinite(moment)) found.push({ start, end, due: moment });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
