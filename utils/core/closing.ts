/**
 * Words that end a conversation: thanks, "solved", "never mind". Whose turn it is and when not to answer both follow from
 * it, so the rule lives here. Spanish and English in full; the plain thanks of Portuguese, French, German and Italian.
 */

/** What a closing says: thanks, or only that nothing more is needed. */
export type Closing = 'thanks' | 'done';

const EDGE = String.raw`(?<![\p{L}\p{N}])`;
const TAIL = String.raw`(?![\p{L}\p{N}])`;
const words = (...patterns: string[]): RegExp => new RegExp(`${EDGE}(?:${patterns.join('|')})${TAIL}`, 'iu');

const THANKS = words(
  String.raw`thank(?:s+| you|x)(?! (?:for nothing|god|heavens|but no))|thx+|tnx|tysm|ty|cheers|much appreciated|(?:really |greatly )?appreciate (?:it|that|this|the|your|you)|grateful|ta`,
  String.raw`(?:mu(?:ch|chí)simas |muchas |mil |millones de )?gracias(?! a (?:que|los|las|la|el|vosotros no|ustedes no)| por nada)|se agradece|(?:os |te |le |les |lo |la )+agradezco|agradecid[oa]s?|mil gracias|grcs|grax`,
  String.raw`obrigad[oa]|merci|danke(?:schön)?|vielen dank|grazie`,
);
const DONE = words(
  String.raw`(?:it(?:'s| is)? |that |all |now )*(?:works|working|worked|fixed|solved|sorted|resolved|done)(?: (?:now|it|again|perfectly|great|like a charm))*|never ?mind|problem solved|got it|that did (?:it|the trick)|all good(?: now)?|(?:you're|you are|ur) (?:a star|a legend|a lifesaver|the best)|perfect|brilliant|great,? will do|understood|makes sense`,
  String.raw`(?:ya )?(?:me |nos )?(?:ha )?funcion(?:a|ó|ado)(?: (?:ya|bien|perfecto|perfectamente))*|(?:ya )?(?:está |esta |queda )?(?:arreglad|solucionad|resuelt)[oa]|(?:ya )?lo (?:he )?(?:conseguido|solucionado|arreglado|tengo)|solucionado|resuelto|olvidadlo|olvídalo|perfecto|genial|estupendo|entendido|aclarado|(?:me )?(?:ha )?qued(?:a|ó|ado) claro|sois (?:los mejores|unos cracks?)|eres (?:un sol|un crack|una crack|el mejor|la mejor)|listo|todo (?:bien|ok|en orden)|vale`,
);
/** Something still hangs: a question, a "but", a problem that stays, sarcasm about thanks. */
const OPEN = new RegExp(
  [
    String.raw`[?¿]`,
    String.raw`${EDGE}(?:but|however|still|yet|although|though|except|unfortunately|no thanks|thanks for nothing|(?:in|thanks in) advance|could you|can you|would you|please (?!d)|waiting|wait(?:ed)?|not|isn't|doesn't|didn't|don't|won't|can't|cannot|never (?!mind)|no longer|nothing|refund|cancel\w*|broken|terrible|awful|useless|worst|disappoint\w*|ruin\w*|lost|late|again,? no)${TAIL}`,
    String.raw`${EDGE}(?:pero|aunque|sin embargo|sigue[ns]?|todavía|todavia|aún|aun|de antemano|por adelantado|gracias por nada|podéis|podeis|podrías?|podríais|puedes|pueden|podrían|esperando|no|nunca|tampoco|nadie|ni|reembolso|devoluci[óo]n|vergüenza|pésim\w*|fatal|horrible|lamentable|decepci\w*|roto|rota|perdid[oa])${TAIL}`,
  ].join('|'),
  'iu',
);
/** Turns of phrase in which a word of `OPEN` leaves nothing open. */
const HARMLESS = new RegExp(
  `${EDGE}(?:${[
    String.raw`no (?:problem|worries|need(?: to (?:reply|answer))?|rush|further questions|more questions)|not (?:a problem|at all)|don't worry|(?:couldn't|can't|could not|cannot) (?:thank|ask)[^.!]*|(?:nothing|no) (?:else|more)(?: needed)?|no longer (?:a problem|an issue|need(?:ed)?|happens|happening)|didn't know(?: that)?|wasn't expecting[^.!]*|not only[^.!]*`,
    String.raw`no (?:hace falta|te preocupes|os preocupéis|se preocupe|pasa nada|era nada|lo sabía|sabía(?: eso)?|lo había visto|tengo más (?:dudas|preguntas)|hay (?:problema|más dudas|prisa)|necesito (?:nada )?más|me (?:lo )?esperaba[^.!]*|caía|había caído)|ya no (?:me )?(?:falla|pasa|se cuelga|sale|hace falta|lo necesito|necesito)|(?:nada más|sin problema)|no (?:puedo|podría) (?:estar más|pedir más)[^.!]*`,
  ].join('|')})${TAIL}`,
  'giu',
);
/** A closing is short: whoever goes on has more to say. */
const MOST_WORDS = 45;

/** What the text closes the conversation with, or null where something is still open. */
export function closingOf(text: string): Closing | null {
  const plain = text
    .replace(/https?:\/\/\S+/giu, ' ')
    .replace(/[’`]/gu, "'")
    .trim();
  const length = plain.split(/\s+/u).length;
  if (!plain || length > MOST_WORDS || OPEN.test(plain.replace(HARMLESS, ' '))) return null;
  if (THANKS.test(plain) || /^(?:🙏|❤️|👍|🙌|💙)+$/u.test(plain.replace(/\s/gu, ''))) return 'thanks';
  return length <= 12 && DONE.test(plain) ? 'done' : null;
}
