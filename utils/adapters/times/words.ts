/**
 * Words for dates in common languages, from Unicode CLDR 48.0; written by `tests/adapters/words.test.ts`, never by hand.
 * Groups are parted by commas, words of one meaning by bars: twelve months, seven weekdays from Sunday, units and phrases in the
 * order of `UNITS` and `NAMED` in `lexicon.ts`. Regions that write the month or the day first; `*`: the language itself.
 */
export interface Words {
  months: string;
  weekdays: string;
  units: string;
  phrases: string;
  fillers: string;
  monthFirst: string;
  dayFirst: string;
}

export const CLDR = '48.0';

export const WORDS: Record<string, Words> = {
  en: {
    months:
      'january|jan,february|feb,march|mar,april|apr,may,june|jun,july|jul,august|aug,september|sep,october|oct,november|nov,december|dec',
    weekdays: 'sunday|sun,monday|mon,tuesday|tue,wednesday|wed,thursday|thu,friday|fri,saturday|sat',
    units:
      'minute|minutes|min|m,second|seconds|sec|s,hour|hours|hr|h,day|days|d,week|weeks|wk|w|wks,month|months|mo|mth|mths,year|years|yr|y|yrs',
    phrases: 'now,today,yesterday,,last week,last month,last year',
    fillers: 'ago,at,am',
    monthFirst: '* AS BI CA GU JP MH MP PH PR UM US VI ZA',
    dayFirst:
      'AE AG AI AT AU BB BE BM BS BW BZ CC CH CK CM CX CY CZ DE DG DK DM EE ER ES FI FJ FK FM FR GB GD GE GG GH GI GM GS GY HK HU ID IE IL IM IN IO IT JE JM KE KI KN KY LC LR LS LT LV MG MO MS MT MU MV MW MY NA NF NG NL NO NR NU NZ PG PK PL PN PT PW RO RW SB SC SD SE SG SH SI SK SL SS SX SZ TC TK TO TT TV TZ UA UG VC VG VU WS ZM ZW',
  },
  es: {
    months:
      'enero|ene,febrero|feb,marzo|mar,abril|abr,mayo|may,junio|jun,julio|jul,agosto|ago,septiembre|sept,octubre|oct,noviembre|nov,diciembre|dic',
    weekdays: 'domingo|dom,lunes|lun,martes|mar,miercoles|mie,jueves|jue,viernes|vie,sabado|sab',
    units: 'minuto|minutos|min,segundo|segundos|s,hora|horas|h,dia|dias|d,semana|semanas|sem,mes|meses|m,ano|anos|a',
    phrases: 'ahora,hoy,ayer,anteayer,la semana pasada,el mes pasado,el ano pasado',
    fillers: 'hace,de',
    monthFirst: 'PA PR',
    dayFirst: 'AR BO BR BZ CL CO CR CU DO EA EC ES GQ GT HN IC MX NI PE PH PY SV US UY VE',
  },
  pt: {
    months:
      'janeiro|jan,fevereiro|fev,marco|mar,abril|abr,maio|mai,junho|jun,julho|jul,agosto|ago,setembro|set,outubro|out,novembro|nov,dezembro|dez',
    weekdays:
      'domingo|dom,segunda-feira|seg,terca-feira|ter,quarta-feira|qua,quinta-feira|qui,sexta-feira|sex,sabado|sab',
    units: 'minuto|minutos|min,segundo|segundos|seg|s,hora|horas|h,dia|dias,semana|semanas|sem,mes|meses,ano|anos',
    phrases: 'agora,hoje,ontem,anteontem,semana passada,mes passado,ano passado',
    fillers: 'ha,de,as',
    monthFirst: '',
    dayFirst: 'AO BR CH CV GQ GW LU MO MZ PT ST TL',
  },
  fr: {
    months:
      'janvier|janv,fevrier|fevr,mars,avril|avr,mai,juin,juillet|juil,aout,septembre|sept,octobre|oct,novembre|nov,decembre|dec',
    weekdays: 'dimanche|dim,lundi|lun,mardi|mar,mercredi|mer,jeudi|jeu,vendredi|ven,samedi|sam',
    units: 'minute|minutes|min,seconde|secondes|s,heure|heures|h,jour|jours|j,semaine|semaines|sem,mois|m,an|ans|a',
    phrases: 'maintenant,aujourd’hui,hier,avant-hier,la semaine derniere,le mois dernier,l’annee derniere',
    fillers: 'il,y',
    monthFirst: 'CA',
    dayFirst:
      'BE BF BI BJ BL CD CF CG CH CI CM DJ DZ FR GA GF GN GP GQ HT KM LU MA MC MF MG ML MQ MR MU NC NE PF PM RE RW SC SN SY TD TG TN VU WF YT',
  },
  de: {
    months:
      'januar|jan,februar|feb,marz|mar,april|apr,mai,juni|jun,juli|jul,august|aug,september|sep|sept,oktober|okt,november|nov,dezember|dez',
    weekdays: 'sonntag|so,montag|mo,dienstag|di,mittwoch|mi,donnerstag|do,freitag|fr,samstag|sa',
    units:
      'minute|minuten|min|m,sekunde|sekunden|sek|s,stunde|stunden|std|h,tag|tagen|tage|tg|t,woche|wochen|wo|w,monat|monaten|monate|mon,jahr|jahren|jahre|j',
    phrases: 'jetzt,heute,gestern,vorgestern,letzte woche,letzten monat,letztes jahr',
    fillers: 'vor,um',
    monthFirst: '',
    dayFirst: 'AT BE CH DE IT LI LU',
  },
  it: {
    months:
      'gennaio|gen,febbraio|feb,marzo|mar,aprile|apr,maggio|mag,giugno|giu,luglio|lug,agosto|ago,settembre|set,ottobre|ott,novembre|nov,dicembre|dic',
    weekdays: 'domenica|dom,lunedi|lun,martedi|mar,mercoledi|mer,giovedi|gio,venerdi|ven,sabato|sab',
    units:
      'minuto|minuti|min,secondo|secondi|sec|s,ora|ore|h,giorno|giorni|g|gg,settimana|settimane|sett,mese|mesi,anno|anni',
    phrases: 'ora,oggi,ieri,l’altro ieri,settimana scorsa,mese scorso,anno scorso',
    fillers: 'fa,alle',
    monthFirst: '',
    dayFirst: 'CH IT SM VA',
  },
  ca: {
    months:
      'gener|gen|de gener|de gen,febrer|febr|de febrer|de febr,marc|de marc,abril|abr|d’abril|d’abr,maig|de maig,juny|de juny,juliol|jul|de juliol|de jul,agost|ag|d’agost|d’ag,setembre|set|de setembre|de set,octubre|oct|d’octubre|d’oct,novembre|nov|de novembre|de nov,desembre|des|de desembre|de des',
    weekdays: 'diumenge|dg,dilluns|dl,dimarts|dt,dimecres|dc,dijous|dj,divendres|dv,dissabte|ds',
    units: 'minut|minuts|min,segon|segons|s,hora|hores|h,dia|dies|d,setmana|setmanes|setm,mes|mesos|m,any|anys',
    phrases: 'ara,avui,ahir,abans-d’ahir,la setmana passada,el mes passat,l’any passat',
    fillers: 'fa,del,a,les',
    monthFirst: '',
    dayFirst: 'AD ES FR IT',
  },
  ru: {
    months:
      'январь|янв|января,февраль|февр|февраля,март|марта|мар,апрель|апр|апреля,маи|мая,июнь|июня|июн,июль|июля|июл,август|авг|августа,сентябрь|сент|сентября,октябрь|окт|октября,ноябрь|нояб|ноября,декабрь|дек|декабря',
    weekdays: 'воскресенье|вс,понедельник|пн,вторник|вт,среда|ср,четверг|чт,пятница|пт,суббота|сб',
    units:
      'минуту|минуты|минут|мин|минута,секунду|секунды|секунд|сек|с|секунда,час|часа|часов|ч,день|дня|днеи|дн|д,неделю|недели|недель|нед|неделя|н,месяц|месяца|месяцев|мес|м,год|года|лет|г|л',
    phrases: 'сеичас,сегодня,вчера,позавчера,на прошлои неделе,в прошлом месяце,в прошлом году',
    fillers: 'назад,в',
    monthFirst: '',
    dayFirst: 'BY KG KZ MD RU UA',
  },
  uk: {
    months:
      'січень|січ|січня,лютии|лют|лютого,березень|бер|березня,квітень|квіт|квітня,травень|трав|травня,червень|черв|червня,липень|лип|липня,серпень|серп|серпня,вересень|вер|вересня,жовтень|жовт|жовтня,листопад|лист|листопада,грудень|груд|грудня',
    weekdays: 'неділя|нд,понеділок|пн,вівторок|вт,середа|ср,четвер|чт,пʼятниця|пт,субота|сб',
    units:
      'хвилину|хвилини|хвилин|хв|хвилина|х,секунду|секунди|секунд|с|секунда,годину|години|годин|год|година|г,день|дні|днів|дн|д,тиждень|тижні|тижнів|тиж|т,місяць|місяці|місяців|міс|м,рік|роки|років|р',
    phrases: 'зараз,сьогодні,учора,позавчора,минулого тижня,минулого місяця,минулого року',
    fillers: 'тому,о',
    monthFirst: '',
    dayFirst: 'UA',
  },
  nl: {
    months:
      'januari|jan,februari|feb,maart|mrt,april|apr,mei,juni|jun,juli|jul,augustus|aug,september|sep,oktober|okt,november|nov,december|dec',
    weekdays: 'zondag|zo,maandag|ma,dinsdag|di,woensdag|wo,donderdag|do,vrijdag|vr,zaterdag|za',
    units:
      'minuut|minuten|min|m,seconde|seconden|sec|s,uur|u,dag|dagen|dgn|d,week|weken|wk|wkn|w,maand|maanden|mnd,jaar|jr',
    phrases: 'nu,vandaag,gisteren,eergisteren,vorige week,vorige maand,vorig jaar',
    fillers: 'geleden,om',
    monthFirst: '',
    dayFirst: 'AW BE BQ CW NL SR SX',
  },
  pl: {
    months:
      'styczen|sty|stycznia,luty|lut|lutego,marzec|mar|marca,kwiecien|kwi|kwietnia,maj|maja,czerwiec|cze|czerwca,lipiec|lip|lipca,sierpien|sie|sierpnia,wrzesien|wrz|wrzesnia,pazdziernik|paz|pazdziernika,listopad|lis|listopada,grudzien|gru|grudnia',
    weekdays: 'niedziela|niedz,poniedziałek|pon,wtorek|wt,sroda|sr,czwartek|czw,piatek|pt,sobota|sob',
    units:
      'minute|minuty|minut|min|minuta,sekunde|sekundy|sekund|sek|s|sekunda,godzine|godziny|godzin|godz|g|godzina|h,dzien|dni|d,tydzien|tygodnie|tygodni|tydz|tyg|t,miesiac|miesiace|miesiecy|mies|m-c|m-ce,rok|lata|lat|r|l',
    phrases: 'teraz,dzisiaj,wczoraj,przedwczoraj,w zeszłym tygodniu,w zeszłym miesiacu,w zeszłym roku',
    fillers: 'temu',
    monthFirst: '',
    dayFirst: 'PL',
  },
  tr: {
    months:
      'ocak|oca,subat|sub,mart|mar,nisan|nis,mayıs|may,haziran|haz,temmuz|tem,agustos|agu,eylul|eyl,ekim|eki,kasım|kas,aralık|ara',
    weekdays: 'pazar|paz,pazartesi|pzt,salı|sal,carsamba|car,persembe|per,cuma|cum,cumartesi|cmt',
    units: 'dakika|dk|d,saniye|sn,saat|sa|s,gun|g,hafta|hf|h,ay|a,yıl|y',
    phrases: 'simdi,bugun,dun,evvelsi gun,gecen hafta,gecen ay,gecen yıl',
    fillers: 'once',
    monthFirst: '',
    dayFirst: 'CY TR',
  },
  ja: {
    months: ',,,,,,,,,,,',
    weekdays: '日曜日|日,月曜日|月,火曜日|火,水曜日|水,木曜日|木,金曜日|金,土曜日|土',
    units: '分前|分|m,秒前|秒|s,時間前|時間|h,日前|日|d,週間前|週間|w,か月前|か月,年前|年|y',
    phrases: '今,今日,昨日,一昨日,先週,先月,昨年',
    fillers: '月',
    monthFirst: '* JP',
    dayFirst: '',
  },
  ko: {
    months: '1월,2월,3월,4월,5월,6월,7월,8월,9월,10월,11월,12월',
    weekdays: '일요일|일,월요일|월,화요일|화,수요일|수,목요일|목,금요일|금,토요일|토',
    units: '분,초,시간,일,주,개월,년',
    phrases: '지금,오늘,어제,그저께,지난주,지난달,작년',
    fillers: '전,am',
    monthFirst: '* CN KP KR',
    dayFirst: '',
  },
  zh: {
    months:
      '一月|1月,二月|2月,三月|3月,四月|4月,五月|5月,六月|6月,七月|7月,八月|8月,九月|9月,十月|10月,十一月|11月,十二月|12月',
    weekdays: '星期日|周日,星期一|周一,星期二|周二,星期三|周三,星期四|周四,星期五|周五,星期六|周六',
    units: '分钟前|分钟,秒钟前|秒前|秒钟|秒,小时前|小时,天前|天,周前|周,个月前|个月,年前|年',
    phrases: '现在,今天,昨天,前天,上周,上个月,去年',
    fillers: '月,日',
    monthFirst: '* CN MY SG TW',
    dayFirst: 'HK MO',
  },
};
