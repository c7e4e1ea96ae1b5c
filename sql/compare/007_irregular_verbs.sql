-- Which forms are of one verb, though no ending tells it? One row is one form of an irregular English verb in lower
-- case, with its base form: a closed class of the grammar. Left out are forms that mostly are other words (ground,
-- wound, spoke).
CREATE OR REPLACE TEMP TABLE cmp_irregular_verb AS
WITH verbs AS (
    SELECT unnest(string_split(
        regexp_replace(
            '
            arise arose arisen, awake awoke awoken, bear bore borne, beat beaten, become became,
            begin began begun, bend bent, bind bound, bite bit bitten, bleed bled, blow blew blown,
            break broke broken, breed bred, bring brought, build built, burn burnt, buy bought, catch caught,
            choose chose chosen, cling clung, come came, creep crept, deal dealt, dig dug, draw drew drawn,
            dream dreamt, drink drank drunk, drive drove driven, dwell dwelt, eat ate eaten, fall fell fallen,
            feed fed, feel felt, fight fought, find found, flee fled, fling flung, fly flew flown,
            forbid forbade forbidden, foresee foresaw foreseen, forget forgot forgotten,
            forgive forgave forgiven, freeze froze frozen, get got gotten, give gave given, go went gone,
            grow grew grown, hang hung, hear heard, hide hid hidden, hold held, keep kept, kneel knelt,
            know knew known, lay laid, lead led, lean leant, leap leapt, learn learnt, leave left, lend lent,
            lie lain, light lit, lose lost, make made, mean meant, meet met, mistake mistook mistaken,
            overcome overcame, overthrow overthrew overthrown, overtake overtook overtaken, pay paid,
            prove proven, ride rode ridden, ring rang rung, rise rose risen, run ran, see saw seen,
            seek sought, sell sold, send sent, shake shook shaken, shine shone, shoot shot, show shown,
            shrink shrank shrunk, sing sang sung, sink sank sunk, sit sat, sleep slept, slide slid,
            smell smelt, speak spoken, spend spent, spill spilt, spin spun, spring sprang sprung, stand stood,
            steal stole stolen, stick stuck, sting stung, strike struck stricken, strive strove,
            swear swore sworn, sweep swept, swim swam swum, swing swung, take took taken, teach taught,
            tear tore torn, think thought, throw threw thrown, undergo underwent undergone,
            understand understood, undertake undertook undertaken, wake woke woken, wear wore worn, weep wept,
            win won, withdraw withdrew withdrawn, write wrote written
            ',
            '\s+', ' ', 'g'
        ), ','
    )) AS forms
)

SELECT
    string_split(trim(forms), ' ')[1] AS base,
    unnest(string_split(trim(forms), ' ')[2:]) AS form
FROM verbs;
