"""The words of an amount, in English and Norwegian: units, how often, how sure.

Both languages are understood whichever is spoken. Where a word could be two things, as `time` and
`m`, who reads them decides by what stands beside it.
"""

from collections.abc import Mapping
from types import MappingProxyType

MONTH, YEAR = 52 / 12, 52
"""Weeks: a year has 52, a month a twelfth of them."""

WORKING_DAY = 1 / 5
"""Weeks from one working day to the next."""

WORDS: Mapping[str, Mapping[float, str]] = MappingProxyType(
    {
        "time": {
            1: "h|hr|hrs|hour|hours|t|time|timer|tim|timar|timen|manhours|person-hours",
            1 / 60: "m|min|mins|minute|minutes|minutt|minutter|minuttar",
            0.25: "kvarter|quarter of an hour|quarters of an hour|quarter hour|quarter-hour",
        },
        "number": {
            0.5: "half|half a|half an|a half|a half an|en halv|ei halv|et halvt|ett halvt|halv|"
            "halvt",
            1.5: "halvannen|halvannet|halvanna|one and a half|en og en halv|ett og et halvt",
            2: "a couple|a couple of|et par|a pair of",
        },
        "and a half": {0.5: "and a half|og en halv|og et halvt|og ei halv"},
        "ordinal": {
            2: "second|andre|2nd",
            3: "third|tredje|3rd",
            4: "fourth|fjerde|4th",
            5: "fifth|femte|5th",
            6: "sixth|sjette|6th",
            8: "eighth|åttende|8th",
        },
        "a": {1: "a|an|the"},
        "per": {1: "per|pr|i|om|in the|in a|in each|in one|/|each|every|hver|hvert|kvar|for each"},
        "other": {2: "every other|each other|annenhver|annenhvert|annakvar|anna kvar|alternate"},
        "period": {
            WORKING_DAY: "day|days|dag|dagen|dager|dagar|d|weekday|weekdays|workday|workdays|"
            "working day|working days|virkedag|virkedager|arbeidsdag|arbeidsdager|arbeidsdagen|"
            "hverdag|hverdager|ukedag|ukedager",
            1: "week|weeks|wk|wks|w|uke|uka|uken|uker|u|veke|veka|veker|working week|arbeidsuke|"
            "arbeidsuken|arbeidsuka",
            2: "fortnight|fortnights",
            MONTH: "month|months|mth|mths|mo|måned|måneden|måneder|månad|månaden|mnd|mån|"
            "calendar month|kalendermåned",
            YEAR / 4: "quarter|quarters|kvartal|kvartalet",
            YEAR / 2: "half-year|half year|halvår|halvåret",
            YEAR: "year|years|yr|yrs|y|år|året|annum",
        },
        "often": {
            WORKING_DAY: "daily|daglig|dagleg|on weekdays|on working days|hverdager",
            1: "weekly|ukentlig|vekentleg",
            2: "fortnightly",
            MONTH: "monthly|månedlig|månadleg|månedsvis",
            YEAR / 4: "quarterly|kvartalsvis",
            YEAR: "yearly|annually|årlig|p a",
        },
        "times": {
            1: "times|x|\u00d7|*|ganger|gonger|gang|gong|à|a'|sessions of|meetings of|økter à|"
            "økter på|møter à|møter på"
        },
        "so many times": {1: "once|one time|en gang", 2: "twice|to ganger", 3: "thrice"},
        "post": {
            1: "fte|wte|post|position|job|full-time|full time|fulltid|stilling|stillinga|"
            "stillingen|årsverk|heltid|full post|hel stilling|of a post|of a full-time post|"
            "of a full post|of an fte|of a position|of a job|of full time|of full-time|"
            "stillingsprosent|av full stilling|av en stilling|av et årsverk|prosentstilling"
        },
        "percent": {0.01: "%|percent|per cent|pct|prosent|pst"},
        "team": {
            1: "in total|total|in all|altogether|totalt|til sammen|tilsammen|i alt|samlet|"
            "sammenlagt|for the team|for the whole team|in total for the team|for everyone|"
            "for all|for all of them|between them|for hele teamet|for teamet|for alle|på alle|"
            "totalt for teamet|til sammen for teamet|fordelt på alle|fordelt på teamet|together|"
            "for all three|for both|for begge|sammen"
        },
        "each": {
            1: "each person|per person|pr person|each of them|hver for seg|per head|pr hode|"
            "per practitioner|pr fagperson|per fagperson|per ansatt|pr ansatt|for hver|hver|each|"
            "på hver|i hver"
        },
        "other measure": {
            1: "per patient|per client|per pasient|pr pasient|per bruker|pr bruker|per session|"
            "per økt|pr økt|a session|a patient|a client|per group|per gruppe|pr gruppe|"
            "each patient|each session|hver pasient|hver økt|per klient|pr klient"
        },
        "weekday": {
            1: "monday|mondays|tuesday|tuesdays|wednesday|wednesdays|thursday|thursdays|friday|"
            "fridays|saturday|saturdays|sunday|sundays|mandag|mandager|tirsdag|tirsdager|onsdag|"
            "onsdager|torsdag|torsdager|fredag|fredager|lørdag|lørdager|søndag|søndager|mandagen|"
            "tirsdagen|onsdagen|torsdagen|fredagen"
        },
        "about": {
            1: "about|around|roughly|approximately|approx|circa|cirka|ca|omtrent|rundt|~|≈|or so|"
            "ish|probably|maybe|perhaps|possibly|kanskje|trolig|sannsynligvis|antakelig|omkring|"
            "antagelig|eller så|sånn|?|on average|i snitt|i gjennomsnitt|just|only|bare|kun|c|"
            "en|et|nærmere|some|say|we think|vi tror|estimated|anslagsvis|anslått|for now|foreløpig"
        },
        "least": {
            1: "at least|minst|minimum|more than|mer enn|fler enn|flere enn|+|≥|>|over|or more|"
            "eller mer|eller flere|not less than|ikke mindre enn|ikke under|upwards of|eller fler"
        },
        "most": {
            1: "at most|maximum|max|maks|maksimalt|høyst|under|less than|fewer than|færre enn|"
            "mindre enn|up to|opptil|opp til|inntil|no more than|not more than|ikke mer enn|"
            "ikke flere enn|≤|<|or less|or fewer|eller mindre|eller færre|nearly|almost|nesten"
        },
        "between": {1: "between|mellom"},
        "to": {1: "-|to|til|or|eller|and|og|&"},
        "of": {
            1: "of|av|på|on|for|freed|frigjort|frigjorte|frigitt|protected|set aside|hours freed|"
            "is|er|it is|det er|= "
        },
        "skip": {1: ".|,|;|(|)|:|!|="},
    }
)
"""From a kind of word to a size (in hours, in weeks, or a count) to the words, `|` between them."""

NOUNS: tuple[frozenset[str], ...] = tuple(
    frozenset(words.split("|"))
    for words in (
        (
            "patient|patients|pasient|pasienter|pasientar|client|clients|klient|klienter|user|users|"
            "bruker|brukere|person|persons|people|personer|participant|participants|deltaker|deltakere|"
            "pas|pt|pts|stk|stykk|stykker|tjenestemottaker|tjenestemottakere|individuals"
        ),
        (
            "person|persons|people|personer|staff|ansatt|ansatte|practitioner|practitioners|fagperson|"
            "fagpersoner|therapist|therapists|behandler|behandlere|nurse|nurses|sykepleier|sykepleiere|"
            "leader|leaders|leder|ledere|stk|stykk|stykker|personar"
        ),
        "group|groups|gruppe|grupper|stk|stykk|stykker",
        "session|sessions|økt|økter|møte|møter|meeting|meetings",
        "time|times|gang|ganger",
        "count|counts|telling|tellinger|tall",
        "criterion|criteria|kriterium|kriterier",
        "date|dates|dato|datoer",
        "point|points|poeng",
    )
)
"""Words that count the same thing: any of them stands for a unit that is among them."""

SUMS = ("and", "og", "&")
CHOICES = ("or", "eller", "and", "og")
MARKS = (
    "about",
    "of",
    "least",
    "most",
    "team",
    "each",
    "between",
    "post",
    "percent",
    "other measure",
)
MONEY = {"kr", "kroner", "nok", "eur", "euro", "euros", "usd", "gbp", "sek", "dkk", "$", "€", "£"}
"""What a number of no unit may be: what it costs, in the service's own currency."""
LARGE = {
    **dict.fromkeys(("hundred", "hundre"), 100),
    **dict.fromkeys(("thousand", "tusen"), 1000),
    **dict.fromkeys(("million", "millions", "millioner", "mill", "mio"), 1_000_000),
}
EACH = ("each", "hver", "hvert", "for each")
COUNTERS = ("times", "period", "time", "percent")
