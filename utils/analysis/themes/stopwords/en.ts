/** English words that carry no theme: function words, fillers and the small talk of threads. */
export const EN = `
a able about above absolutely actually after again against ago ah aint all almost along already alright also although always am amp an and
another any anybody anymore anyone anything anyway are arent around as ask at away awesome aw b back bad be became because become been before
began behind being believe below best better between big bit both bring but by c call came can cannot cant cause certain
come comes coming could couldnt couple cuz d damn day days definitely did didnt different do does doesnt doing done dont down
due during e each early either else em end enough especially etc even ever every everybody everyone everything ex exactly
fact far feel feeling few finally find first five follow following for found four from front full fun
gave get gets getting girl girls give given gives giving go goes going gone gonna good goodnight got gotta great guess guy guys
ha had hadnt haha hahaha hahahaha half hand hard has hasnt have havent having he hed hell hello help here heres hers herself hes
hey hi high him himself his hit hold home hope hour hours how however i id idk if ill im imma in including indeed inside instead into is isnt it itd itll its itself
ive just keep kind kinda knew know known knows last late lately later latest least leave left less let lets life like
liked likes line literally little live lmao lol long longer look looked looking looks lot lots love loved lovely made main
make makes making man many matter may maybe me mean means men might mine minute minutes miss mom moment moments monday month months more
morning most mostly much must my myself name near nearly need needed needs never new next nice night no nobody none nope nor not
nothing now number o of off oh ok okay old omg on once one ones only onto open or other others our ours out over
own p part past people per perhaps person place please pls plus point possible pretty probably put quite r rather read ready real
really rest right rt run s said same saturday saw say saying says second see seem seems seen self send set several shall she shes short
should shouldnt show side since sir six small so some somebody someone something sometimes somewhere soon sorry sort
start started still stop stuff such sunday sure t take taken takes taking talk talking tell ten than thank thanks that
thatd thatll thats the their theirs them themselves then there theres therefore these they theyd theyll theyre theyve thing things
think thinking this those though thought three through throughout thru thursday till time times to today together told tomorrow tonight too took
top toward towards tried true try trying tuesday turn twice two u ugh under unless until up upon ur us use used uses using usual
usually v very via w wait wanna want wanted wants was wasnt watch watching way ways we wed wednesday week weekend weeks well went
were werent weve what whatever whats when whenever where wheres whether which while who whoever whole whom whos whose why will wish with
within without woman women wont word words work world worse worst would wouldnt wow wrong x xd xo y ya yall yay yea yeah year years
yep yes yesterday yet yo you youd youll young your youre yours yourself youve friday happy january february march april june july august september october november december
check click link post posted share shared tweet tweets retweet reply video photo pic pics image lmfao tbh imo btw fyi dm
`;
