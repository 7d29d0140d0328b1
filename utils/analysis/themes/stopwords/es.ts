/** Spanish words that carry no theme: function words, fillers and the small talk of threads. */
export const ES = `
a al algo alguien algun alguna algunas alguno algunos alla alli ahi ahora ahorita ambos ante antes apenas aquel aquella aquellas
aquello aquellos aqui asi aun aunque ayer bajo bastante bien buen buena buenas bueno buenos cabe cada casi cierto ciertos claro como con
conmigo contigo consigo contra cual cuales cualquier cualquiera cuando cuanta cuantas cuanto cuantos cosa cosas da dado dan dar
das de debe deben debo debia decia decian decir dejar deja dejen del demas demasiado dentro desde despues dice dicen dicho dices
digo dijo dio dia dias donde dos doy durante e el ella ellas ello ellos en encima encontrar entonces entre era eramos eran eras eres es esa esas ese eso esos
esta estaba estaban estabas estado estamos estan estar estas este esten esto estos estoy estuve estuvo etc fin fue fuera fueron fui
gente gran grande gracias ha haber habia habian hace hacen hacer haces haciendo hacia hago han has hasta hay haya he hecho hemos hizo
hola hoy hubo ido igual incluso ir ja jaja jajaja jajajaja jeje junto lado largo las le les lo los luego lugar mal manera mas
mayor me media medio mejor menos mes mi mia mias mientras mio mios mis misma mismas mismo mismos modo momento mucha muchas mucho
muchos muy nada nadie ni ningun ninguna ninguno no nos nosotras nosotros nuestra nuestras nuestro nuestros nueva nuevo nunca o
os otra otras otro otros para parece parte pasa pasado pasar peor pero persona poca pocas poco pocos podeis podemos poder podia podria podrian
poner pone pongo por porque pq primer primera primero primeros pronto pude pudo pueda puede pueden puedes puedo pues que quedo queda quien quienes
quiera quiere quieren quieres quiero quizas quiza sabe saben saber sabes salir se sea sean segun seguro seguir ser sera seran seria si sido
siempre siendo sin sino sirve sobre sois sola solamente solo somos son soy sr su sus suya suyo tal tambien tampoco tan tanta
tantas tanto tantos te tenemos tener tenga tengo tenia teneis tenia ti tiempo tiene tienen tienes toda todas todavia todo todos
tomar total tras tu tus tuve tuvo tuya tuyo u un una unas uno unos usted ustedes va vais vamos van varias varios vas
vaya ve veces ver verdad vez vi via viene vienen voy vosotras vosotros vuestra vuestro vuelta xd y ya yo q d x k xq tb tmb pa
toca tipo quedar llevo lleva llevan llevar alguno puedan dame dime mira mirar oye vale venga creo cree creer sabeis pienso espero
saludos saludo buenos noches tardes dias semana semanas ano anos hora horas minuto minutos manana noche tarde lunes martes miercoles jueves viernes sabado domingo
enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre feliz favor falta toy ando sabia supe realmente simplemente
hombre mujer chico chica tio tia amigo amiga amigos vida mundo casa amor
`;
