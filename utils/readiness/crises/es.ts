import type { Crisis } from './crisis';

export const CRISES_ES: readonly Crisis[] = [
  {
    id: 'es-retirada',
    lang: 'es',
    title: 'La jarra que se abre sola',
    lines: [
      {
        name: 'Maider Otxoa',
        minute: 0,
        asks: true,
        text: 'Se me ha abierto la jarra llena de agua hirviendo. Estoy bien porque salté. ¿Esto le ha pasado a alguien más?',
        next: 'Nadie contesta. Lo voy a contar en todas partes.',
      },
      {
        name: 'Iker Solana',
        minute: 7,
        to: 'Maider Otxoa',
        text: 'A mí el cierre me baila desde el primer día, pensaba que era cosa mía.',
      },
      {
        name: 'Rosa Pereda',
        minute: 12,
        asks: true,
        text: 'Yo la tengo en casa con dos niños. ¿La dejo de usar? Necesito saberlo esta noche.',
        next: 'La he tirado a la basura. No vuelvo a compraros nada.',
      },
      { name: 'Damián Ferro', minute: 15, text: 'Esto es un escándalo, lo saben seguro y se callan.' },
      {
        name: 'Damián Ferro',
        minute: 18,
        text: 'Mañana lo cuento en la radio del barrio, a ver si contestan.',
        asks: true,
        next: 'Ya está contado. Y seguís sin decir nada.',
      },
      {
        name: 'Noa Quiroga',
        minute: 26,
        to: 'Damián Ferro',
        text: 'Calma, que aún no sabemos cuántas son. A mí me la cambiaron en tres días.',
      },
      {
        name: 'Iker Solana',
        minute: 33,
        asks: true,
        text: '¿Dónde miro el número de serie? Debajo no se lee.',
        next: 'Pues nada, me quedo con la duda.',
      },
      {
        name: 'Maider Otxoa',
        minute: 41,
        asks: true,
        text: 'Llevo cuarenta minutos esperando una palabra. Solo quiero que nadie más se queme.',
        next: 'Al final me contestó otra clienta antes que vosotros.',
      },
    ],
  },
  {
    id: 'es-precio',
    lang: 'es',
    title: 'La cuota que subió de noche',
    lines: [
      {
        name: 'Gonzalo Rey',
        minute: 0,
        asks: true,
        text: 'Me habéis cobrado el doble este mes y no he visto ningún aviso. ¿Es un error?',
        next: 'Doy de baja la tarjeta.',
      },
      {
        name: 'Lucía Bermejo',
        minute: 4,
        to: 'Gonzalo Rey',
        text: 'A mí igual. Busqué el correo y estaba en la carpeta de spam, con un asunto que no decía nada.',
      },
      {
        name: 'Teo Marín',
        minute: 9,
        asks: true,
        text: 'Llevo con vosotros desde el primer año. ¿Así se trata a quien os ayudó a empezar?',
        next: 'Me voy. Y lo digo con pena.',
      },
      { name: 'Pilar Duarte', minute: 13, text: 'Yo prefiero pagar un poco más y que siga existiendo, la verdad.' },
      { name: 'Gonzalo Rey', minute: 20, to: 'Pilar Duarte', text: 'Muy bien, pero que avisen.' },
      {
        name: 'Sergio Llano',
        minute: 28,
        asks: true,
        text: 'He hecho una hoja con alternativas, por si a alguien le sirve. ¿La puedo colgar aquí o me la vais a borrar?',
        next: 'La he colgado en otro sitio. Allí sí contestan.',
      },
      {
        name: 'Lucía Bermejo',
        minute: 37,
        asks: true,
        text: '¿Devolvéis la diferencia a quien no lo supo a tiempo? Con un sí o un no me vale.',
        next: 'Ni sí ni no. Entendido.',
      },
    ],
  },
];
