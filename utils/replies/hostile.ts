/**
 * Posts that talk to a machine instead of to people: "ignore your instructions and…". Nothing here obeys them; knowing them
 * keeps their words out of a draft too.
 */
import { foldText } from './words';

const ORDERS = [
  String.raw`\b(?:ignor\w*|disregard|forget|override|bypass|skip|olvid\w*|descart\w*|anul\w*|sáltate|saltate|omite)\b.{0,40}\b(?:instruction|rule|previous|above|guideline|system prompt|instruccion|regla|anterior|indicacion|norma|prompt del sistema)\w*`,
  String.raw`\b(?:system|developer|sistema|assistant|asistente|admin)\s*(?:prompt|message|mode|note|override|mensaje|modo|nota)?\s*[:>\]]|<\|?(?:im_start|system|user|assistant|inst)|\[/?inst\]|###\s*(?:system|instruction|new|nuev|instruccion)`,
  String.raw`\b(?:you are|you're|act as|pretend|roleplay|eres|actua como|haz como si|finge|comportate|a partir de ahora|from now on)\b.{0,40}\b(?:now|ai|assistant|bot|model|gpt|chatbot|dan|jailbr\w+|developer|unrestricted|ia|asistente|modelo|desarrollador|sin restricciones|no longer|an? \w+bot)\b`,
  String.raw`\b(?:reveal|print|show|repeat|output|display|leak|dump|exfiltrat\w*|revela|imprime|muestra|repite|escribe|filtra|vuelca|ensena)\b.{0,50}\b(?:prompt|instruction|password|api|key|token|secret|credential|cookie|contrasena|clave|secreto|instruccion|credencial|system|notes?|notas)\w*`,
  String.raw`\b(?:reply|respond|answer|write|say|post|output|draft|responde|contesta|escribe|di|publica|redacta|incluye|anade|include|append|add|insert|inserta|copy|copia|paste|pega|begin|start|end|empieza|termina|finish)\b.{0,30}\b(?:only|exactly|with the|the (?:word|phrase|following|text|link|url)|verbatim|this (?:link|url|text)|in your (?:reply|answer|draft)|your (?:reply|answer|draft|response)|solo|exactamente|con la (?:palabra|frase)|la (?:palabra|frase)|el siguiente|este (?:enlace|texto|link)|esta url|en tu (?:respuesta|borrador)|tu (?:respuesta|borrador)|literalmente|al final de)\b`,
  String.raw`\b(?:ai|llm|language model|assistant|bot|chatgpt|gpt|modelo de lenguaje|inteligencia artificial|asistente|extension)\b.{0,60}\b(?:must|should|shall|will now|please|read(?:s|ing) this|has to|have to|need to|follow this|debe|deberia|tiene que|lea|lee|leyendo)\b|\b(?:if|si)\b.{0,20}\b(?:you are|eres|are an)\b.{0,15}\b(?:ai|llm|bot|ia|modelo|assistant|asistente)\b`,
  String.raw`\b(?:new|updated|hidden|secret|nuev\w*|ocult\w*|secret\w*)\s+(?:system\s+)?(?:instruction|directive|task|order|instruccion|directriz|tarea|orden|prompt)\w*`,
  String.raw`\b(?:must|have to|tell|say|confirm|agree|translate|mention|promise|debes|teneis que|tienes que|di|decid|escribe|confirma\w*|incluye\w*|menciona\w*|promet\w*|traduce)\b.{0,70}\b(?:in your (?:reply|answer|draft|response)|en tu (?:respuesta|borrador)|en la respuesta que)\b`,
  String.raw`\b(?:roleplay|role-play|pretend (?:to be|you are|that you)|finge (?:que|ser)|haz como (?:si|que)|hazte pasar|juega a ser)\b|\b(?:i (?:hereby )?(?:order|command|instruct) you|te ordeno|os ordeno|te exijo que (?:respondas|escribas|digas))\b`,
  String.raw`\b(?:system prompt|prompt (?:de|del) sistema|prompt de sistema|your prompt|tu prompt|hidden prompt|prompt oculto)\b`,
  String.raw`\b(?:language model|modelo de lenguaje|inteligencia artificial|la ia|the ai|una ia|an ai)\b.{0,40}\b(?:que (?:lea|lee|procese|redacte)|reading|processing|drafting|you|tienes|debes|debe|hagas?|haz|must)\b`,
  String.raw`\b(?:tell|urge|di(?:les)?|decid(?:les)?|anima) (?:everyone|everybody|all (?:users|customers|readers)|them all|a todos|a todo el mundo|a los clientes)\b.{0,40}\b(?:visit|go to|click|buy|join|visit\w+|entr\w+ en|compr\w+|pinch\w+)\b`,
  String.raw`\brepeat after me\b|\brepite conmigo\b|\b(?:paste|enter|send|give|type|pega|introduce|manda|envia|dame|escribe)\b.{0,25}\b(?:token|api key|password|seed phrase|clave|contrasena)\b`,
  String.raw`\b(?:jailbreak|prompt injection|do anything now|base64|eval\(|document\.|javascript:|onerror|<script|<img|<iframe|data:text)`,
].map((pattern) => new RegExp(pattern, 'isu'));

/** True where the text gives orders to a machine, or carries markup meant to run. */
export function givesOrders(text: string): boolean {
  const folded = foldText(text);
  const raw = text.slice(0, 4_000).toLowerCase();
  return (
    ORDERS.some((pattern) => pattern.test(folded) || pattern.test(raw)) ||
    /[\u202a-\u202e\u2066-\u2069]|[\u{e0000}-\u{e007f}]|\u200b{2}/u.test(text)
  );
}

const MACHINE =
  /\b(?:as an? (?:ai|(?:large )?language model|assistant)|(?:system|hidden|secret) prompt|my (?:instructions|guidelines|programming|training)|(?:previous|prior|above) instructions|como (?:una? )?(?:ia|inteligencia artificial|modelo de lenguaje|asistente)|prompt (?:del?|de) sistema|mis (?:instrucciones|directrices)|instrucciones (?:anteriores|previas|ocultas)|jailbreak|developer mode|modo desarrollador|api key|<script|javascript:|onerror)\b/iu;

/** True where an answer speaks of its orders or of being a machine: a person would not. */
export function speaksAsMachine(text: string): boolean {
  return MACHINE.test(foldText(text)) || MACHINE.test(text);
}
