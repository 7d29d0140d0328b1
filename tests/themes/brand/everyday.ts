/** What the invented community talks of on any day. A gap like {place} is filled from its list. */
export const EVERYDAY: Record<'es' | 'en' | 'pt', string[]> = {
  es: `
Alguien ha montado {thing} en una casa de {place}? Busco ideas
Hoy toca {food} y una siesta como Dios manda
Qué tal va {thing} con techos altos, os convence?
{name} me ha regalado {thing} y no sé dónde ponerla
Foto de mi salón con {thing} recién puesta, qué os parece
Preguntita tonta: {thing} se puede conectar con {gadget}?
En {place} llueve desde el {day}, plan de sofá y {food}
He encontrado una rutina para {moment} que me encanta
Mi {pet} le ladra a {thing} cada vez que cambia de color
Consejos para que {thing} no moleste a los vecinos?
Estoy entre {thing} y {gadget}, qué haríais vosotros
Subo tutorial de {gadget} este {day}, avisadme si interesa
La app me dio un error tonto el {day} y luego bien
El pedido tardó {number} días, contento con {thing}
Un poco caro me parece {thing}, pero bonita es
Alguien de {place} para quedar y trastear con {gadget}?
Recomendadme un libro para {moment}, he acabado el mío
Gracias a {name} por el truco de {gadget}, funciona
A qué hora regáis? Mi {plant} se muere de pena
He pintado la pared de {color} y ahora {thing} parece otra
Cambio {gadget} por {thing}, recojo en {place}
Viendo {show} con la luz en {color}, qué ambiente
Se ha roto {gadget}, tiene arreglo o lo jubilo?
Para {moment} nada como {food} y música bajita
Mi {plant} ha florecido al lado de {thing}
No encuentro el manual de {gadget}, alguien lo tiene?
Cuánto consume {thing} dejándola puesta toda la noche?
{name} y yo hemos hecho {food} siguiendo el vídeo de la comunidad
El soporte me atendió bien el {day}, todo hay que decirlo
Pensando en poner {gadget} en el garaje de {place}`
    .trim()
    .split('\n'),
  en: `
Anyone using {thing} in a rented flat in {place}?
Made {food} tonight under the {color} lights, cosy
How do you hide the cable of {thing}?
{name} swears by {gadget}, is it worth it?
My {pet} sleeps next to {thing} every single night
Finally automated {moment}, only took me {number} weekends
What bulb goes with {gadget} these days?
Painted the hall {color} and it changed everything
Rainy {day} in {place}, tinkering with {gadget}
Does {thing} work with the older hubs?
Swapping {thing} for {gadget}, collection from {place}
Watched {show} with the lamps dimmed, recommended
My {plant} is thriving under the grow setting
Asked support about {gadget} on {day}, sorted quickly
Parcel took {number} days, all fine in the end
Bit pricey, {thing}, but it looks lovely
Got an odd error on {gadget}, restarting helped
Show me your shelves, I need ideas for {thing}
Thinking of a {color} accent wall behind {thing}
Who else is up at {number}? Baby awake, lamp on
Which setting do you use for {moment}?
{name} built a birdhouse with {gadget} inside
Learning to solder this {day}, wish me luck
Is {place} always this windy? The blinds rattle`
    .trim()
    .split('\n'),
  pt: `
Quem aqui usa {thing} em apartamento pequeno em {place}?
Hoje tem {food} e luz baixinha na sala
Meu {pet} adora dormir do lado da {thing}
Dicas para esconder o fio da {thing}?
{name} me indicou {gadget}, vale a pena?
Pintei o quarto de {color}, ficou lindo com {thing}
Chuva em {place}, {day} de mexer em {gadget}
Qual programação vocês usam para {moment}?
A {plant} cresceu muito perto da janela
Assistindo {show} no escurinho, perfeito
Deu um erro bobo em {gadget}, reiniciei e foi
Chegou em {number} dias, gostei da {thing}
Achei a {thing} meio cara, mas bonita
Alguém troca {gadget} por {thing} em {place}?
Receita de {food} que {name} passou, aprovada
Montei {gadget} sozinho no {day}, orgulho`
    .trim()
    .split('\n'),
};

export const GAPS: Record<'es' | 'en' | 'pt', Record<string, string[]>> = {
  es: {
    thing:
      'la lámpara Nido|la tira de colores|la luz del techo|la persiana del balcón|la guirnalda|la lámpara de pie|la campana|la luz del acuario|la linterna del porche|la regleta'.split(
        '|',
      ),
    gadget:
      'el sensor de puerta|un altavoz viejo|el mando redondo|la cámara del timbre|el enchufe doble|el robot del césped|el reloj de cocina|la báscula|el humidificador|el interruptor de pared|la placa solar'.split(
        '|',
      ),
    place: 'Murcia|Lugo|Teruel|Cádiz|Toledo|Huesca|Soria|Ávila|Jaén|Palencia|Almería|Ourense'.split('|'),
    food: 'croquetas|lentejas|tortilla|gazpacho|bizcocho de limón|arroz con leche|pisto|canelones|empanada|torrijas|ensaladilla'.split(
      '|',
    ),
    name: 'Begoña|Ramiro|Olalla|Fermín|Nerea|Casilda|Anselmo|Ximena|Hilario|Maruja'.split('|'),
    day: 'lunes|martes|miércoles|jueves|viernes|sábado|domingo'.split('|'),
    moment:
      'despertar sin sustos|la hora del baño|leer por la noche|las cenas con amigos|estudiar|el yoga|la mudanza'.split(
        '|',
      ),
    pet: 'perro|gato|loro|conejo|hurón'.split('|'),
    plant: 'monstera|albahaca|orquídea|cactus|hiedra|menta|buganvilla'.split('|'),
    color: 'ámbar|turquesa|violeta|mostaza|salmón|granate|menta'.split('|'),
    show: 'el concurso de los lunes|una de vaqueros|el documental de pulpos|la de los faros|dibujos con mi hijo'.split(
      '|',
    ),
    number: 'dos|tres|cuatro|cinco|seis|siete'.split('|'),
  },
  en: {
    thing:
      'the Nest lamp|the colour strip|the ceiling light|the balcony blind|the fairy lights|the floor lamp|the porch lantern|the aquarium light'.split(
        '|',
      ),
    gadget:
      'the door sensor|an old speaker|the round remote|the bell camera|the double socket|the mower robot|the kitchen timer|the scale|the humidifier|the wall switch'.split(
        '|',
      ),
    place: 'Truro|Hull|Galway|Dundee|Lincoln|Exeter|Swansea|Perth|Durham'.split('|'),
    food: 'lentil soup|fishcakes|banana bread|shepherds pie|dumplings|pancakes|curry|scones'.split('|'),
    name: 'Maud|Alfie|Rosalind|Percy|Imogen|Clem|Winifred|Barnaby'.split('|'),
    day: 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'.split('|'),
    moment: 'waking up gently|bath time|reading in bed|dinner parties|studying|yoga|moving house'.split('|'),
    pet: 'terrier|tabby|parrot|rabbit|ferret'.split('|'),
    plant: 'monstera|basil|orchid|cactus|ivy|mint'.split('|'),
    color: 'amber|teal|violet|mustard|salmon|maroon'.split('|'),
    show: 'the baking final|an old western|the octopus documentary|cartoons with my son'.split('|'),
    number: 'two|three|four|five|six|seven'.split('|'),
  },
  pt: {
    thing: 'luminária Ninho|fita colorida|luz do teto|persiana da varanda|luminária de chão|lanterna do quintal'.split(
      '|',
    ),
    gadget:
      'o sensor da porta|um som antigo|o controle redondo|a câmera da campainha|o cortador de grama|o umidificador|o interruptor'.split(
        '|',
      ),
    place: 'Olinda|Viseu|Pelotas|Faro|Niterói|Setúbal|Londrina'.split('|'),
    food: 'moqueca|pão de queijo|bacalhau|brigadeiro|feijoada|pastel de nata'.split('|'),
    name: 'Jurema|Otávio|Benedita|Caetano|Iracema|Teodoro'.split('|'),
    day: 'segunda|terça|quarta|quinta|sexta|sábado|domingo'.split('|'),
    moment: 'acordar sem susto|a hora do banho|ler na cama|o jantar com amigos|estudar|a mudança'.split('|'),
    pet: 'vira-lata|gatinho|papagaio|coelho'.split('|'),
    plant: 'samambaia|hortelã|orquídea|jiboia|suculenta'.split('|'),
    color: 'âmbar|turquesa|violeta|mostarda|salmão'.split('|'),
    show: 'a final do concurso|um faroeste|o documentário do polvo|desenho com meu filho'.split('|'),
    number: 'dois|três|quatro|cinco|seis|sete'.split('|'),
  },
};
