-- Which words say nothing of an event? One row is one English function word or verb of reporting, in lower case
-- and without its apostrophe: closed classes of the grammar, conjunctive adverbs and those of certainty among them,
-- and the verbs by which a report passes on speech.
CREATE OR REPLACE TEMP TABLE cmp_function_word AS
SELECT unnest(
    regexp_extract_all(
        '
        a an the this that these those some any no none every each either neither both all most many
        much few several other another such own same i me my mine myself we us our ours ourselves
        you your yours yourself he him his himself she her hers herself it its itself they them
        their theirs themselves who whom whose which what when where why how whoever whatever
        whichever there here then than and or but nor so yet if unless because although though while
        whereas whether as since until till once after before in on at by to from of for with
        without within into onto upon over under above below between among amongst through
        throughout during against about around across along toward towards off out up down near
        beside besides behind beyond despite except per via amid be am is are was were been being do
        does did doing done have has had having will would shall should can could may might must
        ought not never only just also too very more less least rather quite even still already
        again ever now soon later ago however therefore thus hence moreover furthermore meanwhile
        otherwise instead indeed further nevertheless nonetheless besides additionally consequently
        accordingly similarly likewise conversely namely subsequently thereafter anyway perhaps maybe
        possibly probably likely apparently allegedly presumably supposedly seemingly evidently
        certainly surely undoubtedly clearly obviously one ones s t re ve ll d m don didn doesn isn wasn
        weren aren hasn haven hadn won wouldn couldn shouldn cannot say says said saying tell tells
        told telling report reports reported reporting reportedly according accord add adds added
        adding state states stated stating claim claims claimed announce announces announced note
        notes noted explain explained mr mrs ms dr
        ',
        '[a-z]+'
    )
) AS word;
