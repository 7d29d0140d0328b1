/** Portuguese words that carry no theme: function words, fillers and the small talk of threads. */
export const PT = `
a acho afinal agora ai ainda alem algo alguem algum alguma algumas alguns ali alto amanha ambos ano anos ante antes ao aos apenas apesar apos aquela
aquelas aquele aqueles aquilo as assim ate atras atraves bastante bem boa boas bom bons c ca cada caso cedo certa certeza certo coisa coisas com como
comigo conforme contra contigo contudo cuja cujo d da dai dali dar das de dela delas dele deles demais dentro depois desde dessa dessas desse
desses desta destas deste destes deve devem devia dia dias disse disso disto diz dizem dizer do dois domingo dos duas durante e eh ela elas ele eles em
embora enquanto entao entre era eram eramos es essa essas esse esses esta estao estamos estar estas estava estavam este estes esteve estive estou eu
faz fazem fazendo fazer fez ficar fica ficou fim foi fomos for fora foram fosse gente geral grande grandes ha haja havia hj hoje hora horas ia ir
isso isto ja jamais k kk kkk kkkk kkkkk la lhe lhes lo logo longe lugar mais mal maior maioria manha mas me meio melhor menos mes meses mesma mesmas
mesmo mesmos meu meus mil minha minhas momento muita muitas muito muitos mundo n na nada nao nas nda nela nele nem nenhum nenhuma ninguem no nos
nossa nossas nosso nossos nova novo num numa nunca o obg oi ola onde ontem os ou outra outras outro outros p pai para parece parte passado pela pelas
pelo pelos pensar per perto pessoa pessoas pode podem poder podia pois por porque porem pouca pouco poucos pq pra praticamente pro primeira primeiro
proprio proximo pude q qq quais qual qualquer quando quanto quantos quase que quem quer querem quero quis rs rsrs s sabe sabem saber sao se segundo
seguinte sei seja sem semana semanas sempre sendo ser sera serao seria seu seus sexta si sido sim sinto so sobre somente sou sua suas sob sobre tal talvez
tambem tanta tanto tao tarde tb tbm te tem temos tempo tendo tenha tenho ter teu teus teve ti tinha tinham tipo tive toda todas todavia todo todos tu tua tuas
tudo ultima ultimo um uma umas uns v vai vais vamos vao varias varios vc vcs ve vejo vem ver verdade vez vezes vi via vida vindo vir vou voce voces vos
segunda terca quarta quinta sabado janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro feliz obrigado obrigada
noite dia bom boa mano cara gosto quero amo amor casa minuto minutos aqui entendi alguem fazia gnt oq ta to tava
`;
