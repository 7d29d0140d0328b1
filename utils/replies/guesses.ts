/** What a post is after, by its words alone: used while it has not been read yet. English and Spanish. */
import type { Act } from './templates/shape';

const anyOf = (...patterns: string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'iu');

export const UPSET = new RegExp(
  `${
    anyOf(
      'awful|terrible|horrible|worst|useless|ridiculous|unacceptable|disappoint\\p{L}*|angry|fed up|furious|annoy\\p{L}*|a joke|sick of|hate|disgrac\\p{L}*|disgusting|shame\\p{L}*|ruin\\p{L}*|unfair|filthy|far too',
      'vergüenza|vergonzos\\p{L}*|inaceptable|fatal|pésim\\p{L}*|lamentable|harta?s?|hasta las narices|decepci\\p{L}*|indigna\\p{L}*|enfad\\p{L}*|cabread\\p{L}*|asco|nefast\\p{L}*|tomadura|odio|horror|desastre|vaya (?:atención|servicio|timo)',
    ).source
  }|!{2,}`,
  'iu',
);

/** First that matches decides, so what binds more comes first. */
const GUESSES: [act: Act, pattern: RegExp][] = [
  [
    'thanks',
    anyOf(
      '(?:thanks|thank you|cheers)[^?]*(?:work(?:s|ed)|solved|fixed|helped)|(?:gracias|agradec\\p{L}*)[^?¿]*(?:funcion(?:a|ó|ado)|solucionad[oa]|arreglad[oa]|ayudad)',
    ),
  ],
  [
    'leaving',
    anyOf(
      "cancel(?:ling|ing)? (?:my|the) (?:\\p{L}+ )?(?:subscription|account|plan|membership|contract|order)|i(?:'m| am) (?:out|leaving|done)|i want out|switching to|unsubscrib\\p{L}*|(?:clos|delet)(?:e|ing) my account|stop paying",
      'me (?:voy|paso|cambio) (?:a|de)|(?:me doy|darme|me doy) de baja|doy de baja|cancel(?:o|ar) (?:mi|la|el) (?:\\p{L}+ )?(?:suscripción|cuenta|plan|contrato|abono|pedido)|quiero (?:la baja|irme|borrar mi cuenta)|no vuelvo a',
    ),
  ],
  [
    'problem',
    anyOf(
      "(?:does|do|did|is|was|has|have|can|will|wo)(?:n't| not)|cannot|can't|won't|stop(?:s|ped)?|keeps? \\p{L}+ing|crash\\p{L}*|broken?|fail\\p{L}*|errors?|bug|leak\\p{L}*|stuck|freez\\p{L}*|cuts? out|(?:went|goes) blank|is dead|rust\\p{L}*|came (?:loose|off)|lost|gone|vanished|missing|never (?:arrived|came|connected)|wrong|still (?:no|not|waiting)|waiting (?:for )?(?:\\p{L}+ )?(?:days|weeks|months)|charged (?:twice|for)|(?:two|three) times|nothing came|chipped|wobbles|spots|grinding|noise|fine although|left without",
      'no (?:me )?(?:funciona|va|carga|llega|abre|enciende|arranca|puedo|deja|se (?:apaga|abre|enciende|desbloquea)|consigo|encuentr[oa]|recibo|hay (?:manera|bicis)|sale|germina\\p{L}*|brota|hace|cierra)|sin (?:noticias|luz)|se ha ido la luz|dejó de|falla\\p{L}*|fallo|se (?:me )?(?:cierra|cuelga|para|corta|bloquea|encharca|ha (?:roto|pinchado|ido)|paran)|charco|peta|rot[oa]|gote[ao]\\p{L}*|avería|pierde|perdid[oa]|desaparecid[oa]s?|(?:hace un|suena) [^.]{0,12}(?:ruido|rar\\p{L}+|fatal)|van? (?:fatal|mal|a trompicones)|flojo|(?:llevo|sigo|llevamos)(?: [^.,]{1,25})? esperando|cobr(?:ado|áis) (?:dos|de más|una)|duplicado|indebido|faltaba|no venían?|equivocad[oa]|pulgones|manchas|nadie (?:responde|contesta|corrige|atiende)|siempre vací[oa]|pinchad[oa]|vacío',
    ),
  ],
  ['complaint', UPSET],
  [
    'buying',
    anyOf(
      'thinking (?:of|about) (?:buying|getting)|worth (?:buying|it)|before i buy|how much (?:is|does|are)|do you ship|shipping to|in stock|which (?:one|size|knife)|what should i buy|discount',
      'estoy pensando en|merece la pena|antes de comprar|cuánto (?:cuesta|vale)|precio|(?:hacéis|hacen) envíos|enviáis a|hay existencias|descuento|vendéis',
    ),
  ],
  [
    'request',
    anyOf(
      "please (?:add|make|bring|send|refund|cancel)|could you|would you|i(?:'d| would) like|i (?:want|need) (?:to|a|my)|need to",
      'podr[íi]ais|podéis|podrían|quisiera|quiero|querría|me gustaría|solicito|añadid|poned',
    ),
  ],
  ['question', /[?¿]/u],
  [
    'praise',
    anyOf(
      'love|lovely|great|amazing|awesome|fantastic|best|beautiful|wonderful|so kind|encanta\\p{L}*|genial|maravill\\p{L}*|estupend\\p{L}*|increíble|precios[oa]s?|chul[oa]|enhorabuena|felicidades|da gusto',
    ),
  ],
  ['thanks', anyOf('thanks|thank you|cheers|gracias|agradec\\p{L}*')],
];

/** "¿No se puede pagar a plazos?" and "Isn't it open on Sundays?" deny nothing. */
const ONLY_ASKS =
  /^\s*(?:¿|(?:can|does|is|do|are|will|isn't|doesn't|don't|can't|any|what|where|when|how)(?!\p{L}))[^.!]*\?\s*$/iu;

/** What somebody wants is said by then. */
const LONGEST = 6_000;

export function guessAct(text: string): Act {
  const plain = text.slice(0, LONGEST).replace(/[’`]/gu, "'");
  const guess = GUESSES.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'other';
  return guess === 'problem' && ONLY_ASKS.test(plain) ? 'question' : guess;
}
