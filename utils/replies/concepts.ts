/**
 * What people mean when they write to a team, under the many words they say it with: "me habéis cobrado dos veces" and "tengo un
 * cargo duplicado" share no word. Each line is one meaning; a word counts by its beginning where it ends in `*`.
 */
const CONCEPTS = `
charge: charge* charged billed billing bill* debit* payment* pay* paid cobr* cargo* carg[oó] factura* pag* recibo* importe* dinero money
twice: twice double* duplicate* doble* duplicad* repetid*
refund: refund* reimburs* reembols* devoluci* devolv* devuelv* return* retorn*
cancel: cancel* unsubscrib* baja leave leaving quit terminat* rescind* deja* close
delete: delet* remov* eras* borr* elimin* suprim*
ship: ship* deliver* envi* envío* mand* reparto* parcel* package* paquete* courier* transport* pedido* order* post
wait: wait* esper* delay* retras* demor* tard* still sigo weeks semanas late noticias news
missing: missing lost lose perd* falt* desaparec* vanish* gone disappear*
broken: broke* break* rot* rompi* averi* dañ* damag* defect* fail* fall* dead died muert* chipped snapped
crash: crash* freez* froz* hang* stuck cuelg* colg* peta* cierra* bloque* stop* closes shuts para* cort* cuts
login: login log sign* enter access* acced* acces* entr* password* contraseñ* contrasen* sesion session
receive: receiv* recib* arriv* lleg* get got came come viene venia
price: price* pric* cost* preci* cuest* vale cuanto tarifa* fee fees euros expensive car[oa] cheap* barat*
discount: discount* descuent* rebaja* especial offer* ofert* promo* half mitad
buy: buy* bought purchas* compr* acquir* adquir* vend* sell* sold
repair: repair* fix* arregl* repar* solucion* regrind* taller*
update: updat* upgrad* actualiz* version* firmware*
leak: leak* drip* gote* fuga* charco* encharc* puddle* wet moja* agua water
noise: nois* sound* grind* rattl* ruid* suena* sonar loud chirri* molin* moler
battery: batter* bateri* charg* carg*
open: open* abr* horario* hours sunday* doming* cerrad* closed
when: when cuando fecha* date* dates dia* day
student: student* estudiant* alumn* universit* profesor* teacher* mayor* jubilad* senior*
child: child* kid* son daughter menor* niñ* hij* family familia*
animal: dog* cat* pet* perr* gat* mascot* animal*
bike: bike* bicycl* bici* cycle*
share: share* sharing compart* pasar invit* send mother madre
export: export* import* pas* migrat* mov* transfer*
dark: dark* oscur* night noche* white blanca*
slow: slow* lent* lag* trompicon* corta* para* buffer* stutter*
help: help* ayud* support soport* phone telefon* atiend* atend* call* llam* conteste* contest* answer* respond* responde*
certificate: certificat* titul* diploma* oficial* official*
warranty: warrant* guarant* garant*
used: used secondhand second segunda hered* inherit* hand mano
clean: clean* limpi* descal* wash* dishwash* lavavaj* dirty suci* filthy toilet* loo loos
card: card* tarjeta* carnet*
book: book* libr* reserv* appointment* cita* visit*
change: chang* cambi* modif* switch* move moving titular
name: nam* nombre* llam*
address: address* direcci* domicili*
locate: where donde find* encontr* encuentr* locat* track*
power: power* luz apag* electric* electr* corriente outage* apagon*
grow: grow* germin* brot* sale* sprout* nacen
pest: pulgon* bich* plag* pest* insect* aphid* oidio mold mildew polvo manchas
wheel: wheel* rueda* tyre* tire* flat pinch* punctur*
brake: brake* fren*
full: empty vaci* full llen* available dispon* quedan
people: join* socio* socia* member* register* registr* account* cuenta*
meeting: meeting* asamblea* junta*
course: course* curso* clase* taller* lesson* workshop*
video: video* vídeo* film* call
rust: rust* oxid* spot* orange naranja
handle: handle* grip* mango*
size: size* talla* tall cm grande big small frame tamañ*
rain: rain* wet storm* wind* lluvi* torment* vient*
screen: screen* display* pantalla*
language: language* idioma* german english spanish polish romanian ingles español
data: data datos privacy* privacid* record* records location ubicaci*
result: result* report*
wrong: wrong differ* equivoc* error* mistake*
thanks: thank* gracias love* lovely encant* great genial beautiful wonderful enhorabuena precios*
`;

const EXACT = new Map<string, string[]>();
const BEGINNINGS = new Map<string, [beginning: string, concept: string][]>();
const bare = (word: string) => word.normalize('NFKD').replace(/\p{M}/gu, '');

for (const line of CONCEPTS.trim().split('\n')) {
  const [concept = '', words = ''] = line.split(': ');
  for (const word of words.split(' ')) {
    const plain = bare(word.replace(/\[[^\]]*\]/u, '')).replace('*', '');
    if (!word.endsWith('*')) EXACT.set(plain, [...(EXACT.get(plain) ?? []), concept]);
    else {
      const key = plain.slice(0, 3);
      BEGINNINGS.set(key, [...(BEGINNINGS.get(key) ?? []), [plain, concept]]);
    }
  }
}

/** The meanings of a folded word; most words have none. */
export function conceptsOf(word: string): string[] {
  const found = [...(EXACT.get(word) ?? [])];
  for (const [beginning, concept] of BEGINNINGS.get(word.slice(0, 3)) ?? []) {
    if (word.startsWith(beginning) && !found.includes(concept)) found.push(concept);
  }
  return found;
}
