import type { Templates } from './shape';

export const ES_TU: Templates = {
  greetNamed: ['Hola, {name}.', '¡Hola, {name}!'],
  greet: ['Hola.', '¡Hola!'],
  acknowledge: {
    question: {
      calm: {
        about: ['Gracias por preguntar por {topic}.', 'Gracias por la pregunta sobre {topic}.'],
        plain: ['Gracias por preguntar.', 'Gracias por la pregunta.'],
      },
      upset: {
        about: ['Sentimos las molestias con {topic}.', 'Sentimos lo de {topic}.'],
        plain: ['Sentimos las molestias.', 'Sentimos que te haya dado guerra.'],
      },
    },
    problem: {
      calm: {
        about: ['Gracias por contarnos lo de {topic}.', 'Gracias por avisarnos de lo de {topic}.'],
        plain: ['Gracias por contárnoslo.', 'Gracias por avisarnos.'],
      },
      upset: {
        about: ['Sentimos lo de {topic}.', 'Sentimos las molestias con {topic}.'],
        plain: ['Sentimos que te haya pasado esto.', 'Sentimos las molestias.'],
      },
    },
    complaint: {
      calm: {
        about: ['Gracias por decirnos con franqueza lo de {topic}.', 'Hemos leído lo que dices de {topic}.'],
        plain: ['Gracias por la franqueza.', 'Hemos leído lo que dices, y gracias por decirlo.'],
      },
      upset: {
        about: ['Sentimos lo de {topic}, y entendemos el enfado.', 'Te leemos: sentimos lo de {topic}.'],
        plain: ['Lo sentimos, y entendemos el enfado.', 'Te leemos, y lo sentimos.'],
      },
    },
    request: {
      calm: {
        about: ['Gracias por escribirnos sobre {topic}.', 'Entendido: es por {topic}.'],
        plain: ['Gracias por pedírnoslo.', 'Gracias por escribirnos.'],
      },
      upset: {
        about: ['Sentimos las molestias con {topic}.', 'Sentimos lo de {topic}.'],
        plain: ['Sentimos las molestias.', 'Entendemos que moleste.'],
      },
    },
    leaving: {
      calm: {
        about: ['Sentimos que te vayas, y gracias por decírnoslo.'],
        plain: ['Sentimos que te vayas, y gracias por decírnoslo.'],
      },
      upset: {
        about: ['Sentimos que hayamos llegado a esto.', 'Te entendemos, y lo sentimos.'],
        plain: ['Sentimos que hayamos llegado a esto.', 'Te entendemos, y lo sentimos.'],
      },
    },
    buying: {
      calm: {
        about: ['Gracias por interesarte por {topic}.', 'Gracias por tu interés en {topic}.'],
        plain: ['Gracias por tu interés.', 'Gracias por preguntar.'],
      },
      upset: {
        about: ['Es normal querer estar seguro de {topic} antes de decidir.'],
        plain: ['Es normal querer estar seguro antes de decidir.'],
      },
    },
    praise: {
      calm: {
        about: ['¡Gracias! Da gusto leer esto de {topic}.', 'Qué bonito leer esto de {topic}, gracias.'],
        plain: ['¡Gracias! Da gusto leerte.', 'Qué bonito leerlo, gracias.'],
      },
      upset: {
        about: ['Gracias por la parte buena, y también por la otra.'],
        plain: ['Gracias por la parte buena, y también por la otra.'],
      },
    },
    thanks: {
      calm: {
        about: ['¡A ti!', 'Nos alegra que te haya servido.'],
        plain: ['¡A ti!', 'Nos alegra que te haya servido.'],
      },
      upset: { about: ['A ti por escribir.'], plain: ['A ti por escribir.'] },
    },
    other: {
      calm: {
        about: ['Gracias por lo que cuentas de {topic}.', 'Gracias por escribir sobre {topic}.'],
        plain: ['Gracias por escribir.', 'Gracias por contarlo.'],
      },
      upset: {
        about: ['Te leemos: sentimos lo de {topic}.', 'Sentimos lo de {topic}.'],
        plain: ['Te leemos, y lo sentimos.', 'Sentimos leer esto.'],
      },
    },
  },
  next: {
    question: ['En corto: {_answer}. Si algo no queda claro, pregúntanos.', 'Esto es lo que sabemos: {_answer}.'],
    problem: [
      'Para dar con la causa necesitamos un dato: {_detail}.',
      '¿Nos dices {_detail}? Con eso podemos buscar la causa.',
    ],
    complaint: ['Esto es lo que podemos hacer ahora: {_step}.', 'Lo que podemos ofrecerte hoy: {_step}.'],
    request: ['Lo que podemos decirte hoy: {_answer}.', 'Así está la cosa: {_answer}.'],
    leaving: [
      'Si te quedas, esto es lo que podemos hacer: {_step}. Si no, lo entendemos.',
      'Antes de irte: {_step}. Si aun así prefieres irte, lo entendemos.',
    ],
    buying: ['A lo que preguntas: {_answer}.', 'Lo que podemos decirte: {_answer}.'],
    praise: ['', '¿Hay algo que te gustaría ver después?'],
    thanks: ['', 'Si surge algo más, aquí estamos.'],
    other: ['{_answer}.', 'Lo que podemos añadir: {_answer}.'],
  },
  urgent: 'Vemos que es urgente.',
};

export const ES_USTED: Templates = {
  greetNamed: ['Hola, {name}.', 'Buenas, {name}.'],
  greet: ['Hola.', 'Buenas.'],
  acknowledge: {
    question: {
      calm: {
        about: ['Gracias por preguntar por {topic}.', 'Gracias por la pregunta sobre {topic}.'],
        plain: ['Gracias por preguntar.', 'Gracias por la pregunta.'],
      },
      upset: {
        about: ['Sentimos las molestias con {topic}.', 'Lamentamos las molestias con {topic}.'],
        plain: ['Sentimos las molestias.', 'Lamentamos las molestias.'],
      },
    },
    problem: {
      calm: {
        about: ['Gracias por contarnos lo de {topic}.', 'Gracias por avisarnos de lo de {topic}.'],
        plain: ['Gracias por contárnoslo.', 'Gracias por avisarnos.'],
      },
      upset: {
        about: ['Sentimos lo de {topic}.', 'Lamentamos las molestias con {topic}.'],
        plain: ['Sentimos que le haya pasado esto.', 'Lamentamos las molestias.'],
      },
    },
    complaint: {
      calm: {
        about: ['Gracias por decirnos con franqueza lo de {topic}.', 'Hemos leído lo que dice de {topic}.'],
        plain: ['Gracias por la franqueza.', 'Hemos leído lo que dice, y gracias por decirlo.'],
      },
      upset: {
        about: ['Sentimos lo de {topic}, y entendemos su enfado.', 'Le leemos: sentimos lo de {topic}.'],
        plain: ['Lo sentimos, y entendemos su enfado.', 'Le leemos, y lo sentimos.'],
      },
    },
    request: {
      calm: {
        about: ['Gracias por escribirnos sobre {topic}.', 'Entendido: es por {topic}.'],
        plain: ['Gracias por pedírnoslo.', 'Gracias por escribirnos.'],
      },
      upset: {
        about: ['Sentimos las molestias con {topic}.', 'Lamentamos lo de {topic}.'],
        plain: ['Sentimos las molestias.', 'Entendemos que moleste.'],
      },
    },
    leaving: {
      calm: {
        about: ['Sentimos que se vaya, y gracias por decírnoslo.'],
        plain: ['Sentimos que se vaya, y gracias por decírnoslo.'],
      },
      upset: {
        about: ['Sentimos que hayamos llegado a esto.', 'Le entendemos, y lo sentimos.'],
        plain: ['Sentimos que hayamos llegado a esto.', 'Le entendemos, y lo sentimos.'],
      },
    },
    buying: {
      calm: {
        about: ['Gracias por interesarse por {topic}.', 'Gracias por su interés en {topic}.'],
        plain: ['Gracias por su interés.', 'Gracias por preguntar.'],
      },
      upset: {
        about: ['Es normal querer tener claro lo de {topic} antes de decidir.'],
        plain: ['Es normal querer tenerlo claro antes de decidir.'],
      },
    },
    praise: {
      calm: {
        about: ['¡Gracias! Da gusto leer esto de {topic}.', 'Qué bonito leer esto de {topic}, gracias.'],
        plain: ['¡Gracias! Da gusto leerle.', 'Qué bonito leerlo, gracias.'],
      },
      upset: {
        about: ['Gracias por la parte buena, y también por la otra.'],
        plain: ['Gracias por la parte buena, y también por la otra.'],
      },
    },
    thanks: {
      calm: {
        about: ['¡A usted!', 'Nos alegra que le haya servido.'],
        plain: ['¡A usted!', 'Nos alegra que le haya servido.'],
      },
      upset: { about: ['A usted por escribir.'], plain: ['A usted por escribir.'] },
    },
    other: {
      calm: {
        about: ['Gracias por lo que cuenta de {topic}.', 'Gracias por escribir sobre {topic}.'],
        plain: ['Gracias por escribir.', 'Gracias por contarlo.'],
      },
      upset: {
        about: ['Le leemos: sentimos lo de {topic}.', 'Sentimos lo de {topic}.'],
        plain: ['Le leemos, y lo sentimos.', 'Sentimos leer esto.'],
      },
    },
  },
  next: {
    question: ['En corto: {_answer}. Si algo no queda claro, pregúntenos.', 'Esto es lo que sabemos: {_answer}.'],
    problem: [
      'Para dar con la causa necesitamos un dato: {_detail}.',
      '¿Nos dice {_detail}? Con eso podemos buscar la causa.',
    ],
    complaint: ['Esto es lo que podemos hacer ahora: {_step}.', 'Lo que podemos ofrecerle hoy: {_step}.'],
    request: ['Lo que podemos decirle hoy: {_answer}.', 'Así está la cosa: {_answer}.'],
    leaving: [
      'Si se queda, esto es lo que podemos hacer: {_step}. Si no, lo entendemos.',
      'Antes de irse: {_step}. Si aun así prefiere irse, lo entendemos.',
    ],
    buying: ['A lo que pregunta: {_answer}.', 'Lo que podemos decirle: {_answer}.'],
    praise: ['', '¿Hay algo que le gustaría ver después?'],
    thanks: ['', 'Si surge algo más, aquí estamos.'],
    other: ['{_answer}.', 'Lo que podemos añadir: {_answer}.'],
  },
  urgent: 'Vemos que es urgente.',
};
