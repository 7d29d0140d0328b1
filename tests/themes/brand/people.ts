/** Invented posts about an invented brand: what people feel, fear and laugh about. */
import type { BrandTheme } from './service';

const lines = (text: string) => text.trim().split('\n');

export const PEOPLE_THEMES: BrandTheme[] = [
  {
    name: 'boycott',
    posts: lines(`
Ni un euro más a una empresa que trata así a su gente
Yo ya he tirado la tarjeta de puntos, y animo a que hagáis lo mismo
Boicot desde hoy, en mi casa no entra nada suyo
Dejad de comprar hasta que den la cara por lo de los almacenes
Mi familia pasa de ellos, hay marcas del barrio igual de buenas
Que se coman sus bombillas, no vuelvo a comprarles
Not another penny from me until they apologise
I'm done with them, vote with your wallet, folks
Stop buying from companies that lock fire exits
Cleared out every gadget of theirs this weekend, feels good
Joining the boycott, already found a local alternative
Nunca mais compro nada dessa turma
Parem de comprar enquanto não respeitarem quem trabalha lá
Boicote já, troquei tudo por produto daqui`),
  },
  {
    name: 'jingle meme',
    posts: lines(`
Llevo tres días con la cancioncilla del búho en la cabeza, auxilio
Mi hija le ha puesto la melodía del anuncio al himno del cole, me parto
El vídeo del búho bailando con gafas es lo mejor de la semana
Han hecho una versión flamenca y no puedo parar de verla
Jajajaja el remix con la voz del presidente
Meme nuevo: el búho en la última cena
That owl song is living in my brain rent free
Someone mashed up the jingle with death metal and I'm crying laughing
Can't stop humming it in meetings, send help
The parody with the sleepy owl got two million views
Caught my dentist whistling the tune
A musiquinha da coruja grudou, morri de rir com a paródia
Fizeram versão funk da coruja, melhor coisa da internet
Meu chefe cantarolou na reunião, viral demais`),
  },
  {
    name: 'courier praise',
    posts: lines(`
El repartidor me subió la nevera cinco pisos sin ascensor y con una sonrisa, un diez
Chapó por la chica de la tienda de Gijón, se quedó hasta las nueve para ayudarme
Os habéis superado, en dos horas lo tenía resuelto
Qué maravilla de trato, a mi suegra la llamaron para preguntar qué tal
Enhorabuena al equipo, así da gusto
Me arreglaron la persiana gratis y fuera de garantía, impecable
Hats off to the engineer who drove out in the snow
Brilliant service today, replaced it on the spot, no questions
The woman on the phone stayed with my mum for an hour, so kind
Above and beyond, five stars for the Cardiff team
Kudos, they found my ring in the returned vacuum and posted it
Atendimento nota dez, a moça até ligou depois
Parabéns pro entregador que salvou meu aniversário
Show de bola, trocaram na hora e ainda deram um brinde`),
  },
  {
    name: 'sale rumour',
    posts: lines(`
He oído que los compra un fondo de Singapur, alguien lo confirma?
En la fábrica se dice que en junio cambia de manos
Mi primo, que trabaja allí, cuenta que hay negociaciones con los coreanos
Es verdad lo de la venta? En el periódico no sale nada
Se rumorea una fusión con los de las aspiradoras
Si entra capital de fuera, adiós al taller de Vitoria
Word is they are being sold to an American giant
Any truth in the takeover story going round?
Apparently the founders are cashing out, unconfirmed
Heard there's a merger coming, staff were told on Friday
New owner by summer, or so my neighbour claims
Ouvi dizer que a empresa foi vendida, será boato?
Dizem que vão se juntar com uma concorrente chinesa
Circula por aí que os donos querem sair do negócio`),
  },
  {
    name: 'store closing',
    posts: lines(`
El cartel de liquidación en la calle Mayor me ha dado una pena tremenda
Cierran la de Oviedo a final de mes, nos quedamos sin nadie que repare
Bajan la persiana después de treinta años, se acabó una época
Me han dicho las dependientas que las mandan al paro en marzo
Ya no abren los sábados y el año que viene, ni eso
Sad to see the Norwich branch go, where will I get spares now?
Closing down sign in the window this morning, end of an era
The high street shop is shutting, only online from May
They're boarding up the last showroom in the north
Vão fechar a loja do centro, comprei minha primeira luminária lá
Última semana da filial de Braga, que tristeza
A unidade do shopping encerra as portas dia trinta`),
  },
  {
    name: 'courier strike',
    posts: lines(`
Los repartidores paran el jueves y con toda la razón
Piquetes en la nave de Getafe, no sale ni un camión
Huelga indefinida, dicen los sindicatos, por los turnos de catorce horas
Me ha dicho el chico que no trabajan hasta que les firmen el convenio
Ánimo a los que están en la puerta del almacén con este frío
Drivers are walking out over pay, good for them
Picket line outside the depot, my order can wait
The union called a strike for the weekend before Easter
Industrial action at the warehouse, honk if you pass by
Greve dos entregadores a partir de segunda, apoio total
Paralisação no galpão, o sindicato pede aumento
Os motoristas cruzaram os braços em Campinas`),
  },
  {
    name: 'skin trouble',
    posts: lines(`
La correa del reloj me ha dejado un sarpullido en la muñeca
Picor toda la noche después de usar la mascarilla de luz
A mi marido le han salido ronchas donde roza el sensor
Rojeces en la cara, he dejado de ponérmela
La dermatóloga dice que es alergia al níquel de la hebilla
Escuece muchísimo y pone hipoalergénico en la caja
Broke out in hives after three days with the band
Itchy red patch exactly the shape of the tracker
My daughter's arm is covered in a rash from that bracelet
Is anyone else getting irritation behind the ears?
Fiquei com coceira e manchas no pulso
Meu filho teve alergia à pulseira, o braço ficou vermelho
Irritou minha pele em dois dias, parei de usar`),
  },
  {
    name: 'job cuts',
    posts: lines(`
Echan a doscientas personas del taller de Vitoria y reparten dividendos
A mi hermana la han despedido por videollamada
El ERE lo anuncian el mismo día que el patrocinio del Mundial, hay que tenerlos cuadrados
Recortan plantilla justo en el equipo que contestaba bien
Veinticinco años allí y a la calle con una carta
Laid off the whole repair team, guess who fixes mine now
My friend got sacked by email at midnight
They are cutting a third of staff while buying a stadium name
So many good people let go this week, heartbreaking
Redundancies announced at the Swindon site
Demitiram o pessoal do suporte inteiro, que absurdo
Mandaram embora meu vizinho depois de doze anos
Corte de pessoal na fábrica, a cidade vai sentir`),
  },
];
