/** Invented posts about an invented brand: things that break. No word is shared by most posts of a theme. */
export interface BrandTheme {
  name: string;
  /** One post a line: Spanish, English, Portuguese. */
  posts: string[];
}

const lines = (text: string) => text.trim().split('\n');

export const SERVICE_THEMES: BrandTheme[] = [
  {
    name: 'outage',
    posts: lines(`
Desde las nueve la ruedecita da vueltas y no carga ni la portada
A vosotros os deja entrar? A mí me echa cada vez que lo intento
Se ha caído todo justo cuando iba a encender la calefacción desde el trabajo
Pantalla en blanco al abrirla, ya la he reiniciado tres veces
Nubalia no responde, he probado con datos y con el wifi de mi madre
Fuera de servicio un lunes por la mañana, qué oportuno
Mi lámpara lleva dos horas sin obedecer porque el servidor debe de estar de siesta
Is it just me or is the whole thing down this morning?
Can't get in from the laptop, the tablet or the phone
It says the site is unreachable, and I have a delivery to schedule
My blinds are stuck shut because their cloud went offline, wonderful
Getting a 503 whenever I tap on devices
Aqui em Lisboa também está fora do ar, alguém tem previsão?
Não consigo entrar desde cedo, fica só a tela branca
O portal caiu de vez, nem a página de ajuda abre`),
  },
  {
    name: 'bad update',
    posts: lines(`
Desde que se instaló la última versión el termostato se cierra solo
Con el parche de ayer se me cuelga al tocar el menú
La actualización me ha dejado el reloj como un ladrillo, pantalla negra
Quiero volver a la versión anterior, esta va a pedales
Antes de actualizar iba como la seda, ahora se congela cada dos por tres
Mi sobrino le dio a instalar la novedad y ya no arranca
The new release keeps closing on me every time I open scenes
Rolled out on Tuesday, and since then the hub reboots by itself
Whoever signed off this firmware never used it, it freezes constantly
Please let us go back to the old version, mine crashes on launch
Bugs everywhere after last night's upgrade, even the clock is wrong
Depois da atualização o aplicativo fecha sozinho no meio da rotina
A versão nova trava tudo, tive que desligar da tomada
Atualizei ontem e agora só aparece erro na cozinha`),
  },
  {
    name: 'overheating',
    posts: lines(`
El cargador quema al tocarlo, casi me deja la huella en la mesilla
La bombilla se calienta tanto que ha dejado marca en la pantalla de papel
Anoche olía a chamusquina y era el enchufe inteligente hirviendo
Mi altavoz parece una estufa después de media hora de radio
Se me ha deformado la carcasa por el calor que suelta la batería
Hoy he visto humo salir de la base, la he tirado al fregadero
Mine gets hot enough to fry an egg while it charges
The plug overheats and trips the breaker, I'm scared to leave it on
Burn mark on my shelf where the hub was sitting
Battery pack swollen and too hot to touch this afternoon
O meu esquenta demais, desliguei com medo de pegar fogo
A tomada ficou preta e derreteu um pouco do plástico
Superaquecimento na base de carga, alguém mais viu fumaça?`),
  },
  {
    name: 'support silent',
    posts: lines(`
Tres correos y ni una respuesta, será que les caigo mal
Nadie coge el teléfono, cuarenta minutos con la musiquita
El chat me contesta un robot que repite la misma frase
Llevo esperando desde el martes a que alguien me diga algo
La atención al cliente ha desaparecido, os lo digo yo
Abrí un caso hace dos semanas y no contestan ni con un gracias
Still waiting for a reply to the ticket I opened on the 3rd
On hold for an hour, then the line went dead
Four messages, radio silence, is anybody home?
Their helpdesk just closes my case without reading it
The bot keeps sending me in circles and there is no human behind it
Ninguém responde o atendimento, já mandei e-mail e mensagem
Fiquei na fila do telefone a tarde inteira e a ligação caiu
Sem resposta há nove dias, isso é normal?`),
  },
  {
    name: 'security scare',
    posts: lines(`
Me ha llegado un aviso de un acceso desde Hanói y yo no he salido de Burgos
Alguien ha entrado en mi cuenta y ha cambiado la dirección
Cambiad la contraseña ya, a mi cuñado le han hackeado la cámara
Dicen que se han filtrado los datos de medio millón de usuarios
Mi termostato se ha puesto a treinta grados él solito, esto es un intruso
He recibido el código de verificación sin pedirlo, tres veces esta noche
Somebody logged into mine from a city I have never visited
Just had to reset my password because of a suspicious sign in
Looks like a data breach, my address is in a public dump
A stranger spoke through the baby monitor last night, we unplugged it
Two factor codes keep arriving and I did not ask for them
Invadiram a conta do meu pai e trocaram o e-mail
Parece que vazaram cadastros, confiram as senhas de vocês
Entrou alguém de fora na minha rede, aparece um aparelho desconhecido`),
  },
  {
    name: 'impostors',
    posts: lines(`
Ojo con un SMS que pide pagar dos euros de aduana y lleva a una página falsa
Se hacen pasar por el servicio técnico y te piden la tarjeta
Mi abuela casi cae en el timo del premio de aniversario
Perfil clonado en Instagram ofreciendo lámparas regaladas, denunciadlo
El correo parecía auténtico, pero el remitente acababa en .xyz, phishing de manual
No pinchéis en el enlace del sorteo que corre por WhatsApp
Scam warning: a caller says your account is blocked and wants a code
Someone is running a fake shop with their logo, lost thirty quid
That giveaway page is not them, it's impersonating the real one
Got a text about a failed payment with a suspicious link
Estão aplicando golpe por mensagem se passando pela assistência
Caí num site falso com promoção de natal, cuidado gente
Perfil fraudulento pedindo pix em nome da marca`),
  },
  {
    name: 'listening devices',
    posts: lines(`
Hablo de canguros en la cocina y me salen anuncios de Australia, nos escuchan
El micrófono se enciende con la tecla quitada, lo he visto en el router
Privacidad cero, manda grabaciones a no sé qué oficina
Pide permiso para leer los contactos, para qué lo querrá una bombilla
Quiero saber quién oye lo que se dice en mi dormitorio
He tapado la cámara con cinta porque no me fío ni un pelo
Does anyone know what it uploads at 3 am every night?
They track where you are even with location off, read the small print
My data is not theirs to sell, where is the opt out?
Spying gadgets, that's what these are, it recorded my kids
The privacy policy changed overnight and nobody asked me
Esse alto-falante grava conversa, achei arquivos com a voz da minha mãe
Meus dados foram parar numa seguradora, vou reclamar na LGPD
Vigilância dentro de casa e a gente ainda paga por isso`),
  },
  {
    name: 'ads in the app',
    posts: lines(`
Ahora para apagar la luz tengo que ver antes un anuncio de detergente
Han llenado el inicio de banners, no encuentro el botón de la persiana
He pagado doscientos euros para que me pongan publicidad en el salón
Un vídeo de quince segundos cada vez que miro la temperatura, de verdad
La pantallita del horno me recomienda seguros, surrealista
Sponsored tiles on a device I own, are you kidding?
Commercials before I can open my own front door
Can we pay to remove the ads or is that also coming later?
They put promos in the notification tray, three since breakfast
Adverts on the fridge display, peak civilisation
Propaganda no meio da rotina da manhã, era só o que faltava
Encheram a tela inicial de anúncio de banco
Paguei caro e ainda recebo comercial na geladeira`),
  },
  {
    name: 'dark mode wish',
    posts: lines(`
Para cuándo un modo oscuro, que de noche me quedo ciego
Estaría genial poder poner el fondo negro
Mis ojos a las dos de la mañana piden un tema oscuro, por favor
Ojalá se pudiera bajar tanto blanco, tengo fotofobia
Sugerencia: que respete la apariencia nocturna del teléfono
Con la niña en brazos y esa pantalla como un faro, un tema apagado ayudaría
Dark theme when? My retinas are begging
Would love a night option, it lights up the whole bedroom
Please add a black background, everyone else has one
Feature request: follow the system appearance after sunset
Seria ótimo ter modo escuro, uso antes de dormir
Falta uma opção de tema noturno, a tela clareia o quarto todo
Bem que podiam deixar o fundo preto`),
  },
];
