/**
 * Pairs of invented accounts, labelled by hand before the rules were tried on them: the same person, or two. As `handle|name`,
 * with what the two have in common beside it.
 */
export interface Pair {
  a: string;
  b: string;
  same: boolean;
  /** Both write this; or one of them each of these. */
  langs?: [string, string];
  /** Hours they write at, UTC: the first and the last. */
  hours?: [[number, number], [number, number]];
  /** One of them wrote the address of the other's profile. */
  link?: boolean;
  /** Their names lead to this one address. */
  profile?: string;
  /** What one of them says of themselves leads to the other. */
  bio?: boolean;
  /** What both say of themselves leads to this one address. */
  bios?: string;
  /** Accounts in all whose profile leads there; 2 where absent. */
  led?: number;
  /** What is on the pictures of both. */
  picture?: string;
  /** They answered each other. */
  talked?: boolean;
  /** On one site. */
  site?: boolean;
  /** Accounts in all that share the handle or name; 2 where absent. */
  shared?: number;
}

const EVENING: [number, number] = [17, 22];
const MORNING: [number, number] = [6, 11];
const es: [string, string] = ['es', 'es'];
const en: [string, string] = ['en', 'en'];
const both: [[number, number], [number, number]] = [EVENING, EVENING];
const apartHours: [[number, number], [number, number]] = [EVENING, MORNING];

export const PAIRS: Pair[] = [
  // The same person.
  { a: 'nereaolmos|Nerea Olmos', b: 'nerea_olmos|Nerea Olmos', same: true },
  { a: 'nereaolmos|Nerea', b: 'nereaolmos|Nerea O.', same: true },
  { a: 'quesodecabra77|Iker', b: 'QuesoDeCabra77|iker a', same: true, langs: es },
  { a: 'devpatel|Dev Patel', b: '|Dev Patel', same: true, langs: en },
  { a: 'tblom|Tove Blom', b: 'toveb|Tove Blom', same: true, langs: en, hours: both },
  { a: 'molinera|La molinera', b: 'molinera|Begoña Ruiz', same: true, link: true },
  { a: 'haruki.s|Haruki Sato', b: 'harukis@social.example|Haruki', same: true },
  { a: 'espressonaut|Espressonaut', b: 'espressonaut|Espressonaut', same: true },
  { a: 'mweber|Markus Weber', b: 'weberm|Markus Weber', same: true, hours: both },
  { a: 'leirezubiri|leire z', b: 'x91|Leire Zubiri', same: true, langs: es },
  { a: 'kaffekaren|Karen', b: 'someoneelse|Karen L.', same: true, link: true },
  { a: 'anderotxoa|Ander Otxoa', b: 'anderotxoa|Ander', same: true, langs: es, hours: both },
  { a: 'bici_lenta|Bici Lenta', b: 'bicilenta|Bici Lenta', same: true, langs: es },
  { a: 'piotr.wozniak|Piotr Woźniak', b: 'piotrwozniak|Piotr Wozniak', same: true },
  { a: 'grinder9000|Sam', b: 'grinder9000|Samuel Ortega', same: true, langs: en },
  { a: 'olgam|Olga Marín', b: '|Olga Marin', same: true, langs: es, hours: both },
  { a: 'ttmaps|Tomás Tena', b: 'ttmaps|Tomás Tena', same: true, site: true },
  { a: 'lunafria|Luna Fría', b: 'lunafria|Luna Fría', same: true, talked: true, link: true },
  { a: 'hillclimber|Joan Puig', b: 'hillclimber|Joan Puig', same: true, langs: ['es', 'en'] },
  { a: 'ewaldk|Ewald Kroon', b: 'ewald_kroon|Ewald Kroon', same: true, langs: en },
  { a: 'saltamontes|Saltamontes', b: 'saltamontes|salta', same: true, hours: apartHours },
  { a: 'rgb_fan|Rosa Gil', b: 'rosagil|RGB', same: true, langs: es, hours: both },
  { a: 'jd|Jana Dvorak', b: 'jd|Jana Dvorak', same: true, langs: en },
  { a: 'mireia|Mireia Soler', b: 'msoler|Mireia Soler', same: true, langs: es },
  { a: '|Nora V.', b: 'nvik|Nora Vik', same: true, profile: 'https://nora-vik.example/' },
  { a: '|tovesykler', b: 'tblom|Tove Blom', same: true, profile: 'https://pedal.example/@tblom' },
  { a: '|Un ciclista', b: 'iker77|Iker', same: true, profile: 'https://iker.example/about' },
  { a: '|Ravi', b: 'rk|Ravi Kumar', same: true, profile: 'http://www.ravi.example', langs: ['en', 'es'] },
  { a: '|Ana Gil', b: 'anagil|Ana Gil', same: true, profile: 'https://anagil.example/', talked: true, link: true },
  { a: 'qrz7|Q', b: 'amparo.gil|Amparo Gil', same: true, bio: true },
  { a: 'lamparera|La lamparera', b: 'vferrer|Vera', same: true, bio: true, langs: es },
  { a: 'nightowl|Nightowl', b: 'pvega|Paula Vega', same: true, bios: 'https://pvega.example/', langs: es },
  { a: 'k_lund|K', b: 'kaja|Kaja Lund', same: true, bios: 'https://lund.example/kaja', picture: 'brown dog wet beach' },
  { a: 'ottoh|Otto Holm', b: 'holmen|Otto Holm', same: true, picture: 'brass lamp blue door' },
  { a: 'evita|Eva', b: 'evita|Evita M.', same: true, picture: 'three goats roof' },
  { a: 'rk91|Ravi Kumar', b: 'ravi|Ravi Kumar', same: true, bio: true, talked: true },
  // Not told by name or handle: to miss them is allowed.
  { a: 'mlt|M', b: 'tmartin|Tess', same: true, bios: 'https://tess.example/' },
  { a: 'nightowl|Nightowl', b: 'pvega|Paula Vega', same: true, langs: es, hours: both },
  { a: 'qwerty12|Q', b: 'amparo.g|Amparo Gil', same: true },
  { a: 'marta|Marta', b: 'marta|Marta R.', same: true, shared: 2 },
  // Two people.
  { a: 'annab|Anna Berg', b: 'karlb|Karl Berg Lund', same: false, bio: true, talked: true },
  { a: 'annab|Anna Berg', b: 'jonasv|Jonas Vik', same: false, bio: true },
  { a: 'annab|Anna', b: 'jonasv|Jonas', same: false, bio: true, talked: true, link: true },
  { a: 'sol|Sol', b: 'casa_luz|Casa Luz', same: false, bio: true, led: 14 },
  { a: 'sol|Sol', b: 'mar|Mar', same: false, bios: 'https://fundacion.example/', led: 9, langs: es, hours: both },
  { a: 'sol|Sol', b: 'mar|Mar', same: false, bios: 'https://fundacion.example/' },
  { a: 'ida|Ida Lund', b: 'ola|Ola Nyberg', same: false, bios: 'https://empresa.example/', langs: en, hours: both },
  { a: 'ida|Ida', b: 'ola|Ola', same: false, picture: 'sunset over the sea', langs: en, hours: both },
  { a: 'tim|Tim', b: 'tim|Tim', same: false, picture: 'black cat', langs: ['en', 'de'] },
  { a: '|Rosa Gil', b: 'luis|Luis Mora', same: false, profile: 'https://taller.example/' },
  { a: '|Rosa Gil', b: 'luis|Luis Mora', same: false, profile: 'https://taller.example/', langs: es, hours: both },
  { a: '|Club Norte', b: 'socio9|Pau', same: false, profile: 'https://club.example/', shared: 14 },
  { a: '|Iris', b: 'otto|Otto', same: false, profile: 'https://club.example/us', talked: true },
  { a: 'maria|María García', b: 'mgarcia|María García', same: false, langs: es, shared: 9 },
  { a: 'alex|Alex', b: 'alex|Alex', same: false, shared: 14 },
  { a: 'alex|Alex', b: 'alex|Alex', same: false, shared: 3, langs: en },
  { a: 'coffeelover|Anna Berg', b: 'coffeelover|Luis Mora', same: false },
  { a: 'coffeelover|Anna Berg', b: 'coffeelover|Luis Mora', same: false, langs: en, hours: both },
  { a: 'jsmith|John Smith', b: 'johnsmith|John Smith', same: false, shared: 6, langs: en, hours: both },
  { a: 'leire|Leire', b: 'leire|Leire', same: false, langs: es },
  { a: 'pablo|Pablo', b: 'pablo|Pablo', same: false, langs: es, shared: 5 },
  { a: 'tove|Tove', b: 'tove|Tove', same: false },
  { a: 'blueberry|Blue Berry', b: 'blueberry|Blueberry', same: false, talked: true },
  { a: 'nuria.vidal|Nuria Vidal', b: 'nvidal|Nuria Vidal', same: false },
  { a: 'nuria.vidal|Nuria Vidal', b: 'nvidal|Nuria Vidal', same: false, hours: apartHours },
  { a: 'kj|Kai Jansen', b: 'kai|Kai Jansen', same: false, langs: ['de', 'es'], hours: apartHours },
  { a: 'petersen|Ole Petersen', b: 'petersen|Ida Petersen', same: false, site: true },
  { a: 'ines|Inés', b: 'ines|Ines', same: false, langs: ['es', 'en'] },
  { a: 'sunflower|Sunflower', b: 'sunflower|Girasol', same: false, langs: ['es', 'en'] },
  { a: 'admin|Admin', b: 'admin|Admin', same: false, shared: 20 },
  { a: 'guest|Guest', b: 'guest|Guest', same: false, shared: 40, langs: en, hours: both },
  { a: 'hanna_k|Hanna', b: 'hannak_real|Hanna', same: false, langs: en },
  { a: 'carlos.r|Carlos Ruiz', b: 'cruiz|Carlos Ruiz', same: false, talked: true, langs: es },
  { a: 'mono|Mono', b: 'mono|Mono', same: false },
  { a: 'anon|Anonymous', b: 'anon|Anonymous', same: false, shared: 12 },
  { a: 'sergio|Sergio', b: 'sergio91|Sergio', same: false, langs: es, hours: both },
  { a: 'oak|Oak', b: 'oaktree|Oak Tree', same: false, langs: en },
  { a: 'moderador|Moderador', b: 'moderador|Moderador', same: false, shared: 8 },
  { a: 'luzia|Luzia Prado', b: 'luziap|Luzia Prado', same: false, site: true, langs: es },
  { a: 'mona.s|Mona Stein', b: 'monas|Felix Ahrens', same: false, langs: en },
  { a: 'bikeshop|Bike Shop', b: 'bikeshop|Bike Shop', same: false, site: true, talked: true },
  { a: 'a|Ana', b: 'a|Ana', same: false },
  { a: 'gatito|Gatito', b: 'gatito|Gatito', same: false, langs: ['es', 'en'] },
  { a: 'rkumar|Ravi Kumar', b: 'ravikumar|Ravi Kumar', same: false, shared: 4, langs: en },
  { a: 'nightowl|Nightowl', b: 'owlnight|Owl Night', same: false, langs: en, hours: both },
];
