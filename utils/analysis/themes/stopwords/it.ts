/** Italian words that carry no theme: function words, fillers and the small talk of threads. */
export const IT = `
a abbia abbiamo abbiano ad adesso agli ai al alcuna alcune alcuni alcuno alla alle allo allora altra altre altri altro amici amico amore anche ancora anni anno appena aspetta
avanti avendo aver avere avete aveva avevano avevi avevo avra avrai avrebbe avremo avuto basta bel bella belle bello ben bene bisogna bravo buon buona buone buongiorno buonanotte buonasera c casa
caso cazzo ce cent certa certe certo che chi ci ciao cio cioe circa coi col come comunque con contro cosa cose cosi cui d da dagli dai dal
dalla dalle dallo davanti davvero degli dei del della delle dello dentro deve devo di dice dicono dietro dire disse dite diventa diverso dopo dove
dovrebbe dovuto due dunque durante e ecco ed era erano ero essendo essere fa faccia faccio fai fanno far fara fare fate fatta fatti fatto fino fine finche
fra fu fuori gia giorni giorno gli grande grandi grazie ha hai hanno ho i ieri il in infatti insieme invece io l la lavoro le
lei li lo loro ltre lui lungo ma magari mai male me meglio meno mentre mese mesi mi mia mie miei mila mille mio modo molta molte molti molto
momento mondo ne nei nel nella nelle nello nemmeno neppure nessun nessuna nessuno niente no noi non nostra nostre nostri nostro notte nulla nuova nuovo o oggi ogni
ognuno oltre ora ore oppure ormai ovvero ovviamente parte passato peggio per perche pero persona persone piace piu poca poche pochi poco poi posso possono potere poteva potrebbe prendere presto prima primo
proprio pure puoi puo qua qual qualche qualcosa qualcuno quale quali quando quanta quante quanti quanto quasi quel quella quelle quelli quello quest questa queste questi
questo qui quindi s sai sara saranno sarebbe scusa se sei sembra sempre senza sera si sia siamo siano siate siete sino so sola solo sono sopra sotto sta stai stanno
stare stata state stati stato stava sto stessa stesse stessi stesso sto su sua subito successo sue sugli sui sul sulla sulle suo suoi suppo tale tanta
tanti tanto te tempo terzo ti tra tranne troppo trovare tu tua tue tuo tuoi tutta tutte tutti tutto uguale ultimo un una uno uomo va vada vado vai vediamo vedere
vedo veramente vero verso vi via vita voglio voi volevo volta volte vorrei vostra vostro vuoi vuole xche xke settimana settimane lunedi martedi mercoledi giovedi venerdi sabato domenica
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre domani stasera stamattina ragazzi ahah ahaha ahahah haha minuti
`;
