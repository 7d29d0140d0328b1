/** Invented posts about an invented brand: buying, paying, delivering. */
import type { BrandTheme } from './service';

const lines = (text: string) => text.trim().split('\n');

export const TRADE_THEMES: BrandTheme[] = [
  {
    name: 'price rise',
    posts: lines(`
Me acaba de llegar el recibo y la cuota ha pasado de 6 a 9 así sin avisar
Han subido las tarifas y encima lo llaman mejora
Un cincuenta por ciento más caro que en enero, y mi sueldo igual
Otra vez suben, y van dos en un año
Me sale ya más cara la luz de la lámpara que la lámpara
El plan familiar ha encarecido tanto que lo dejo
They put the price up again and hid it in paragraph nine
Twelve to eighteen a month, who approved this hike?
Loyal for six years and my renewal costs more than a new customer's
It used to be affordable, now it's daylight robbery
Inflation my foot, that increase is pure greed
Aumentaram a mensalidade sem mandar nem um aviso
Ficou mais caro que o streaming, não dá
Reajuste de quarenta por cento, vou ter que escolher entre isso e o ginásio`),
  },
  {
    name: 'lost parcels',
    posts: lines(`
El seguimiento dice entregado y en mi portal no hay nada
Mi pedido lleva en Zaragoza desde el día 4, debe de haberse empadronado
No me ha llegado la base que encargué para Reyes
El mensajero jura que lo dejó con un vecino que no existe
Paquete extraviado por tercera vez este mes
Donde debería estar la caja hay una foto de una puerta que no es la mía
Sigo sin recibir los filtros y ya es la segunda reclamación
Tracking hasn't moved in eleven days, it's in a depot somewhere
Marked as delivered, never arrived, nobody saw a van
My parcel went to Leeds, I live in Bristol
Still hasn't come and the courier says ask the sender
A encomenda sumiu no caminho, o rastreio parou em Curitiba
Minha compra não chegou e já passou do prazo
Entregaram no prédio errado e agora ninguém acha`),
  },
  {
    name: 'double charge',
    posts: lines(`
Miro el banco y aparece el mismo importe dos veces
Me han cobrado febrero por duplicado
Un cargo de 89 euros que yo no he autorizado
La tarjeta echa humo, tres apuntes idénticos en el extracto
Cobro doble a mi marido y a mí por el mismo cacharro
Me pasaron el recibo repetido y ahora estoy en números rojos
Billed twice this month, my statement shows it clear as day
Charged me for a plan I cancelled and then again for the real one
They took 49.99 out of my account on Monday and on Wednesday
My card was hit with duplicate transactions
Cobraram em dobro no cartão da minha irmã
Debitaram duas parcelas da mesma fatura
Tem uma cobrança indevida no meu extrato, valor igualzinho`),
  },
  {
    name: 'refund never comes',
    posts: lines(`
Devolví el aspirador en noviembre y mi dinero sigue de vacaciones
Prometieron el reembolso en cinco días, van treinta y dos
Me ofrecen un vale cuando lo que quiero es que me lo abonen
A quién hay que rezarle para que te devuelvan lo tuyo
El almacén dice que lo tiene y contabilidad que no sabe nada
Reclamo la devolución del importe por cuarta vez
Returned it six weeks ago, where is my refund?
They keep saying three to five business days, it's been forty
I want my money back, not store credit
Might have to ask the card company for a chargeback
Nada do estorno ainda, mandei de volta antes do carnaval
Pedi meu dinheiro de volta e só recebo desculpa
O reembolso foi aprovado mas nunca caiu na conta`),
  },
  {
    name: 'wrong items',
    posts: lines(`
Pedí una lámpara verde y me han mandado un cepillo de dientes
Dentro de la caja venía el encargo de una tal Remedios
Tres tallas menos, esto le vale a mi gato
No es lo que pedí, pone modelo B y yo quería el D
El color equivocado y encima con el enchufe inglés
Han trocado los albaranes, seguro, mi vecino tiene lo mío
I ordered two bulbs and got a waffle iron
Someone else's order turned up at my door, Karen, I have your fan
Wrong size, wrong colour, right address at least
They sent me the left one twice
Not what I bought, this is the old model in a new box
Veio errado, comprei branco e chegou um roxo medonho
Recebi o produto de outra pessoa com nota e tudo
Mandaram voltagem trocada, se ligo isso explode`),
  },
  {
    name: 'stock shortage',
    posts: lines(`
No quedan filtros en ninguna tienda de Sevilla
Agotado desde Navidad, y la lista de espera ni se mueve
Alguien sabe si van a reponer las cápsulas de vainilla?
En la web pone disponible en abril, pero de qué año
He ido a cuatro sitios y las estanterías peladas
Parece que hay escasez de recambios en toda Europa
Sold out everywhere, even the resellers have none
When will the replacement heads be back in stock?
Empty shelves at three branches, the girl said maybe in spring
There's a shortage of cartridges and nobody admits it
Esgotado em todo lugar, já virou artigo de luxo
Não tem mais refil na loja nem previsão de reposição
Procurei o filtro na cidade inteira e está em falta`),
  },
  {
    name: 'hard to cancel',
    posts: lines(`
Para darse de baja te piden una carta certificada, en pleno siglo veintiuno
El botón de cancelar está pintado, no hace nada
Quiero borrarme y me ofrecen tres meses a mitad de precio una y otra vez
Cuatro operadores intentando retenerme, yo solo quería irme
Sigo pagando una suscripción que anulé en verano
Tried to unsubscribe, had to phone a number that never picks up
The cancellation page loops back to the home page, sneaky
I have cancelled my membership three times and it keeps renewing
Deleting the account needs a fax. A fax!
Leaving them is harder than leaving my ex
Cancelei a assinatura e continuam debitando
Não existe opção de encerrar o plano no site
Fui transferido cinco vezes tentando sair desse contrato`),
  },
  {
    name: 'new packaging',
    posts: lines(`
La nueva tapa no abre ni con tenazas
Antes venía en cartón, ahora es todo plástico dentro de plástico
El envase trae menos producto y el mismo precio, qué listos
He necesitado un cuchillo jamonero para sacarlo del blíster
El tapón pegado con alambre gotea por toda la mochila
Tres bolsas para un cable, y luego presumen de verdes
Whoever designed the new lid has never had arthritis
So much bubble wrap for one tiny bulb, what a waste
The box shrank by a third and they hoped we'd miss it
New pouch, same price, half empty
Refill used to be glass, now it's a plastic tub
A embalagem nova é impossível de abrir sem tesoura
Trocaram o vidro por plástico e ainda diminuíram
Vem menos no pacote, medi na balança`),
  },
  {
    name: 'taste changed',
    posts: lines(`
Las cápsulas de ahora saben a calcetín
Qué le han hecho al café, ni mi padre lo reconoce
Han cambiado la receta del intenso y es agua de fregar
Sabor raro, como a jabón, y he abierto dos cajas
La nueva fórmula me deja la boca amarga todo el día
Echo de menos el aroma de antes, esto huele a cartón mojado
My morning cup tastes like cardboard since the new boxes
Did they change the recipe? It's bitter and thin
Tastes different, husband says the same and he notices nothing
The blend is off, three people at the office spat it out
Mudaram a fórmula do expresso, ficou aguado
Gosto estranho de remédio, joguei fora a caixa
O café deles já não é o mesmo, sabor queimado`),
  },
];
