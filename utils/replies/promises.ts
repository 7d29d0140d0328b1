/**
 * Promises in what we write: "we'll look into it", "te digo algo mañana". Rules for English and Spanish, sentence by sentence:
 * a form that commits us, unless the sentence asks, refuses, reports, looks back, or waits for them to act first.
 */
import { findDates } from './dates';

export interface FoundPromise {
  start: number;
  end: number;
  /** The sentence that promises. */
  words: string;
  /** Last moment it allows, ms; null where no day is said. */
  due: number | null;
}

const EDGE = String.raw`(?<![\p{L}\p{N}])`;
const TAIL = String.raw`(?![\p{L}\p{N}])`;
const anyOf = (...patterns: string[]): RegExp => new RegExp(`${EDGE}(?:${patterns.join('|')})${TAIL}`, 'iu');

const EN_WE = String.raw`(?:we|i|(?:our|my|one of our|the) (?:support |service |product )?(?:team|colleagues?|engineers?|agents?|workshop)(?: \p{Lu}?\p{L}+)?|(?:some(?:one|body)|one)(?: (?:from|of|on|in) (?:our|the|us)(?: \p{L}+)?)?|our (?!customer|other|member|owner|newsletter|user|counter|number|order|offer|color|centre|center)\p{L}+(?:er|or|ian|ist|ant|staff|people|folks))`;
const EN_WILL = String.raw`(?:'ll|\s+will|\s+shall|\s+(?:are|am|is) going to|'(?:re|m|s) going to|\s+plan to|\s+(?:are|am) gonna|\s+promise to|\s+intend to|\s+aim to)`;
const EN_NOT_PROMISED = String.raw`(?:not|never|see you|see(?=\s*[.,!]|$)|see (?:in|on|at|whether|if|how)|be (?:honest|frank|fair|closed|open|away|out|happy|glad|delighted|pleased|there|at|in(?! touch)|sorry|fine|blunt|clear|real)|need|require|have to|admit|say|confess|grant|miss|love|be the|let you (?:decide|go|judge)|forget|remember|assume|pass on|skip)`;
const EN_COMMIT = [
  String.raw`${EN_WE}${EN_WILL}\s+(?!${EN_NOT_PROMISED}${TAIL})\p{L}+`,
  String.raw`(?:and|then|,)\s+will\s+(?:also\s+)?(?:update|let|keep|share|report|get|follow|write|tell|come|be in touch|reply|answer|contact|post|send|call|confirm|ask|pass|reach)`,
  String.raw`(?:let|allow) (?:me|us)\s+(?:just\s+|quickly\s+)?(?:check|find|ask|look|dig|see (?:what|if|whether)|confirm|investigate|talk|speak|verify|consult|raise|chase|take this|get)`,
  String.raw`leave (?:it|this|that) with (?:me|us)|(?:i'm|we're|i am|we are) on (?:it|this)(?! holiday)|will do(?=\s*[.,!]|$)|bear with (?:me|us)|give (?:me|us) (?:until|till|a (?:day|moment|minute|few|couple|bit|little|sec)|an hour|some time|\p{L}+ (?:days?|hours?|minutes?))|(?:back|news|more)\s+(?:with|in|by|later|here|on|to you)${TAIL}(?!.*\bopen)|(?:checking|looking into (?:it|this)) (?:now|right now|right away)`,
  String.raw`(?:i|we) (?:owe you|promise(?! (?:that )?(?:it|you|he|she|they)\b))`,
  String.raw`you(?:'ll| will| should| can expect to)\s+(?:hear (?:back )?from|have (?:an? )?(?:answer|reply|news|update|it|your)|get (?:an? )?(?:answer|reply|response|news|update|it|your (?:money|refund|order|parcel|replacement))|(?:be|get) (?:refunded|contacted|credited))`,
  String.raw`you(?:'ll| will)?\s+get (?:an? |your )(?:full |proper |honest )?(?:answer|reply|response)|consider it done|(?:count|depend|rely) on (?:it|us|me)`,
  String.raw`expect (?:an? |your |our |the )?(?:\p{L}+ )?(?:reply|answer|update|news|fix|call|e-?mail|message|word)`,
  String.raw`(?:(?:i|we)(?:'m|'re| am| are)|now) (?:\p{L}+ )?(?:sending|shipping|posting|mailing|refunding|escalating|raising|replacing|crediting|issuing|forwarding|chasing|arranging)`,
  '(?:an? |your |the )(?:new |free )?(?:invoice|replacement|refund|label|parcel|package|order|part|seal|cable|voucher|code|link) (?:will (?:be (?:with you|sent|shipped|issued|in the post|on its way)|go out|leave|ship|reach you)|(?:ships|leaves|goes out))',
];
const EN_THEIR_MOVE = String.raw`(?:if|once|when(?:ever)?|after|as soon as|unless|until) you(?:'d|'ve|'re)?|(?:please |just |kindly |simply )*(?<=^|[,:;.!–-]\s?|(?:please|just|kindly|simply|so|then|and|or) )(?:send|drop|dm|message|e-?mail|write|share|tell|reply|fill|contact|call|open|post|give us (?:a call|a shout|a ring|your)|let us (?:know|have)|provide|attach|forward|pop)\s.*\b(?:and|so|then)\s+(?:that\s+)?(?:we|i)`;
const EN_REPORTED = String.raw`(?:you|they|he|she|who(?:ever)?|courier|team|people|support) (?:\p{L}+ )?(?:said|told|says|thought|promised|claimed?)|(?:told|promised) (?:you|us|me|them)|as we|(?:they|he|she|it)(?:'ll| will)|hop(?:e|ing) (?:that )?(?:we|i)|wish|(?:can't|cannot|can not|don't|never|not) promise|never promised|promised`;

const ES_YOU = '(?:te|os|le|les|se|lo|la|los|las|me|nos)';
const ES_CLITICS = String.raw`(?:${ES_YOU}\s+){1,2}`;
/** Ends of first persons of the future: -aré, -eremos, haré, diremos… */
const ES_FUTURE = String.raw`(?!(?:mi|reti|ti|gi|espe|prepa|compa|repa|pa|sepa|ope|gene|conside|recupe|decla|acla|admi|supe|libe|tole|colabo|mejo|explo|valo|igno|demo|incorpo|elabo|dispa|comp)ré${TAIL})(?!(?:que|mo|adqui|requi)(?:re|ri)mos${TAIL})(?!(?:ver(?:é|emos)|ser(?:é|emos)|estaremos (?:cerrad|abiert|en|de|fuera)|tendr(?:é|emos) que|podremos|podré|sabremos|echaremos de menos|diré (?:que|la verdad)|diremos que|necesitaremos|querremos|habremos|habré|esperaremos|hablaremos|olvidaré|recordaré|encantaremos))\p{L}*(?:[aei]|[dbnhl]d?|dr|br|har|dir)r?(?:ré|remos|ré|aré|aremos|iré|iremos)`;
const ES_SAY =
  '(?:digo|decimos|dig[oa]mos algo|aviso|avisamos|cuento|contamos|confirmo|confirmamos|escribo|escribimos|mando|mandamos|env[ií]o|enviamos|respondo|respondemos|contesto|contestamos|informo|informamos|llamo|llamamos|miro|miramos|reviso|revisamos|compruebo|comprobamos|soluciono|solucionamos|arreglo|arreglamos|resuelvo|resolvemos|cambio|cambiamos|devuelvo|devolvemos|reembolso|reembolsamos|mantengo|mantenemos|paso|pasamos|traigo|traemos|comento|comentamos|consulto|consultamos|pregunto|preguntamos|escalo|escalamos|voy (?:contando|informando|diciendo)|vamos (?:contando|informando|diciendo)|busco|buscamos|gestiono|gestionamos|tramito|tramitamos|traslado|trasladamos|compenso|compensamos|abono|abonamos|repongo|reponemos|preparo|preparamos|publico|publicamos)';
/** A day or hour that is still to come. */
const ES_SOON =
  '(?:mañana|ahora mismo|enseguida|hoy|esta (?:tarde|noche|semana)|el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?: por la (?:mañana|tarde))?|la semana que viene|en (?:un|una|dos|tres|\\d+)|cuanto antes|antes de)';
/** What a team does for somebody, in the present: a promise when a time to come is said. */
const ES_ACT =
  '(?<!(?:no|nunca|ya|si|nos) )(?:reenvío|planteo|llevo|reservo|aparto|preparo|tramito|gestiono|busco|investigo|arreglo|pido|encargo|apunto|miro|pregunto|consulto|reclamo|hablo|hago|mando|env[ií]o|saco|publico|subo|repongo|\\p{L}+(?:amos|emos|imos)(?<!(?:abrimos|cerramos|estamos|somos|tenemos|vemos|esperamos|podemos|queremos|sabemos|necesitamos|seguimos|empezamos|debemos|vamos|hemos|creemos|cumplimos|recomendamos|celebramos|solemos|trabajamos|vivimos|vendemos|repartimos|servimos|cobramos|recordamos|aconsejamos|entendemos|deseamos|invitamos|animamos|proponemos|felicitamos|leemos|salimos|venimos|olvidamos|alegramos|lamentamos|sentimos|agradecemos|pedimos)))(?!\\p{L})';
/** What "te …o" and "os …amos" do not do for anybody: say, wish, understand, ask. */
const ES_ONLY_SAYS =
  '(?:quier|recomiend|recomend|aconsej|agradez|agradec|entiend|entend|dese|recuerd|record|explic|propon|rueg|rog|felicit|cre|le|escuch|ped|pid|esper|invit|ve|quer|anim|coment(?:o|amos) que|dig(?:o|amos) que|dec(?:imos) que|avis(?:o|amos) (?:de )?que|adjunt|present|conoz|conoc|deb|hab|llam(?:o|amos) la|cont(?:amos) con|suger|sugier|advert|adviert|señal|mient|odi|tien|ten|teng|pas(?:o|amos) el enlace|dej(?:o|amos) (?:el|un) enlace)';
const ES_COMMIT = [
  String.raw`(?:te|os|le|les)(?: (?:lo|la|los|las))? (?!${ES_ONLY_SAYS})(?!(?:dijo|hizo|puso|trajo|supo|vino|tuvo|pudo|quiso|estuvo|dio|vio|fallo|falló|mucho|poco|tanto|todo|solo|nuevo|mismo|otro|primero|cuando|digo que)${TAIL})\p{L}{2,}(?:o|amos|emos|imos)`,
  String.raw`(?<=${ES_SOON}\s)(?:mismo |te |os |lo |la )*(?!solo|mismo|como|cuando)\p{L}{3,}o (?:el|la|los|las|tu|su|un|una|aquí)|(?:vuelvo|volvemos|regreso) (?:con|a escribir)|dej(?:a|ad|e|en) que (?:te )?(?:lo|la|los|las)? ?\p{L}+e(?:mos)?|(?:nuestr[oa] \p{L}+ (?:te|os|le|les)(?: (?:lo|la|los|las))?|el equipo(?: de \p{L}+)?) \p{L}+rán?`,
  ES_FUTURE,
  `${ES_CLITICS}${ES_SAY}`,
  String.raw`(?:lo |la |los |las )?(?:reclamo|reclamamos|escalo|escalamos|consulto|consultamos|reviso|revisamos|investigo|investigamos|compruebo|comprobamos|pregunto|preguntamos|pas(?:o|amos) (?:nota|aviso)|traslad(?:o|amos))(?=\s.*(?:hoy|ahora|mañana|y\s+(?:${ES_YOU}\s+)+))`,
  'me encargo|nos encargamos|(?:me pongo|nos ponemos) (?:con|a|en|manos)|corre de (?:mi|nuestra) cuenta|queda(?:mos)? (?:en (?:avisar|decir|llamar|escribir|confirmar)|apuntado)|tomo el testigo|cuenta con ello|sin falta|dalo por hecho',
  String.raw`d[ée]j(?:a|e|ad|en)(?:me|nos|melo|noslo|noslo a nosotros)(?:\s+(?:que\s+)?\p{L}+)?|d(?:a|á|ad|e|é|en|énos)(?:me|nos)\s+(?:un|unos|unas|hasta|dos|tres|algo de tiempo|\d)\S*`,
  String.raw`(?:voy|vamos) a (?!(?:esperar|ver|ser|estar|necesitar|tener|poder|decir que|echar)${TAIL})\p{L}+`,
  '(?:te |os |le |les )?(?:prometo|prometemos|aseguro que|garantizamos que)|nos comprometemos a|me comprometo a|(?:te|os|le|les) deb(?:o|emos) (?:una|un)|en breve (?:te|os|le|les)|(?:te|os|le|les) tendremos (?:al tanto|informad)',
  String.raw`(?:un[ao]? (?:de nuestr[oa]s )?(?:compañer[oa]|t[ée]cnic[oa]|persona)s?(?: del equipo| de nuestro equipo)?|mi compañer[oa](?: \p{Lu}\p{L}+)?|nuestr[oa] (?:equipo|compañer[oa]|t[ée]cnic[oa]|taller|gente)(?: \p{Lu}\p{L}+)?|alguien(?: del? (?:nuestro )?equipo)?)\s+(?:${ES_YOU}\s+)*\p{L}+(?:rá|rán)`,
  'sabr(?:ás|éis|á|án) (?:algo |más )?de nosotros|(?:tienes?|tenéis|tienen) (?:una |la )?respuesta (?!autom)|tendr(?:ás|éis|á|án) (?:noticias|una? (?:respuesta|solución)|la respuesta|respuesta)|(?:lo|la|los|las) tendr(?:ás|éis|á|án)|(?:mañana|hoy|el lunes|el martes|el miércoles|el jueves|el viernes) (?:mismo )?(?:lo |la |los |las )(?:tienes?|tenéis|tienen)|recibir(?:ás|éis|á|án) (?:(?:el|un|tu|su|vuestro) (?:reembolso|paquete|pedido|abono|recambio)|la (?:devolución|respuesta|pieza)|nuestra|noticias)',
  '(?:hoy|mañana|esta tarde|el (?:lunes|martes|miércoles|jueves|viernes))(?: mismo)? (?:sale|va|te llega|os llega) (?:tu|su|vuestro|el|la)',
  String.raw`(?<!(?:transportista|mensajero|banco|fabricante|app|aplicación|web)\s+)(?:te|os|le|les)(?: (?:lo|la|los|las))? (?:llamar|escribir|contactar|contestar|responder|avisar|apartar|enviar|mandar|reparar|revisar|devolver|informar|confirmar|atender|explicar|resolver|cambiar|traer|guardar|reservar)án?`,
  '(?:te|os|le|les)(?: (?:lo|la|los|las))? (?:llama|escribe|contesta|responde|contacta|atiende|avisa) (?:alguien|un[ao]? |mi |nuestr|el equipo|la (?:jefa|encargada|responsable)|el (?:jefe|encargado|responsable))',
  String.raw`tendr(?:ás|éis|á|án)(?=\s(?!que).*${ES_SOON})|(?<=${ES_SOON}.*)(?:tendr(?:ás|éis|á|án)(?=\s(?!que))|${ES_ACT})|(?:lo|la|los|las) llev(?:o|amos) (?:a|al)|${ES_ACT}(?=.*${ES_SOON})`,
  String.raw`(?:intento|intentamos|procuro|procuramos) (?:dar|traer|conseguir|resolver|solucionar|responder|tener)\p{L}*`,
];
const ES_THEIR_MOVE = String.raw`(?<!a ver )(?<!ver )si (?!no )(?:nos |me |lo |la |te |os |le |les |ya |aún |todavía )*(?:quieres|quieren|queréis|\p{L}+(?:as|es|áis|éis|ís)(?!\p{L})|puede|necesita|prefiere|escribe|envía|manda)|(?:cuando|en cuanto|una vez(?: que)?|después de que|hasta que) (?:nos |me |lo |la )*(?!(?:haya|sepa|tenga|esté|estén|vuelva|llegue|salga)(?:mos)?${TAIL})\p{L}+(?:as|es|áis|éis)(?!\p{L})|(?:m[aá]nd|env[ií]|escr[ií]b|p[aá]s|d[ií]|compart|rellen|abr|cont[aá]ct|ind[ií]c|facil[ií]t|avis|av[ií]s|ll[aá]m|respond|adjunt|di)\p{L}*(?:nos|me)(?:lo|la|los|las)?\s.*\sy\s`;
const ES_REPORTED = String.raw`(?:dij(?:o|iste|isteis|eron)|dicen?|decía[ns]?|dices|dijimos|creía\p{L}*|pensaba\p{L}*|prometi(?:ó|ste|eron)|asegur(?:ó|aron)) (?:que|de que)|como`;
const ES_PAST = String.raw`ayer|anoche|anteayer|antes de ayer|(?:semana|mes|año|verano|invierno|otoño|lunes|martes|miércoles|jueves|viernes|sábado|domingo|finde|vez) pasad[oa]|hace (?:un[ao]?s?|dos|tres|\d+|poco|tiempo|rato|días|semanas|meses)|esta mañana|la otra vez|en su (?:día|momento)|ya (?:te|os|le|les|se) (?:lo |la |los )?(?!cont|dec|dig|avis|inform|confirm|ir)\p{L}+(?:[ai]mos|é|ó|aron|ieron)|aquel`;

const COMMIT = anyOf(...EN_COMMIT, ...ES_COMMIT);
const THEIR_MOVE = new RegExp(`${EDGE}(?:${EN_THEIR_MOVE}|${ES_THEIR_MOVE})`, 'iu');
const REPORTED_BEFORE = new RegExp(`${EDGE}(?:${EN_REPORTED}|${ES_REPORTED})${TAIL}[^,;]*$`, 'iu');
const PAST = anyOf(ES_PAST);
const REFUSED_BEFORE = new RegExp(
  String.raw`${EDGE}(?:no|nunca|jamás|tampoco|ni|never|not|nobody|nadie|unfortunately we|quizá|quizás|tal vez|a lo mejor|ojalá|maybe|perhaps)\s+(?:(?:${ES_YOU})\s+){0,2}(?:\p{L}+\s+)?$`,
  'iu',
);
const SENTENCE = /[^.!?\n;]+(?:[.!?;](?=\d|\p{L}))?(?:[^.!?\n;]*)[.!?;…]*/gu;

/** No promise takes longer to say; and what follows needs time that grows faster than the sentence. */
const LONGEST_SENTENCE = 500;
const LONGEST_TEXT = 8_000;

/** Every promise of the text, in order; `at` is when it is said. */
export function findPromises(text: string, at: number): FoundPromise[] {
  const found: FoundPromise[] = [];
  for (const { 0: raw, index } of text.slice(0, LONGEST_TEXT).matchAll(SENTENCE)) {
    const lead = raw.length - raw.trimStart().length;
    const words = raw.trim();
    if (!promises(words.slice(0, LONGEST_SENTENCE).replace(/[’`´]/gu, "'"))) continue;
    const due = findDates(words, at).at(-1)?.due ?? null;
    found.push({ start: index + lead, end: index + lead + words.length, words, due });
  }
  return found;
}

function promises(sentence: string): boolean {
  if (/[?]$/u.test(sentence) || /^¿/u.test(sentence) || THEIR_MOVE.test(sentence)) return false;
  let from = 0;
  for (;;) {
    const rest = sentence.slice(from);
    const match = COMMIT.exec(rest);
    if (!match) return false;
    const before = sentence.slice(0, from + match.index);
    if (!REPORTED_BEFORE.test(before) && !REFUSED_BEFORE.test(before) && !PAST.test(sentence)) return true;
    from += match.index + Math.max(1, match[0].length);
  }
}
