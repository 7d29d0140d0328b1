/** The closed word lists that cutting a noun phrase needs: what begins one, what ends one, what is no subject at all. */

export interface Grammar {
  /** What begins a phrase, and how surely it names the writer's own matter. */
  determiners: Map<string, number>;
  /** Words after which the matter usually comes. */
  leads: Set<string>;
  /** Words after which even "a bike" is the matter. */
  wants: Set<string>;
  /** The noun and what stands before it, from `tokens[from]` on. */
  head(tokens: readonly string[], from: number): string[];
  /** "of the cup", "para la oficina" */
  tail(tokens: readonly string[], from: number): string[];
}

const list = (words: string): Set<string> => new Set(words.split(' '));
const isWord = (token: string | undefined): token is string => token !== undefined && /^[\p{L}\p{N}]/u.test(token);

const EN_STOP = list(
  "is are was were be been being am isn't aren't wasn't isnt arent has have had hasn't haven't do does did doesn't don't didn't dont doesnt didnt can can't cant cannot could couldn't will won't wont would wouldn't should may might must " +
    'and or but of for so if because since when while after before until than then that which who whose where why how what as at by from in into on onto off out over under up down to with without about between through during against again ' +
    'i you he she it we they me him her us them myself yourself not no never just only also even still already yet now today yesterday tomorrow tonight here there too very really quite always ever once twice please thanks ' +
    'keeps keep kept stops stop stopped works work worked working fails fail failed crashes crash crashed crashing leaks leak leaked leaking shows show showed says say said gives give gave gets get got goes go went gone makes make made takes take took ' +
    'needs need needed looks look looked comes come came arrives arrive arrived arriving broke breaks break broken freezes froze frozen closes close closed closing opens open opened opening drops dropped loses lose lost turns turn turned ' +
    "sounds smells tastes feels costs cost seems seem became becomes become starts start started starting ends end ended happens happen happened changes changed disappeared vanished died dies refuses refused won't want wants wanted like likes love " +
    'wobbles wobble fits resets reset drips drip squeaks rattles blinks flickers burns hurts loads buzzes slips sticks peels tears expires causes cause caused follows follow offers offer provides means mean contains contain runs run ran ruined destroyed deleted charged charges charge sent send sends received receive asks ask asked tells told lets let does fits fit sits stays stay stuck left leaves said using use used uses missing made all any some both each every every more most much many less few ' +
    'fine good bad great late early wrong ok okay terrible awful amazing useless slow fast empty dirty cold hot wet noisy loud available ready gone dead down offline blank black red green void valid free possible',
);
/** Nouns that end as adverbs and participles do. */
const EN_NOUNS =
  /(?:feed|speed|seed|thing|setting|shipping|billing|listing|booking|meeting|rating|painting|building|training|packaging|pricing|ending|family|reply|delivery|assembly|supply|rally|ally|anomaly|tally)$/iu;
const EN_TAIL = list('of for from with in on to');

export const ENGLISH: Grammar = {
  determiners: new Map([['my', 3], ['our', 2.6], ['your', 2], ['ur', 2], ['the', 1.8], ['this', 1.2], ['these', 1.2], ['that', 0.8], ['a', 1], ['an', 1]]), // biome-ignore format: a table
  leads: list(
    'about regarding with re concerning for of is does has where was are did cancel return change get use reset update install connect order buy fix want need',
  ),
  wants: list('want need add book order buy sell there offer have get like'),
  head(tokens, from) {
    const words: string[] = [];
    for (let i = from; i < tokens.length && words.length < 3; i++) {
      const token = tokens[i];
      if (!isWord(token) || EN_STOP.has(token.toLowerCase().replace('’', "'"))) break;
      if (/['’](?:s|ll|re|ve|d|t)$/iu.test(token)) break;
      // "I say this kindly": how it is said is not what it is about.
      if ((words.length > 0 ? /(?:ly|ing|ed)$/u : /ly$/u).test(token) && !EN_NOUNS.test(token)) break;
      words.push(token);
    }
    // "When does my order leave": after such a verb the phrase is the subject, and its own verb follows at once.
    const next = tokens[from + words.length]?.toLowerCase() ?? '';
    if (EN_AUXILIARIES.has(tokens[from - 2]?.toLowerCase() ?? '') && !EN_STOP.has(next)) {
      const noun = words.findIndex((word) => !EN_ADJECTIVES.has(word.toLowerCase()));
      words.length = Math.min(words.length, noun + 1 || words.length);
    }
    // A lone adjective before what cuts the phrase names nothing.
    return words.length === 1 && EN_ADJECTIVES.has(words[0]?.toLowerCase() ?? '') ? [] : words;
  },
  tail(tokens, from) {
    const joint = tokens[from]?.toLowerCase() ?? '';
    if (!EN_TAIL.has(joint)) return [];
    const next = tokens[from + 1]?.toLowerCase() ?? '';
    const hasDeterminer = ENGLISH.determiners.has(next);
    if (!hasDeterminer && joint !== 'of' && joint !== 'for') return [];
    const noun = ENGLISH.head(tokens, from + (hasDeterminer ? 2 : 1)).slice(0, 2);
    if (noun.length === 0 || EMPTY_NOUNS.has(noun[0]?.toLowerCase() ?? '')) return [];
    return [joint, ...(hasDeterminer ? [next] : []), ...noun];
  },
};
const EN_AUXILIARIES = list('do does did will would can could should may might must');
const EN_ADJECTIVES = list(
  'new old last latest first second next other same whole only best worst recent current previous entire favourite favorite big small little long short main own free full nice poor actual following above',
);

const ES_STOP = list(
  'que se es son era eran fue fueron ser está están estaba estar esta estan ha han he hemos había hay no ni y o u e pero si porque cuando como donde mientras aunque pues ya aún todavía también muy más menos tan tanto ' +
    'me te le les nos os lo la los las el un una al a en por para con sin sobre desde hasta entre contra según de del yo tú usted él ella nosotros vosotros ellos ellas mí ti mi mis tu tus su sus ' +
    'hoy ayer mañana ahora luego siempre nunca aquí ahí allí así bien mal sólo solo casi gracias favor hola todo toda todos todas nada algo alguien nadie cada',
);
const ES_BEFORE = list(
  'nuevo nueva nuevos nuevas última último últimas últimos primera primer primeros primeras segunda segundo mismo misma gran viejo vieja antiguo antigua dichosa dichoso bendita bendito famoso famosa próxima próximo anterior',
);
const ES_AFTER = list(
  'nuevo nueva nuevos nuevas gratis gratuito gratuita premium móvil online mensual anual web eléctrico eléctrica automático automática oficial digital pequeño pequeña grande negro negra blanco blanca rojo roja azul verde extra integral artesano artesana',
);
const ES_FEMININE = list(
  'app web foto moto radio mano imagen sangre clase noche tarde nube base fuente calle llave torre leche nieve parte red piel sal señal luz vez voz cruz miel flor cárcel orden serie clave suite newsletter tablet wifi label junta tarifa cuota factura',
);
const ES_NOUNS_IN_R = list(
  'lugar hogar azúcar bar collar dólar ejemplar taller alquiler mujer placer poder deber hangar calamar altar pulgar celular molar par mar ordenador lector servidor',
);
const ES_MASCULINE = list(
  'problema tema sistema programa día mapa idioma clima planeta drama esquema diagrama poema síntoma sofá avión camión buzón botón cajón rincón',
);

export const SPANISH: Grammar & { before: Set<string>; isFeminine(noun: string): boolean } = {
  determiners: new Map([
    ['mi', 3], ['mis', 2.8], ['nuestro', 2.6], ['nuestra', 2.6], ['nuestros', 2.5], ['nuestras', 2.5], ['vuestro', 2], ['vuestra', 2], ['vuestros', 2], ['vuestras', 2], ['tu', 1.6], ['tus', 1.6],
    ['el', 1.8], ['la', 1.8], ['los', 1.6], ['las', 1.6], ['del', 1.6], ['al', 1.4], ['este', 1.3], ['esta', 1.3], ['estos', 1.2], ['estas', 1.2], ['ese', 1], ['esa', 1], ['un', 1], ['una', 1],
  ]), // biome-ignore format: a table
  leads: list(
    'sobre con por en cancelar devolver cambiar usar reiniciar actualizar instalar conectar pedir comprar arreglar quiero necesito está están funciona llega llegado pasa tiene tenéis',
  ),
  wants: list(
    'hay tenéis tienen añadid poned poner querría quisiera quiero necesito pedir comprar reservar vendéis ofrecéis cuándo',
  ),
  before: ES_BEFORE,
  isFeminine: (noun) =>
    ES_FEMININE.has(noun.replace(/e?s$/u, '')) ||
    ES_FEMININE.has(noun.replace(/s$/u, '')) ||
    (!ES_MASCULINE.has(noun.replace(/s$/u, '')) &&
      /(?:a|as|ción|ciones|sión|siones|dad|dades|tad|tud|umbre)$/u.test(noun)),
  head(tokens, from) {
    const words: string[] = [];
    let i = from;
    while (ES_BEFORE.has(tokens[i]?.toLowerCase() ?? '')) words.push(tokens[i++] as string);
    const noun = tokens[i];
    const article = tokens[from - 1]?.toLowerCase() ?? '';
    if (
      !isWord(noun) ||
      // "la devuelvo": a pronoun and its verb; "al moler": an infinitive.
      (/^las?$/u.test(article) && /o$/u.test(noun) && !ES_FEMININE.has(noun)) ||
      (/^(?:al|el|del)$/u.test(article) && /[aei]r$/u.test(noun) && !ES_NOUNS_IN_R.has(noun)) ||
      ES_STOP.has(noun.toLowerCase()) ||
      ES_VERB.test(noun) ||
      ES_VERBS.has(noun.toLowerCase()) ||
      noun.length < 3
    )
      return [];
    words.push(noun);
    const next = tokens[i + 1];
    if (isWord(next) && (ES_AFTER.has(next.toLowerCase()) || /^(?:\p{Lu}[\p{Ll}\p{N}]|\p{N})/u.test(next)))
      words.push(next);
    return words;
  },
  tail(tokens, from) {
    const joint = tokens[from]?.toLowerCase() ?? '';
    if (!['de', 'del', 'para', 'con'].includes(joint)) return [];
    const next = tokens[from + 1]?.toLowerCase() ?? '';
    const hasDeterminer = joint !== 'del' && SPANISH.determiners.has(next);
    if (joint !== 'de' && joint !== 'del' && !hasDeterminer) return [];
    const noun = SPANISH.head(tokens, from + (hasDeterminer ? 2 : 1)).slice(0, 2);
    if (
      noun.length === 0 ||
      EMPTY_NOUNS.has(noun[0]?.toLowerCase() ?? '') ||
      /^(?:nuev|hecho|momento|verdad|repente|golpe|acuerdo)/u.test(noun[0] ?? '')
    )
      return [];
    return [joint, ...(hasDeterminer ? [next] : []), ...noun];
  },
};
/** Infinitives with pronouns, gerunds, past and future forms that no common noun has. */
const ES_VERB =
  /(?:ando|iendo|ándo|aste|iste|aron|ieron|arme|arlo|irme|erme|aría|ería(?<!batería|cafetería|librería|mensajería|galería|tubería|averería|pastelería|panadería|papelería|lavandería)|aban?|emos|amos)$/iu;
const ES_VERBS = list(
  'hace hacen hizo llega llegan llegó va van funciona funcionan pierde tarda dice dicen sale salen puede pueden quiere tiene tienen debe parece sigue falla fallan cuesta vale viene da deja encanta gusta hago tengo quiero puedo necesito compré pedí recibí único peor mejor',
);

/** Names of nothing in particular. */
export const EMPTY_NOUNS = list(
  'family families folks lads crew chicos chicas chavales face faces matter nurse beginner monday tuesday wednesday thursday friday saturday sunday familia ' +
    'thing things way time times day days week weeks month months year years moment fact same other others one ones lot bit kind sort point people person guy guys world morning afternoon evening night while reason hand end start rest side ' +
    'question answer help hope chance idea problem issue problems issues mess joke shame pity minute hour hours second customer customers company user users team life mind opinion friend friends wife husband mother mom mum dad father son daughter kids kid boss neighbour dog cat ' +
    "brother sister husband wife cousin aunt uncle grandma grandpa hermano hermana primo prima tío tía abuelo abuela niño niña niños daughter's nurse bebé " +
    'pace name names town city street area house home neighbourhood village aire ritmo nombre nombres pueblo barrio ciudad calle zona casa ' +
    'cosa cosas vez veces día días dia semana semanas mes meses año años rato momento hecho verdad manera forma tipo gente persona personas mundo mano lado parte final principio resto motivo razón caso casos favor tema problema problemas ' +
    'pregunta duda ayuda idea minuto minutos hora horas tarde noche mañana cliente clientes empresa empresas usuario usuarios equipo vida vergüenza pena lástima broma desastre amigo amiga amigos mujer marido madre padre hijo hija jefe vecino perro gato lunes martes miércoles jueves viernes sábado domingo ' +
    'instructions instruction prompt password system rules instrucciones contraseña sistema reglas enlace link url asistente assistant bot model modelo',
);

/** No draft repeats an insult. */
export const RUDE = list(
  'shit shitty fucking fuck damn crap crappy bloody stupid idiot idiots idiotic moron morons ass asshole bastard bastards bullshit scam scammers thieves trash garbage useless worst pathetic ridiculous awful terrible horrible ' +
    'mierda puta puto putos jodido jodida coño gilipollas imbécil imbéciles idiota idiotas estúpido estúpida basura estafa estafadores ladrones asco asquerosa asqueroso cutre patético ridículo horrible maldito maldita pésimo pésima vergonzoso',
);

/** Marks of a sentence that says what the matter is. */
export const MARKED =
  /(?<![\p{L}])(?:can't|cannot|won't|doesn't|isn't|not working|problem|issue|broken|crash\w*|error|refund|cancel\w*|return|help|how|when|where|please|need|want|since|no (?:funciona|puedo|va|me|llega|carga|hay)|falla|error|problema|cómo|cuándo|dónde|devol\w+|reembolso|ayuda|necesito|quiero|quisiera|querría|desde|sigue sin|se (?:cierra|cuelga|queda))(?![\p{L}])/iu;

/** Things that are named without an article. */
export const BARE_NOUNS: Record<'en' | 'es', Map<string, string>> = {
  en: new Map([['shipping', 'the shipping'], ['refund', 'the refund'], ['delivery', 'the delivery'], ['warranty', 'the warranty'], ['billing', 'the billing'], ['pricing', 'the pricing'], ['packaging', 'the packaging']]), // biome-ignore format: a table
  es: new Map([['reembolso', 'el reembolso'], ['devolución', 'la devolución'], ['garantía', 'la garantía'], ['envío', 'el envío'], ['precio', 'el precio'], ['factura', 'la factura']]), // biome-ignore format: a table
};
