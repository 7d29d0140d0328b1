/**
 * Sentences of teams answering people, invented for these tests. `+` promises something to the reader, `-` does not.
 * Lines 1, 3, 5 … were used while the rules were written; lines 2, 4, 6 … only measure (the last ones, added later, were all used).
 * What the rules do with sentences nobody looked at is measured by `fresh.ts`.
 *
 * What counts: we say that we will do something for this person or case. Not: an offer, a condition that waits for them ("if you
 * write to us we will look"), a refusal, a question, news about the product, what somebody else will do, what was done already.
 */
export const PROMISES: Record<'en' | 'es', string> = {
  en: `
+ We'll look into it and let you know.
+ I'll get back to you tomorrow morning.
+ Let me check with the workshop and I'll come back to you.
+ We will send you a replacement seal on Thursday.
+ I'm going to ask the engineers about this today.
+ You'll hear from us by Friday.
+ Give us until Monday and you'll have an answer.
+ We'll post an update here as soon as the fix is out.
+ I promise to write again before the end of the week.
+ Someone from our team will contact you within 24 hours.
+ We're going to refund the whole amount.
+ I've passed this on and will keep you posted.
+ Leave it with me.
+ Will do! Back with news later today.
+ Once we know more, we'll tell everyone in this thread.
+ We shall investigate and report back.
+ I will personally make sure that your parcel leaves tomorrow.
+ Let me find out for you.
+ We'll fix the typo in the manual this week.
+ I'm on it, expect a reply by tonight.
+ We're raising this with the courier and will update you in two days.
+ Our colleague Ines will call you on Tuesday.
+ Checking now, back in an hour.
+ We'll get that sorted for you.
+ I will add it to the list for the next release.
+ We'll have someone take a look at your account right away.
+ As soon as I hear anything from the warehouse I'll write to you here.
+ We'll credit your account by the end of the month.
+ Thanks for flagging, we'll take this to the product team.
+ I'll try to get you a date by Wednesday.
+ You will get your money back in 5 working days.
+ We'll follow up with you next week.
+ I'll DM you the form in a minute.
+ We'll reach out once the part is back in stock.
+ We'll be sure to mention it at Monday's meeting and tell you what they say.
+ I'm sending you a new link right now.
+ We'll keep an eye on it and report here.
+ I owe you an answer on this; you'll get it tomorrow.
+ We'll make it right.
+ I'll see what I can do and let you know on 12 March.
+ A new invoice will be with you by the end of the day.
+ We are shipping yours first thing tomorrow.
+ Let us dig into the logs and come back with an explanation.
+ Hi Nils, sorry about that. We'll swap it free of charge.
+ I'll escalate it today.
+ Our team is looking at it now and we will share the result with you.
+ We'll put a label in the post for you this afternoon.
+ We plan to answer every open question here on Friday.
+ I'll ring you back after lunch.
+ Bear with us, we'll have news in a couple of days.
- You'll need to restart the machine first.
- Turning it off and on again will fix the drip.
- Could you send us a photo of the valve?
- If you send us a direct message we'll take a look.
- We sent the parcel yesterday.
- Unfortunately we can't refund orders from last year.
- We won't be able to reopen the poll.
- Thanks for the kind words!
- Version 4 will support dark mode.
- The shop opens tomorrow at nine.
- I'll be honest, this is not our best release.
- I'll admit we were surprised too.
- Would you like us to call you tomorrow?
- Shall we look into it?
- You said you would send the form on Monday.
- The courier told us they will deliver on Friday.
- It will take about three days.
- We'd love to hear how it goes.
- Please let us know if it happens again.
- You can write to us at any time.
- You'll find the option under Settings.
- We looked into it and found nothing wrong.
- I hope you'll enjoy it.
- We'll never ask for your password.
- The update is out since Tuesday.
- Drop us a line with your order number and we'll check it.
- Once you reply to the e-mail, we will process the return.
- Feel free to get back to us tomorrow.
- We don't know yet when it will be ready.
- I would check the filter first.
- We might bring it back some day.
- They said they'd look into it.
- You will receive a confirmation e-mail automatically.
- Have you tried it with another cable?
- We hope to see you at the fair on Saturday.
- Whoever told you we'll refund shipping was wrong.
- Sadly nobody will be at the shop tomorrow.
- I was going to ask the same.
- We could look into it, but I doubt it helps.
- As we'll see in the manual, page 4 explains it.
- Let's wait and see.
- The team fixed it this morning.
- That will be all, have a good weekend.
- You'll get used to the new menu.
- I can't promise anything.
- We never promised a date.
- It'll be fine after a reset.
- Do you want me to send you the link?
- Let me know whether that works for you.
- When you have the receipt at hand, send it and we'll arrange the rest.
- Your warranty will last until March.
- Our opening hours will change next week.
- We are open on Friday.
- Who will look into this?
- Let me explain how the valve works.
- We'll see.
+ Our repair shop will have it back to you by Wednesday.
+ We'll take this up with the bank and write to you as soon as they answer.
+ Give me a couple of minutes, I'm checking with the kitchen.
+ You should hear from us before noon tomorrow.
+ I'll have the manual translated and send you the file.
+ We are going to replace the pump at our own cost.
+ Consider it done, the new cable goes out tonight.
+ I'll report back in this thread once the test is over.
+ We will not forget you: on Monday you get a full answer.
+ Let me look that up for you.
- If the light stays red, send us a picture and we'll have a look.
- We already replaced your pump in May.
- Who knows when it will be back.
- I wish I could promise you a date.
- You will see a green tick when it is done.
- They will deliver between nine and twelve.
- Just tell us the size and we'll do the rest.
- We look forward to meeting you on Friday.
- Is it all right if we call you back tomorrow?
- The new menu will be available in spring.
+ We'll have a technician at your door on Tuesday morning.
+ I have opened a case for you and will write as soon as there is news.
+ Thank you for your patience, we will have this corrected shortly.
+ Hold on, let me ask my colleague in the warehouse.
+ We'll be in touch by the end of next week.
+ I'm forwarding your request to the accounts team now.
+ Our librarian will put the book aside for you.
+ As soon as the storm is over we will tell you the new time.
+ We will return the deposit to your card within five days.
+ You have my word, we'll solve this before the weekend.
+ Someone will ring you this afternoon.
+ I'll make a note of it and bring it up tomorrow.
- We will need your address for that.
- Nothing was promised in that mail.
- If you prefer, we can call you tomorrow.
- It should arrive tomorrow according to the courier.
- I think they will fix it soon.
- You'll want to keep the receipt.
- We kept our promise and opened on Sunday.
- Write to us on Monday and we will help you.
- The concert will start at eight.
- We would be glad to help.
- We'll see you at the fair on Saturday!
- Once you have sent the form, we'll let you know.
`,
  es: `
+ Lo miramos y te decimos algo.
+ Te digo algo mañana por la mañana.
+ Déjame consultarlo con el taller y te cuento.
+ El jueves te enviamos una junta nueva.
+ Voy a preguntarlo hoy mismo al equipo técnico.
+ Tendrás noticias nuestras antes del viernes.
+ Os avisaremos en cuanto esté arreglado.
+ En cuanto lo sepa te lo digo.
+ Te prometo que mañana te escribo.
+ Un compañero se pondrá en contacto contigo en 24 horas.
+ Vamos a devolverte el importe completo.
+ Lo he pasado al equipo y te mantengo al tanto.
+ Me encargo yo.
+ Queda apuntado, te confirmamos el lunes.
+ Cuando tengamos fecha la publicaremos en este hilo.
+ Lo revisaremos y volveremos con una respuesta.
+ Mañana sale tu paquete sin falta.
+ Déjanos investigarlo y te respondemos por aquí.
+ Corregiremos la errata esta semana.
+ Me pongo con ello ahora mismo y esta tarde te digo.
+ Reclamamos hoy al transportista y te informamos en dos días.
+ Mi compañera Inés te llamará el martes.
+ Lo consulto y en una hora te respondo.
+ Te lo solucionamos.
+ Lo añadiremos a la lista para la próxima versión.
+ Le haremos llegar la factura a finales de mes.
+ Se lo comento al equipo de producto y os traigo su respuesta.
+ Intentaremos darte una fecha el miércoles.
+ Recibirá el reembolso en cinco días.
+ La semana que viene te escribimos con lo que sepamos.
+ Ahora te mando un mensaje con el formulario.
+ Te avisamos cuando vuelva a haber existencias.
+ Estaremos pendientes y os vamos contando.
+ Te debo una respuesta; mañana la tienes.
+ Vamos a compensarte por el retraso.
+ A ver qué puedo hacer, te digo algo el 12 de marzo.
+ Hoy mismo le enviamos otro enlace.
+ Lo escalo ahora y os cuento.
+ Nos ponemos a ello y os informamos por aquí.
+ Hola, Carmen: sentimos lo ocurrido, te lo cambiamos sin coste.
+ Le llamaremos esta tarde.
+ Pasamos nota al almacén y te confirmamos.
+ Mañana a primera hora lo revisamos.
+ Te lo miro.
+ Nos comprometemos a responder todas las dudas el viernes.
+ Danos un par de días y te decimos qué ha pasado.
+ Haremos seguimiento de tu caso.
+ Tomamos nota y lo llevaremos a la reunión del lunes.
+ Os iremos informando.
+ Dadnos un rato, enseguida os contestamos.
- Tendrás que reiniciar la máquina primero.
- Apagarla y encenderla arreglará el goteo.
- ¿Podrías enviarnos una foto de la válvula?
- Si nos escribes por privado, lo miramos.
- Ayer te enviamos el paquete.
- Por desgracia no podemos devolver pedidos del año pasado.
- No vamos a reabrir la encuesta.
- ¡Gracias por tus palabras!
- La versión 4 tendrá modo oscuro.
- La tienda abre mañana a las nueve.
- Te seré sincero, no es nuestra mejor versión.
- Te diré que a nosotros también nos sorprendió.
- ¿Quieres que te llamemos mañana?
- ¿Lo revisamos juntos?
- Dijiste que nos mandarías el formulario el lunes.
- El transportista dice que lo entregará el viernes.
- Tardará unos tres días.
- Nos encantaría saber cómo te va.
- Avísanos si vuelve a pasar.
- Puedes escribirnos cuando quieras.
- Encontrarás la opción en Ajustes.
- Lo revisamos la semana pasada y estaba bien.
- Espero que lo disfrutes.
- Nunca te pediremos la contraseña.
- La actualización salió el martes.
- Mándanos tu número de pedido y lo comprobamos.
- Cuando respondas al correo, tramitaremos la devolución.
- Si mañana sigue igual, dínoslo.
- Aún no sabemos cuándo estará listo.
- Yo miraría primero el filtro.
- Quizá lo recuperemos algún día.
- Nos dijeron que lo mirarían.
- Recibirás un correo de confirmación automático.
- ¿Has probado con otro cable?
- Esperamos verte el sábado en la feria.
- Quien te dijo que devolvemos los gastos se equivocó.
- Mañana no habrá nadie en la tienda.
- Iba a preguntar lo mismo.
- Podríamos mirarlo, pero dudo que ayude.
- Como veremos en el manual, se explica en la página 4.
- Vamos a esperar a ver qué pasa.
- El equipo lo arregló esta mañana.
- Te acostumbrarás al menú nuevo.
- No puedo prometerte nada.
- Nunca prometimos una fecha.
- Se arregla reiniciando.
- ¿Te mando el enlace?
- Dime si te va bien así.
- Cuando tengas el tique, envíalo y hacemos el cambio.
- Tu garantía durará hasta marzo.
- El horario cambiará la semana que viene.
- El viernes abrimos.
- ¿Quién se encargará de esto?
- Te explico cómo funciona la válvula.
- Ya veremos.
- Te lo enviamos el lunes pasado.
+ El taller lo tendrá listo el miércoles y te avisamos.
+ Lo hablamos con el banco y te escribimos en cuanto contesten.
+ Dame unos minutos, que lo pregunto en cocina.
+ Mañana antes de mediodía sabrás algo de nosotros.
+ Mandaré traducir el manual y te envío el archivo.
+ Te cambiaremos la bomba y lo pagamos nosotros.
+ Cuenta con ello, el cable nuevo sale esta noche.
+ Cuando acabe la prueba lo contaré en este hilo.
+ No nos olvidamos: el lunes tienes respuesta completa.
+ Déjame que lo busque.
- Si la luz sigue roja, mándanos una foto y le echamos un ojo.
- Ya te cambiamos la bomba en mayo.
- Quién sabe cuándo volverá.
- Ojalá pudiera prometerte una fecha.
- Verás una marca verde cuando termine.
- Lo entregarán entre las nueve y las doce.
- Dinos la talla y nosotros hacemos el resto.
- Tenemos ganas de verte el viernes.
- ¿Te viene bien que te llamemos mañana?
- La carta nueva estará en primavera.
+ El martes por la mañana tendrás un técnico en tu puerta.
+ He abierto una incidencia y te escribiré en cuanto haya novedades.
+ Gracias por la paciencia, lo corregiremos enseguida.
+ Espera, que pregunto a mi compañera del almacén y te digo.
+ Nos pondremos en contacto contigo antes de que acabe la semana que viene.
+ Ahora mismo reenvío tu solicitud a contabilidad.
+ La bibliotecaria te apartará el libro.
+ En cuanto pase el temporal os diremos la hora nueva.
+ Devolveremos la fianza a su tarjeta en cinco días.
+ Te doy mi palabra: antes del fin de semana lo resolvemos.
+ Esta tarde te llama alguien del equipo.
+ Lo anoto y mañana lo planteo en la reunión.
- Necesitaremos tu dirección para eso.
- En ese correo no se prometía nada.
- Si lo prefieres, podemos llamarte mañana.
- Según el mensajero debería llegar mañana.
- Creo que lo arreglarán pronto.
- Te convendrá guardar el tique.
- Cumplimos la promesa y abrimos el domingo.
- Escríbenos el lunes y te ayudamos.
- El concierto empezará a las ocho.
- Estaríamos encantados de ayudar.
- ¡Nos vemos el sábado en la feria!
- Cuando hayas mandado el formulario, te avisamos.
+ El equipo leerá tus propuestas el jueves y contestará aquí.
+ Gracias, hoy corrijo la página.
+ El mes que viene pondremos otro mostrador para que nadie espere.
+ Vuelvo con una respuesta después del fin de semana.
+ Nuestro repartidor te llevará mañana la caja que falta.
+ Esta noche publicamos aquí el acta.
+ Tranquila, te muevo la reserva.
+ Pagamos nosotros la devolución; hoy te llega la etiqueta por correo.
+ Deja que lo lleve a la junta.
+ Procuraremos contestarte en una semana.
+ Dejaré abierto este hilo hasta que se resuelva.
+ En cuanto el banco lo confirme te devolvemos el dinero.
- Podrás cambiarlo tú misma.
- La junta lo decidirá en mayo.
- Hicimos lo que prometimos.
- Eso depende de tu banco.
- ¿Abre mañana el mostrador?
- Guarda la caja, por favor, que el repartidor la necesita.
- Si eso falla, ya veremos.
- Solo podemos ayudar con pedidos de este año.
- Nos prometieron las piezas para el lunes.
- Nunca entenderé esa norma.
- Los precios subirán en enero.
- Tienes que decírnoslo antes del viernes.
+ Le doy una vuelta y mañana te contesto.
+ Vamos a poner carteles nuevos en la entrada, gracias por la idea.
+ Os paso el acta en cuanto esté firmada.
+ La encargada te llamará el lunes por la mañana.
+ Te guardamos dos entradas en taquilla.
+ Recogeremos el sofá el jueves.
+ Prometo que no volverá a pasar.
+ Hablo ahora con el taller y te digo.
+ Esta semana arreglamos la farola de tu calle.
+ Me apunto tu sugerencia y la llevo a la próxima reunión.
+ Tendrás la factura corregida antes del viernes.
+ Quedamos en deuda contigo: te enviaremos un ejemplar.
- Te recomendamos que pruebes otro cable.
- Le agradecemos mucho la paciencia.
- Te entiendo perfectamente, es una faena.
- Os recordamos que mañana es fiesta.
- La semana pasada te guardamos dos entradas.
- ¿Te guardamos dos entradas?
- Si vienes antes del viernes, te la cambiamos.
- Te deseamos unas felices fiestas.
- El pan sale del horno a las siete.
- Vivimos de esto y nos duele leerlo.
- Mándanos una foto y te decimos.
- No te lo podemos asegurar.
`,
};
