/**
 * How people thank, agree and take leave in Spanish, English, Portuguese, French, German and Italian, and what in the same
 * breath shows that they still want something. Folded (no accents, lower case, straight apostrophes); `\b` is ASCII and so
 * fits folded text. Bounded repetition only: these run on whatever a page holds.
 */

const any = (...parts: string[]): RegExp => new RegExp(`\\b(?:${parts.join('|')})\\b`, 'g');

/** Thanks. */
export const THANKS = any(
  'gracias{2,}|grcs|grax|(?:como )?agradecer(?:te|os|le|les|se)lo|ta(?= mate|$|[.!])',
  '(?:mil |mucha?s |muchisimas |infinitas )?gracias',
  'agradecid[oa]s?|(?:te|os|se) lo agradezco|agradezco|se (?:os )?agradece',
  '(?:many |a million )?thanks|thank (?:you|u|ya)|thanx|thx|tysm|ty|cheers(?! to)|appreciate (?:it|this|that|you[a-z]*|the [a-z]+)|much appreciated',
  '(?:muit[oa]s? )?obrigad(?:o|a|os|as|ao|inho|inha|issimo)|valeu|agradeco|brigad[oa]',
  '(?:grand |un grand |mille |bien )?mercis?|je (?:te|vous) remercie|remerci(?:e|ements)',
  '(?:vielen |besten |herzlichen |tausend )?dank|danke(?:schon)?|merci vielmals|ich bedanke mich',
  '(?:molte |mille |tante )?grazie|(?:ti|vi|la) ringrazio|ringrazio',
);

/** It is settled. */
export const SOLVED = any(
  'works (?:like a charm|as expected)|(?:i )?found (?:it|them)|exactly what i (?:needed|wanted|was looking for)|(?:refund|parcel|package|order) (?:received|arrived)|you can close (?:this|it)|(?:va|funciona) (?:como la seda|de lujo|fino)|(?:ya )?(?:lo|la) he encontrado|todo en orden|(?:reembolso|paquete|pedido) recibido|justo lo que (?:necesitaba|queria|buscaba)|pod[ei]+s cerrar(?:lo| el tema| esto)?',
  '(?:ya |ahora |ahora si |ahora ya |todo )?(?:me )?funciona(?: ya| ahora| perfecto| perfectamente| de maravilla| genial| bien)|ya (?:me )?(?:va|funciona|carga|arranca|puedo|esta|me llego|llego|lo tengo|ha llegado)',
  '(?:ya |esta |queda |todo )?(?:resuelto|solucionado|arreglado|aclarado)|(?:lo|la) (?:he|hemos) (?:resuelto|solucionado|arreglado)|me (?:ha )?(?:sirvio|servido|funciono)|asunto resuelto',
  "(?:it |that |this |everything |all )?(?:is |now )?(?:works|working)(?: now| again| fine| great| perfectly)|(?:it|that|this) (?:worked|did it|did the trick|fixed it|solved it|helped)|(?:it's |its |is |now |all |got it |issue |problem )?(?:fixed|solved|sorted(?! (?:my|the|by|all|our))|resolved)(?: now| it)?|all good(?: now)?|figured it out",
  'ja (?:funciona|esta|deu|chegou|consegui)|(?:esta |ficou |problema )?resolvido|funcionou|deu certo|agora (?:sim|funciona)',
  "ca marche(?: maintenant)?|c'est (?:bon|regle|resolu)|(?:probleme )?(?:resolu|regle)|ca (?:a )?fonctionne",
  '(?:jetzt )?(?:funktioniert|klappt|lauft|geht)(?: es)?(?: jetzt| wieder)|hat (?:geklappt|funktioniert|geholfen)|(?:problem )?(?:gelost|erledigt)|geht wieder',
  '(?:ora|adesso) funziona|(?:tutto )?(?:risolto|sistemato)|ha funzionato|funziona (?:ora|adesso|tutto|benissimo)',
);

/** Goodbye. */
export const GOODBYE = any(
  'adios|hasta (?:luego|pronto|otra|manana|la proxima)|nos vemos|(?:un |muchos )?(?:saludos?|abrazos?|besos?)(?: a tod[oa]s)?|(?:buen|feliz) (?:finde|dia|fin de semana|domingo|semana|tarde|noche)|buenas noches|que (?:vaya|tengas|tengais|paseis|pases) (?:bien|buen [a-z]+|muy bien)|cuidaos|cuidate',
  '(?:good ?)?bye|see (?:you|ya)(?: soon| later| there| around)?|take care|have a (?:nice|good|great|lovely) (?:day|one|evening|weekend|week)|good ?night|best (?:wishes|regards)|kind regards|regards|all the best|talk soon',
  'tchau|ate (?:logo|breve|mais|a proxima|amanha)|(?:um |grande )?abraco|abracos|bom (?:dia|fim de semana|fds)|boa (?:noite|tarde|semana)',
  'au revoir|a (?:bientot|plus|demain|plus tard)|bonne (?:journee|soiree|nuit|semaine)|bon (?:week-end|weekend)|bien a (?:vous|toi)|cordialement',
  'tschuss?|tschau|bis (?:bald|dann|spater|morgen)|auf wiedersehen|(?:einen )?schonen? (?:tag|abend|sonntag|wochenende)(?: noch)?|(?:viele|liebe|beste|schone) grusse|mfg|lg|gute nacht',
  'arrivederci|ciao|a (?:presto|domani|dopo)|buona (?:giornata|serata|notte|domenica)|buon (?:weekend|fine settimana)|(?:cordiali |un )?saluti|saluto',
);

/** Understood, or well said: what answers without asking. */
export const AGREES = any(
  'never ?mind|olvid(?:a|ad)lo|nada,? ya esta',
  'ok(?:ay|i|ey)?|oka|vale|valee+|perfecto|genial|estupendo|entendido|de acuerdo|hecho|apuntado|tomo nota|me lo apunto|claro|guay|fenomenal|fantastico|oido|listo|ya veo|(?:lo|la|los|las) (?:probare|mirare|hare|pruebo|miro|tendre en cuenta|intentare)(?: [a-z]+)?|muy amables?|que (?:bien|bueno|rapid[oa]s?|maravilla|majos|majas|alegria|ilusion)|sois (?:los|las) mejores|sois [a-z]+|eres [a-z]+|un placer|igualmente|a (?:ti|vosotros|vosotras|usted|ustedes)|de nada|no hay de que|con gusto',
  "got it|great|perfect|understood|will do|noted|sure|alright|all right|awesome|brilliant|lovely|excellent|wonderful|amazing|fantastic|nice one|nice|good to know|makes sense|i'?ll (?:try|give|check|have a look|look)(?: [a-z]+){0,4}|you(?: guys)?(?: are|'re| rock)(?: [a-z]+){0,3}|you too|you'?re welcome|no worries|my pleasure|that helps|(?:very|so|super|really) (?:helpful|kind|quick|fast)|fair enough|i see",
  'entendi|beleza|perfeito|otimo|combinado|certo|show|legal|vou (?:tentar|testar|ver|fazer)(?: [a-z]+)?|de nada|muito (?:gentil|bom)',
  "d'accord|parfait|super|genial|compris|entendu|c'est note|je vais (?:essayer|tester|voir|regarder)(?: [a-z]+)?|tres (?:gentil|bien)|de rien|impeccable",
  'alles klar|verstanden|perfekt|super|prima|toll|passt|in ordnung|klasse|(?:werde|probiere|versuche) (?:ich|es)(?: [a-z]+){0,2}|sehr (?:nett|gut|freundlich)|bitte schon|gern geschehen|gerne',
  "va bene|perfetto|capito|d'accordo|ottimo|benissimo|chiaro|(?:provo|provero|ci provo)(?: [a-z]+)?|gentilissim[oaie]|molto gentil[ei]|di niente|prego|figurati",
);

/** Sounds like a complaint and is none: taken out before complaints are looked for. */
export const HARMLESS = any(
  'solo queria(?= (?:dar|decir|agradecer))|just wanted(?= to (?:say|thank))|no hace falta que [a-z]+',
  'no se como agradecer[a-z]*|(?:refund|reembolso) (?:received|arrived|recibido)|podeis cerrar(?:lo| el tema| esto)?|you can close (?:this|it)|cant thank [a-z]+ enough',
  'por (?:resolver|solucionar|arreglar|aclarar|corregir)(?:me|nos|lo)? (?:[a-z]+ )?(?:problemas?|errore?s?|fallos?)|(?:for|by) (?:fixing|solving|sorting|resolving)(?: out)? (?:[a-z]+ )?(?:problems?|issues?|errors?)',
  "por resolver(?:em)? (?:o|meu) problema|d'avoir (?:resolu|regle) (?:le|mon) probleme|fur die losung des problems|per aver risolto il problema",
  '(?:sin|no hay|ningun|problema|error|fallo|culpa) (?:problemas?|mi[oa]|resuelto|solucionado|arreglado)|no (?:os |te |se )?(?:preocupes|preocupeis|preocupe)|no (?:pasa nada|hay de que|hace falta|es nada)|no (?:puedo|podria) estar mas (?:content[oa]|feliz)|no sabeis cuanto|no sabes cuanto',
  "no (?:problems?|worries|issues?|rush|need)|(?:problem|issue|error)s? (?:is |are |was |has been |now )?(?:solved|fixed|resolved|sorted|gone)|(?:can'?t|couldn'?t) (?:wait|thank [a-z]+ enough|be happier|ask for more|recommend (?:it|you|this) enough)|(?:my|user) (?:mistake|bad|fault|error)|don'?t worry|didn'?t (?:know|realise|realize) (?:that|this)|not (?:bad|at all)",
  'sem problemas?|nao (?:tem de que|se preocupe[m]?|tem problema)|problema resolvido',
  "pas de (?:soucis?|problemes?)|aucun (?:souci|probleme)|probleme (?:est )?(?:resolu|regle)|ne vous inquietez pas|t'inquiete",
  'kein(?:e)? (?:problem|ursache|sorge|stress)|problem (?:ist )?(?:gelost|behoben)|nicht schlecht',
  "nessun problema|non (?:c'e (?:problema|di che)|ti preoccupare|vi preoccupate)|problema risolto",
);

/** Something is still wrong, or the thanks are bitter. */
export const COMPLAINS = any(
  'thanks to (?:your|the|his|her)|nobody|nadie|stopped|gracias a (?:vuestr[oa]s?|tu|su)|se (?:paro|rompio|cayo|apago)|(?:ha vuelto|volvio) a (?:fallar|pasar|salir|parar|romper)[a-z]*|a quien dar|, ?no$',
  '(?:i|we) lost|lost (?:all|my|everything)|but no thanks|thanks (?:we|i) get|ruin(?:ed|ing|s)|cancel (?:my|the)|unsubscribe|another (?:update|broken|week)|breaks everything|out of (?:the )?office|thank god|example of how not',
  'gracias a dios|(?:he|hemos) perdido|perdi(?:do|da)? (?:todo|todas|todos|mis|mi)|cargando(?:os|te) [a-z]+|(?:dadme|darme|me doy|deme) de baja|equivocad[oa]s?|fuera de la oficina|otra actualizacion|no esta (?:arreglado|solucionado|resuelto|bien)|nada ha cambiado|(?:nos|me) dan las gracias|me voy|ya esta bien|que lo rompe|asi no',
  'gracias a (?:vosotr[oa]s|ustedes|usted|ti) (?:he|hemos|estoy|tengo|voy|no)|thanks to (?:you|you guys) (?:i|we|my|our)',
  'por nada|por (?:no|perder|hacer(?:me|nos)|ignorar(?:me|nos)?|arruinar|joder|enganar|estafar|dejar(?:me|nos))(?= )|sig(?:o|ue|uen|amos|uimos) (?:igual|sin|fallando|esperando|roto|rota|dando|saliendo|con el mismo|con la misma)|(?:todavia|aun) (?:no|sin|espero|sigo|me)|(?:pues )?(?:no|nunca|tampoco) (?:me |nos |se |lo |la |le |os )?(?:funciona|va|sirve|carga|llega|llego|puedo|podemos|entiendo|arranca|ve|deja|ha|he|han|responde[ns]?|contesta[ns]?|soluciona|ayuda|veo|encuentro|sale)|esperando|llevo [a-z0-9]+ (?:dias|semanas|meses|horas)|verguenza|decepci[a-z]+|fatal|horrible|pesimo|estafa|timo|mentira|engano|asco|harto|harta|indignante|inutil(?:es)?|lamentable|(?:mismo|otro) (?:error|problema|fallo)|(?:un|el) (?:error|fallo|problema)|rot[oa]|falla|va (?:mal|peor)|peor',
  "for nothing|for (?:not|never|ruining|wasting|ignoring|breaking|losing|lying|killing|making me (?:wait|pay))|no thanks to|still (?:no|not|the|have|having|get|getting|waiting|broken|doesn'?t|can'?t|won'?t|isn'?t|happening|fails?|seeing)|(?:do|does|did|is|was|are|were|has|have|can|could|will|would|should)(?:n'?t| not)|never|nothing (?:works|helps|changed)|broken|fails?|failing|errors?|issues?|problems?|worse|worst|useless|joke|disappoint[a-z]*|waste|ridiculous|hate|wrong|scam|terrible|awful|pathetic|unacceptable|not (?:working|helpful|good|fixed|happy|really|ok)|waiting|refund|same (?:thing|problem|issue|error)",
  'por nada(?= )|nao (?:funciona|funcionou|consigo|chegou|ajudou|resolve|resolveu|da|deu|respond[a-z]+)|ainda (?:nao|sem|estou|continua)|continua (?:sem|igual|com)|continuo (?:sem|na mesma)|pessimo|vergonha|decepcion[a-z]+|mesmo (?:erro|problema)',
  "pour rien|toujours (?:pas|rien|le|en|aucun)|(?:ne|n')? ?(?:marche|fonctionne|repond|arrive) (?:pas|plus)|encore (?:rien|pas|le meme)|meme (?:erreur|probleme)|honte|decu[es]?|nul|scandaleux|arnaque|pas (?:encore|normal|content|recu)",
  'fur (?:nichts|nix)|(?:immer )?noch (?:nicht|kein[a-z]*|immer|nichts)|(?:funktioniert|geht|klappt|hilft|lauft) (?:aber )?(?:leider )?(?:nicht|immer noch nicht|auch nicht)|leider|kaputt|schlecht|enttausch[a-z]+|frechheit|unverschamt|gleiche[rns]? (?:fehler|problem)',
  'per (?:niente|nulla)|(?:ancora|sempre) (?:non|niente|nulla|lo stesso|la stessa)|non (?:funziona|va|riesco|arriva|e arrivato|risponde|rispondete|serve|capisco|parte)|stesso (?:errore|problema)|vergogna|delus[oaie]|pessim[oaie]|truffa|peggio|rott[oa]',
);

/** Something is wanted. */
export const REQUESTS = any(
  'if you (?:could|would|can)|(?:agradeceria|agradeceriamos)|se agradeceria|y (?:que pasa con|los|las|mi|el|la) [a-z]+$',
  'por ?(?:fa|favor|fi)|podeis|podriais|podrias|puedes|puede alguien|alguien (?:sabe|puede|tiene|ha)|necesito|necesitamos|quisiera|querria|queria|quiero|me gustaria|busco|buscamos|estoy buscando|avis(?:ad|adme|adnos|ame|enme|eis)|me (?:avisais|avisas|decis|dices|contais)|decidme|dime|decid|mandad(?:me)?|enviad(?:me)?|enviame|contad(?:me|nos)?|explicad(?:me)?|a ver (?:si|cuando)|espero (?:respuesta|noticias|vuestra|tu)|quedo a la espera|de antemano|por adelantado|anticipadas|(?:una|otra|tengo(?: una)?) (?:duda|pregunta|cosa)|me pregunto|no se (?:si|como|donde|cuando|cual|que)',
  "please|pls|plz|(?:can|could|would|will) (?:you|someone|anyone|somebody|i|we)|(?:does|has|is) (?:anyone|anybody|someone)|i need|we need|i want|i'?d like|i would like|looking for|let (?:me|us) know|keep (?:me|us) (?:posted|updated|informed)|tell (?:me|us)|send (?:me|us|it)|in advance|tia|wondering|(?:one|another|quick|a) (?:more |other |last |quick )?(?:question|thing)|any (?:news|update|idea|chance|word)|not sure (?:how|if|what|where|whether|why)|asap",
  'podem|poderiam|poderia|preciso|gostaria|procuro|me avisem|me avisa|avisem|desde ja|alguem (?:sabe|pode)|uma (?:duvida|pergunta)|outra (?:duvida|pergunta|coisa)|aguardo',
  "s'il (?:vous|te) plait|svp|stp|pou(?:vez|rriez)(?:-| )vous|peux(?:-| )tu|je (?:voudrais|cherche|souhaite)|j'(?:ai besoin|aimerais)|dites(?:-| )moi|tenez(?:-| )moi|d'avance|par avance|une (?:autre )?question|quelqu'un (?:sait|peut)|j'attends",
  '(?:konnt|konnen|konntet|konnten|kannst|konntest) (?:ihr|sie|du|jemand)|ich (?:brauche|mochte|suche|hatte gern)|sagt? (?:mir|uns)|meldet? (?:euch|dich)|im voraus|schon ?mal|weiss jemand|(?:eine|noch eine|andere) frage|bitte (?!schon|sehr)',
  "per (?:favore|piacere|cortesia)|pot(?:ete|reste|resti)|puoi|puo qualcuno|vorrei|cerco|mi serve|ho bisogno|fatemi sapere|fammi sapere|ditemi|dimmi|in anticipo|anticipatamente|(?:una|un'altra) domanda|qualcuno (?:sa|puo)|attendo",
);

/** A question at the head of a sentence, where the mark was left out. */
export const ASKS =
  /^(?:y |and |et |und |e )?(?:cuando (?!quer|pued)|donde |cuanto (?!(?:me|os) )|como (?:puedo|hago|se (?!llama)|lo |va |esta|consigo)|por que |que (?:pasa|tal|hago|tengo que)|cual |alguna (?:novedad|idea)|when |where |why |how (?:do|can|long|much|many|to|about|does|is|are)|what (?:about|is|are|if|time|do|does|should)|which |who |is there|are (?:you|there)|do (?:you|i|we)|does |did |has |any (?:news|update|idea)|quand |ou |comment |pourquoi |combien |wann |wo |warum |wieso |wie (?:lange|viel|kann|geht)|quando |dove |perche |come (?:si|posso|faccio|mai)|quanto |onde |por que )/;

/** Words that turn what was said before. Spanish "más" folds to Portuguese "mas": that one is told apart by its thanks. */
export const TURNS_ROUND =
  /\b(?:pero|sin embargo|aunque|no obstante|eso si|ahora bien|but|however|although|though|except|mais|par contre|cependant|toutefois|aber|jedoch|allerdings|porem|contudo|tuttavia|invece)\b|(?<=obrigad[oa]\b.{0,80})\bmas\b|(?<=grazie\b.{0,80})\bma\b/g;
