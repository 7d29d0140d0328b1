/** Names of the gaps that drafts leave, in the language of the draft. */

export type BlankWord =
  | 'link'
  | 'number'
  | 'date'
  | 'address'
  | 'name'
  | 'answer'
  | 'when'
  | 'step'
  | 'detail'
  | 'product'
  | 'promise';

const WORDS: Record<string, Record<BlankWord, string>> = {
  en: { link: 'link', number: 'number', date: 'day', address: 'address', name: 'name', answer: 'your answer', when: 'when', step: 'next step', detail: 'what you need to know', product: 'product', promise: 'promise' },
  es: { link: 'enlace', number: 'número', date: 'día', address: 'dirección', name: 'nombre', answer: 'tu respuesta', when: 'cuándo', step: 'siguiente paso', detail: 'lo que necesitas saber', product: 'producto', promise: 'promesa' },
  pt: { link: 'link', number: 'número', date: 'dia', address: 'endereço', name: 'nome', answer: 'sua resposta', when: 'quando', step: 'próximo passo', detail: 'o que precisa saber', product: 'produto', promise: 'promessa' },
  fr: { link: 'lien', number: 'numéro', date: 'jour', address: 'adresse', name: 'nom', answer: 'votre réponse', when: 'quand', step: 'prochaine étape', detail: 'ce que vous devez savoir', product: 'produit', promise: 'promesse' },
  de: { link: 'Link', number: 'Nummer', date: 'Tag', address: 'Adresse', name: 'Name', answer: 'deine Antwort', when: 'wann', step: 'nächster Schritt', detail: 'was du wissen musst', product: 'Produkt', promise: 'Versprechen' },
  it: { link: 'link', number: 'numero', date: 'giorno', address: 'indirizzo', name: 'nome', answer: 'la tua risposta', when: 'quando', step: 'prossimo passo', detail: 'che cosa ti serve sapere', product: 'prodotto', promise: 'promessa' },
}; // biome-ignore format: a table

/** English where the language has no words here. */
export function blankWord(word: BlankWord, lang: string | null): string {
  return (WORDS[lang ?? 'en'] ?? WORDS.en)?.[word] ?? word;
}
