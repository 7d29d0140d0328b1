/** French words that carry no theme: function words, fillers and the small talk of threads. */
export const FR = `
a afin ai aie ainsi alors apres assez au aucun aucune aujourdhui auquel aura aurait aussi autant autour autre autres aux avaient avais avait avant avec
avez avoir avons ayant beaucoup bien bon bonjour bonne bonsoir bref c ca car ce ceci cela celle celles celui cependant certain certaine certaines certains ces
cest cet cette ceux chacun chaque chez chose choses ci combien comme comment contre coup cours d dans de debout dedans dehors deja demain depuis dernier derniere
des desormais deux devait devant devoir devrait dire dis dit doit doivent donc donne dont du durant elle elles en encore enfin ensuite entre envie envers es est et
etaient etais etait etant ete etes etre eu eux fait faire fais faisait fallait faut fois font gens grand grande grandes gros gt hein heure heures hier
hors hui ici il ils j jai jamais je jour jours jsuis jusqu jusque juste l la labas laquelle le lequel les lesquels leur leurs loin lol longtemps lors
lorsque lui m ma madame maintenant mais mal malgre me mec meilleur meme memes merci mes mieux mine moi moins mois moment mon mdr monde monsieur n ne ni non nos notre nous
nouveau nouvelle nul on ont ou ouais oui par parce pareil parfois parle parler parmi part partir pas passe pendant personne petit petite peu peut peuvent peux plein plus plusieurs plutot pour
pourquoi pourrait pouvait pouvoir pr premier premiere pres presque prend prendre pris pq ptdr puis puisque qu quand quant que quel quelle quelles quelque quelques quels quest qui
quil quils quoi rien s sa sais sait salut sans sauf se sera seraient serait ses seul seule seulement si sinon soi soir soit sommes son sont
sous souvent suis suite sur surtout t ta tant te tel telle tellement temps tes tiens toi ton toujours tous tout toute toutes tres trop trouve tu un une va
vais vas vers veut veux via vie viens vient vite voici voila voir vois vont vos votre vous vrai vraiment vu y yeux annee annees an ans
lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre semaine semaines
matin nuit coucou svp stp joyeux bisous mdrr
`;
