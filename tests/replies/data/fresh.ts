/** Written when the rules were finished, and never used to change them: what they do with sentences they have not met. */
export const FRESH_PROMISES: Record<'en' | 'es', string> = {
  en: `
+ The team will go through your suggestions on Thursday and answer here.
+ Thanks, I'll correct the page today.
+ We're going to open a second desk next month so that nobody waits.
+ I'll be back with an answer after the weekend.
+ Our driver will bring the missing box tomorrow.
+ We will post the minutes here tonight.
+ No worries, I'll move your booking.
+ We'll pay the return, the label comes by mail today.
+ Let me take that to the board.
+ We intend to answer you within a week.
+ I will keep this thread open until it is solved.
+ Once the bank confirms, the money goes back to you and I'll tell you.
- You'll be able to change it yourself.
- The board will decide in May.
- We did what we promised.
- That would be up to your bank.
- Will the desk be open tomorrow?
- Please keep the box, the driver needs it.
- If that fails, we will see.
- We can only help with orders of this year.
- They promised us the parts for Monday.
- I'll never understand that rule.
- Our prices will go up in January.
- You must tell us before Friday.
`,
  es: `
+ El sábado te guardo un sitio en primera fila.
+ Consultaré los horarios y te los mando por aquí.
+ Lo hablo con mi jefa y te digo.
+ Sacaremos otra tanda de entradas el lunes.
+ Le pondremos un asterisco a esa página para que quede claro.
+ Mañana por la tarde pasa un compañero a recogerlo.
+ Te confirmo la hora esta noche.
+ Vamos a mirarlo con calma y os contestamos.
+ Reharemos el plano y lo colgaremos aquí.
+ El almacén lo revisa hoy y te escribimos.
- Esa puerta se abre empujando.
- El cambio de hora es el domingo.
- Ayer os guardamos sitio, pero no vinisteis.
- ¿Nos das un par de días?
- Si lo traes mañana, te lo arreglamos.
- Te aviso de que la oferta acaba hoy.
- No lo sabremos hasta mayo.
- Tu pedido llegará el martes según la web.
- Lamentamos no poder ayudarte.
- Dijimos que habría otra fecha y la hubo.
`,
};

export const FRESH_CLOSINGS: Record<'en' | 'es', string> = {
  en: `
+ Just got the refund, thank you very much.
+ That cleared it up, thanks a million.
+ Fab, thank you!
+ Working fine since this morning, cheers all.
+ Thanks for the honest answer.
+ Ah ok. Thanks Greta.
+ You have been very kind, thank you.
+ All sorted, thank you for your time.
+ Thanks, will do.
+ Thank you for getting back to me so quickly!
- Thanks for the answer, although it is not what I asked.
- I thank my neighbours, because you did nothing.
- Thanks, when can I expect it?
- Perfect timing: it broke on the day after the warranty ended.
- I appreciate the effort but I want my money.
- Still the same, thanks.
- Where can I see that it is solved?
- Happy to help others with this.
- Thanks. By the way, the second cup is cracked too.
- Great idea to close the shop at noon.
`,
  es: `
+ Acabo de recibir el reembolso, muchas gracias.
+ Con eso me queda claro, mil gracias.
+ ¡Fenomenal, gracias!
+ Va bien desde esta mañana, gracias a todos.
+ Gracias por la respuesta sincera.
+ Ah, vale. Gracias, Greta.
+ Habéis sido muy amables, gracias.
+ Todo resuelto, gracias por vuestro tiempo.
+ Gracias, así lo haré.
+ ¡Gracias por contestar tan pronto!
- Gracias por la respuesta, aunque no es lo que pregunté.
- Doy las gracias a mis vecinos, porque vosotros no hicisteis nada.
- Gracias, ¿cuándo puedo esperarlo?
- Perfecto: se rompió al día siguiente de acabar la garantía.
- Valoro el esfuerzo, pero quiero mi dinero.
- Sigue igual, gracias.
- ¿Dónde puedo ver que está resuelto?
- Encantado de ayudar a otros con esto.
- Gracias. Por cierto, la segunda taza también está rajada.
- Gran idea la de cerrar la tienda a mediodía.
`,
};
