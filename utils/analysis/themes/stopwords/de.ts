/** German words that carry no theme: function words, fillers and the small talk of threads. */
export const DE = `
ab aber abend ach alle allein allem allen aller alles als also alt am an andere anderem anderen anderer anderes anders auch auf aus ausser b bald
beide beim bei bekommen besser besten bestimmt bevor bin bis bisher bisschen bist bitte bleiben bleibt brauche da dabei dadurch dafur dagegen daher dahin damals damit danach
dann daran darauf daraus darf darin daruber darum das dass dasselbe dazu dein deine deinem deinen deiner dem den denen denn dennoch der deren des deshalb
dessen dich die dies diese dieselbe diesem diesen dieser dieses dir doch dort drei drin du durch durfen eben echt egal eher eigentlich ein eine
einem einen einer eines einfach einige einigen einmal eins endlich er erst erste ersten es etwa etwas euch euer eure fast finde findet frau freitag fur
gab gabs ganz ganze ganzen gar geben geht gehe gehen gehabt gemacht genau genug gerade gern gerne gesagt geschrieben gestern gewesen gibt gibts ging gleich gross grosse gut gute guten guter hab habe haben habt hallo hast hat hatte hatten
hattest hatte hatten heute her hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in innen ins irgendwie ist ja jahr jahre jahren je jede
jedem jeden jeder jedes jedoch jemand jetzt kam kann kannst kaum kein keine keinem keinen keiner kommen kommt konnen konnt konnte konnten kurz lang lange lass lassen leben leider leute
letzte letzten lieber los mach mache machen macht mag mal man manche manchmal mann mehr mein meine meinem meinen meiner menschen mich mir mit mittwoch mochte moin montag morgen muss mussen musste nach nachdem nacht
naja naturlich neben nein neu neue neuen nicht nichts nie niemals niemand nix noch nun nur ob oben oder ohne paar per rund sache sachen sagen sagt sah samstag schon schone schon
sehe sehen sehr seid sein seine seinem seinen seiner seit seitdem selber selbst sich sicher sie sieht sind so sogar solche sollen sollte sollten sondern sonntag sonst soviel spater statt steht
stimmt tag tage tagen trotz trotzdem uber uhr um und uns unser unsere unseren unter usw viel viele vielen vielleicht voll vom von vor vorbei wahrend wann war ware waren warst warum
was weg wegen weil weiss weiter welche welchem welchen welcher welches welt wenig wenn wer werde werden werdet wie wieder will willst wir wird wirklich wirst wo
woche wochen wohl wollen wollte worden wurde wurden zb zeit zu zum zur zwar zwei zwischen donnerstag dienstag danke januar februar marz april mai juni juli august september oktober november dezember
haha hahaha lol omg stunde stunden minuten gluck frohe schonen nen ner nem aufm ums obs
`;
