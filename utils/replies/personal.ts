/** What people let slip about themselves: e-mail, telephone, cards, accounts, identity numbers, homes. */

const MAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})*\.\p{L}{2,24}(?![\p{L}\p{N}])/u;
const NATIONAL_ID =
  /(?<![\p{L}\p{N}])(?:[XYZ]-?\d{7}|\d{8})-?[A-HJ-NP-TV-Z](?![\p{L}\p{N}])|(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/iu;
const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){3,7}(?:[ -]?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/u;
const SAID_PHONE =
  /(?<![\p{L}])(?:tel(?:[ée]fono)?|m[óo]vil|phone|call me|ll[áa]m(?:a|e|ad|en)me|whatsapp|mobile|cell)(?![\p{L}])[^\d\n]{0,25}\+?\d(?:[\d .()-]{6,18})\d/iu;
const PHONE =
  /(?<![\d.,/-])(?:\+\d{2,3}[ .-]?(?:\d[ .-]?){7,11}\d|[679]\d{2}[ .-]?\d{3}[ .-]?\d{3}|[679]\d{2}(?:[ .-]?\d{2}){3}|\(\d{3}\) ?\d{3}-\d{4})(?![\d.,/-]\d|\d)/u;
const CARD = /(?<!\d)(?:\d[ -]?){12,18}\d(?!\d)/gu;
const HOME =
  /(?<![\p{L}])(?:my address is|i live at|mi direcci[óo]n es|vivo en (?:la )?(?:calle|avenida|plaza|c\/))(?![\p{L}])/iu;

/** The text with a word in place of each: what somebody let slip is not passed on. */
export function withoutPersonalData(text: string): string {
  let plain = text.replace(CARD, (digits) => (isCard(digits.replace(/\D/gu, '')) ? '[…]' : digits));
  for (const pattern of [MAIL, IBAN, NATIONAL_ID, PHONE]) plain = plain.replace(new RegExp(pattern, 'giu'), '[…]');
  return plain;
}

/** An e-mail address, a telephone, a card, an account, an identity number or a home, of whoever writes. */
export function holdsPersonalData(text: string): boolean {
  const plain = text.slice(0, 4_000).replace(/https?:\/\/\S+/giu, ' ');
  return (
    [MAIL, NATIONAL_ID, IBAN, SAID_PHONE, PHONE, HOME].some((pattern) => pattern.test(plain)) ||
    [...plain.matchAll(CARD)].some(([digits]) => isCard(digits.replace(/\D/gu, '')))
  );
}

/** Luhn's check, which every payment card passes. */
function isCard(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19 || /^(\d)\1+$/u.test(digits)) return false;
  let sum = 0;
  [...digits].reverse().forEach((digit, place) => {
    const doubled = Number(digit) * (place % 2 === 1 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  });
  return sum % 10 === 0;
}
