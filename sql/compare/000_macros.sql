-- How are words and names made comparable? Temporary macros, used by every step of the comparison. (sqlfluff takes
-- the parameter of a macro for a type, hence the exceptions to CP05.)

-- A name or text in lower case, without accents and punctuation, one space between words.
CREATE OR REPLACE TEMP MACRO cmp_plain(s) AS trim( -- noqa: CP05
    regexp_replace(lower(strip_accents(s)), '[^\p{L}\p{N}]+', ' ', 'g')
);

-- The words of a text in order; a number with its separators (6.1, 10,000) is one word.
CREATE OR REPLACE TEMP MACRO cmp_words(s) AS regexp_extract_all( -- noqa: CP05
    lower(strip_accents(s)), '\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}]+'
);

-- A light stem: the longest inflectional or common derivational ending goes, four letters stay, so that
-- withdrawing, withdrawal and withdrawn's base meet; shorter stems confuse unrelated words. An ending -bly is one of
-- -ble, as in possibly and possible, assembly and assembled; an ending -er takes what follows it along, as in murder
-- and murdered. A doubled consonant at the end is one, as in planned and
-- plan, controlling and control (but not s, since "less" and "pass" lose theirs nowhere).
CREATE OR REPLACE TEMP MACRO cmp_stem(w) AS regexp_replace( -- noqa: CP05
    regexp_replace(
        regexp_replace(w, 'bly$', 'ble'),
        '^(\p{L}{4,}?)(ations?|ements?|ments?|ered|ering|ings?|edly|ed|ers?|ors?|ions?|als?|ally|ly|ies|es|s|e|y)$',
        '\1'
    ),
    '(?:(b)b|(d)d|(g)g|(l)l|(m)m|(n)n|(p)p|(r)r|(t)t)$',
    '\1\2\3\4\5\6\7\8\9'
);

-- A name as it is compared: no article before it, no possessive s and no short form in brackets behind it.
CREATE OR REPLACE TEMP MACRO cmp_name_key(s) AS regexp_replace( -- noqa: CP05
    cmp_plain(regexp_replace(s, '\s*\([^()]*\)\s*$', '')), '^the | s$', '', 'g'
);

-- A name without what transliterations differ in (kh and h, zh, dzh and j, doubled vowels, the article al):
-- only ever compared within one story and one type, see 100_entities.sql.
CREATE OR REPLACE TEMP MACRO cmp_skeleton(s) AS regexp_replace( -- noqa: CP05
    regexp_replace(
        regexp_replace(
            regexp_replace(
                regexp_replace(
                    regexp_replace(' ' || cmp_plain(s), ' (al|el|the|ad|as|ash) ', ' ', 'g'), '[ ]', '', 'g'
                ),
                'd?zh|dj|j', 'z', 'g'
            ),
            '([kgd])h', 'h', 'g'
        ),
        '(ou|oo|w)', 'u', 'g'
    ),
    '(y|ee|ei|e)', 'i', 'g'
);

-- A claim as it is shown: without a dateline before it, links and footnote marks in it and "X said" behind it.
CREATE OR REPLACE TEMP MACRO cmp_clear_text(s) AS regexp_replace( -- noqa: CP05
    regexp_replace(
        regexp_replace(
            s,
            '^\p{Lu}[\p{Lu} .’''-]+(?:, [\p{L}. ]{2,30})?(?: \([\p{L} /.-]{2,40}\))? ?[-–—:]+ ', ''
        ),
        '\s*\[?\[[^\[\]]{1,60}\](?:\(https?://[^\s()]*\)?)?\]?', '', 'g'
    ),
    ', (?:according to [^,]{3,80}|[^,]{3,60} (?:said|says|reports|reported|show|shows|added|announced)'
    || '(?: on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?)$',
    ''
);

-- A source as it is compared: an address is told by its own part, so that www.thepaper.com and The Paper's domain meet.
CREATE OR REPLACE TEMP MACRO cmp_origin_key(s) AS regexp_replace( -- noqa: CP05
    cmp_name_key(
        regexp_replace(lower(s), '^(https?://)?(www\.)?([\p{L}\p{N}-]+)\.([a-z]{2,3}\.)?[a-z]{2,7}(/.*)?$', '\3')
    ),
    '^the ', ''
);

-- Whether the words for a speaker end in a role that speaks for its organisation, or in what it finds out: its critics,
-- customers and workers do not.
CREATE OR REPLACE TEMP MACRO cmp_speaks_for(s) AS regexp_matches( -- noqa: CP05
    lower(s),
    '\b(spokes(wo)?m[ae]n|spokespersons?|spokespeople|officials?|officers?|representatives?|reps?|executives?'
    || '|managers?|management|directors?|analysts?|experts?|engineers?|researchers?|scientists?|sources?'
    || '|tests?|trials?|checks?|inspections?|stud(y|ies)|surveys?|polls?)$'
);
