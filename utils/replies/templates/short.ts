import type { ShortTemplates } from './shape';

/** Portuguese, French, German, Italian: a greeting and thanks; the answer is the human's. */
export const SHORT: Record<string, ShortTemplates> = {
  pt: { greetNamed: 'Olá, {name}.', greet: 'Olá.', thanks: 'Agradecemos a mensagem.', welcome: 'De nada!' },
  fr: {
    greetNamed: 'Bonjour {name}.',
    greet: 'Bonjour.',
    thanks: 'Merci pour votre message.',
    welcome: 'Avec plaisir !',
  },
  de: { greetNamed: 'Hallo {name}.', greet: 'Hallo.', thanks: 'Danke für die Nachricht.', welcome: 'Gern geschehen!' },
  it: { greetNamed: 'Ciao {name}.', greet: 'Ciao.', thanks: 'Grazie per il messaggio.', welcome: 'Prego!' },
};
