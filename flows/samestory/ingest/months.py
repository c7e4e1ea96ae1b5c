"""Months and weekdays as news pages in twenty languages write them in their date stamps."""

from samestory.ingest.words import word_list

# One row a month: English, German, Dutch, Scandinavian; Romance; Slavic in Latin and Cyrillic script; Greek, Finnish,
# Turkish, Hungarian. Cases and abbreviations that occur in stamps. A word that is another month in a second language
# (listopad: November in Polish and Czech, October in Croatian) is left out.
NAMES = (
    "jan january januar januari janvier janv enero ene gennaio gen janeiro ianuarie styczeń stycznia sty leden"
    " ledna január januára январь января янв січень січня ιανουάριος ιανουαρίου ιαν tammikuu tammikuuta ocak jänner",
    "feb february februar februari février févr fevrier febrero febbraio fevereiro fev februarie luty lutego únor února"
    " február februára февраль февраля фев февр лютий лютого φεβρουάριος φεβρουαρίου φεβ helmikuu helmikuuta şubat",
    "mar march märz maart mars marzo março martie marzec marca března březen március март марта березень березня"
    " μάρτιος μαρτίου μαρ maaliskuu maaliskuuta mart mrz marts",
    "apr april avril avr abril abr aprile aprilie kwiecień kwietnia kwi duben dubna apríl április апрель апреля апр"
    " квітень квітня απρίλιος απριλίου απρ huhtikuu huhtikuuta nisan",
    "may mai mei maj mayo maggio mag maio maja květen května máj május май мая травень травня μάιος μαΐου μάι"
    " toukokuu toukokuuta mayıs",
    "jun june juni juin junio giugno giu junho iunie czerwiec czerwca cze června červen jún június июнь июня июн"
    " червень червня ιούνιος ιουνίου ιουν kesäkuu kesäkuuta haziran",
    "jul july juli juillet juil julio luglio lug julho iulie lipiec lipca července červenec júl július июль июля июл"
    " липень липня ιούλιος ιουλίου ιουλ heinäkuu heinäkuuta temmuz",
    "aug august augustus augusti août aout agosto ago augusto sierpień sierpnia sie srpen srpna augusztus август"
    " августа авг серпень серпня αύγουστος αυγούστου αυγ elokuu elokuuta ağustos",
    "sep sept september septembre septiembre settembre set setembro septembrie wrzesień września wrz září szeptember"
    " сентябрь сентября сен сент вересень вересня σεπτέμβριος σεπτεμβρίου σεπ σεπτ syyskuu syyskuuta eylül",
    "oct october oktober okt octobre octubre ottobre ott outubro octombrie październik października paź říjen října"
    " október октябрь октября окт жовтень жовтня οκτώβριος οκτωβρίου οκτ lokakuu lokakuuta ekim",
    "nov november novembre noviembre novembro noiembrie ноябрь ноября ноя нояб νοέμβριος νοεμβρίου νοε marraskuu"
    " marraskuuta kasım",
    "dec december dezember dez décembre déc decembre diciembre dic dicembre dezembro decembrie grudzień grudnia gru"
    " prosinec prosince декабрь декабря дек грудень грудня δεκέμβριος δεκεμβρίου δεκ joulukuu joulukuuta aralık "
    "desember des",
)
MONTHS = {name: number for number, names in enumerate(NAMES, 1) for name in word_list(names)}

WEEKDAYS = frozenset(
    word_list(
        "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday"
        " montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag maandag dinsdag woensdag donderdag"
        " vrijdag zaterdag zondag mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tisdag lördag söndag"
        " lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo"
        " lunedì martedì mercoledì giovedì venerdì sabato domenica segunda-feira terça-feira quarta-feira quinta-feira"
        " sexta-feira poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek"
        " neděle"
        " понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа п'ятниця субота"
        " неділя"
        " δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή maanantai tiistai keskiviikko torstai perjantai"
        " lauantai sunnuntai pazartesi salı çarşamba perşembe cuma cumartesi pazar"
    )
)
# Words between the parts of a stamp that say nothing by themselves: 12 de marzo de 2024, 12 marca 2024 roku, 14:05 Uhr.
FILLERS = frozenset(
    word_list("de del do da den le el il dne roku rok года год року г р r uhr um kl klo godz ore alle às à ώρα στις")
)
