"""Texts that are no answer: what is not decided yet, and that there is nobody.

A closed list for each language. Only a whole text is recognised, whatever its capitals and points:
"TBD" is, and "TBD by Kari on 1 May" is an answer. A remark set off from the abbreviation changes
nothing: "TBD (ask the board)" is not decided.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping

LONGEST = 60
"""Characters of a text that may be one of these."""

_ALONG = {
    "en": (
        "yet|so far|as yet|later|later on|for now|at present|presently|at the moment|currently|now|"
        "right now|still|today|soon|at this time|at this stage|for the time being|until now|"
        "up to now|until further notice|to date|it|this|that|is|was|has|have|been|we|there|are|s|"
        "the|i|as of"
    ),
    "nb": (
        "ennå|enda|ennu|foreløpig|senere|seinere|nå|per nå|pr nå|for tiden|for tida|"
        "for øyeblikket|i øyeblikket|akkurat nå|i dag|så langt|hittil|snart|nærmere|"
        "inntil videre|på nåværende tidspunkt|p t|fortsatt|fremdeles|det|dette|er|har|vi|blitt|"
        "jeg|den|foreløbig|oss|per i dag|pr i dag"
    ),
}
"""What may stand beside it and changes nothing."""

_ALONE = {
    "en": (
        "later|later on|soon|for now|for the time being|until further notice|not yet|"
        "still open|remains open"
    ),
    "nb": (
        "senere|seinere|snart|inntil videre|foreløpig|nærmere|ikke ennå|ikke enda|"
        "fortsatt åpent|fortsatt åpen|fremdeles åpent|står åpent"
    ),
}
"""What of this says by itself that it is not decided."""

_UNDECIDED = {
    "en": (
        "tbd|tba|tbc|tbn|t b d|t b a|t b c|t b n|to do|todo|undecided|undetermined|unknown|"
        "unclear|unsettled|unresolved|unsure|uncertain|open question|pending|awaiting decision|"
        "awaiting a decision|waiting|waiting for a decision|under discussion|"
        "under consideration|not|not sure|don t know|do not know|no idea|n n|coming|to come|"
        "will come|no decision|no answer|unnamed|name to follow|to follow|missing|lacking|"
        "in progress|in process|being recruited|recruiting|unspecified|we ll see|we will see|"
        "who knows|xxx|xxxx|not in place|to be advised|up in the air|depends|"
        "it depends|dont know|awaiting|on hold|will come back to"
    ),
    "nb": (
        "avklares|uavklart|må avklares|skal avklares|under avklaring|til avklaring|bestemmes|"
        "må bestemmes|skal bestemmes|ubestemt|avgjøres|må avgjøres|skal avgjøres|uavgjort|"
        "besluttes|må besluttes|skal besluttes|drøftes|må drøftes|skal drøftes|diskuteres|"
        "må diskuteres|skal diskuteres|fastsettes|utpekes|skal utpekes|oppnevnes|"
        "skal oppnevnes|velges|avtales|må avtales|skal avtales|ukjent|uklart|uklar|usikkert|"
        "usikker|vet ikke|vet ikkje|ikke|på vent|venter|under vurdering|under arbeid|gjenstår|"
        "kommer|kommer tilbake til|uvisst|n n|settes|fylles ut|må fylles ut|ingen avgjørelse|"
        "ingen beslutning|mangler|under planlegging|utnevnes|utlyses|stilling utlyst|"
        "stillingen utlyst|ikke på plass|vi får se|får se|xxx|xxxx|kommer tilbake|ikke oppgitt|"
        "under rekruttering|rekrutteres|det kommer an på|avventer|avventes|"
        "følger|ettersendes"
    ),
}
"""What says that it is not decided."""

_DECIDED = {
    "en": (
        "decided|determined|confirmed|announced|agreed|agreed upon|named|appointed|discussed|"
        "arranged|clarified|settled|found|chosen|defined|set|filled in|known|clear|considered|"
        "specified|planned|booked|done|assigned|selected|identified|resolved|written|stated|hired|"
        "recruited|engaged|asked|filled|designated|nominated|elected|established|finalised|finalized"
    ),
    "nb": (
        "avklart|bestemt|avgjort|besluttet|drøftet|diskutert|fastsatt|satt|utpekt|oppnevnt|valgt|"
        "avtalt|kjent|klart|klar|sikkert|sikker|funnet|planlagt|navngitt|vurdert|fylt ut|skrevet|"
        "bestilt|gjort|utnevnt|ansatt|tilsatt|rekruttert|spurt|pekt ut|kartlagt|konkludert|landet|"
        "ferdig"
    ),
}
"""What something is that is decided: with one of the words below it is not."""

_NOT = {
    "en": ("not", "to be", "will be", "must be", "needs to be"),
    "nb": ("ikke", "skal", "må", "blir", "vil bli", "skal bli", "må bli"),
}
"""What stands before these where it is not decided."""

_NOBODY = {
    "en": (
        "nobody|no one|noone|no body|none|nothing|no person|no name|vacant|vacancy|post vacant|"
        "post is vacant|position vacant|unfilled|not filled|not anyone|not anybody|"
        "no candidate|n a|nobody in post|no one in post|none in post|no deputy|no successor|"
        "no supervisor|no leader|no champion|no reviewer|no rule|no plan|no goal|no replacement"
    ),
    "nb": (
        "ingen|ingenting|ikke noen|ikke noe|intet|ubesatt|vakant|stillingen ubesatt|"
        "stillingen vakant|stillingen ledig|ledig stilling|ikke besatt|ingen person|ingen navn|"
        "ingen kandidat|ingen i stillingen|ingen stedfortreder|ingen etterfølger|"
        "ingen veileder|ingen leder|ingen vikar|ingen regel|ingen plan|ingen mål|"
        "ingen vurderer|ingen pådriver"
    ),
}
"""What says that there is nobody, or nothing."""

_LETTERS = re.compile(r"[^\W_]+")
_REMARK = re.compile(r"\W*tb[dacn](?:\s*[:;,(\[?]|\s+[-\u2013\u2014/])")
"""The abbreviation at the beginning, and a remark that a sign sets off from it."""


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _words(text: str) -> str:
    return " ".join(_LETTERS.findall(_folded(text)))


def _table(lists: Mapping[str, str]) -> frozenset[str]:
    return frozenset(words for one in lists.values() for words in one.split("|"))


_BESIDE = re.compile(r"\b(?:" + "|".join(sorted(_table(_ALONG), key=len, reverse=True)) + r")\b")


def _bare(words: str) -> str:
    """Words without what may stand beside them."""
    return " ".join(_BESIDE.sub(" ", words).split())


def _bared(many: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_bare, many))


_NO_DECISION = _bared(
    [
        *_table(_UNDECIDED),
        *(
            f"{no} {one}"
            for code, nots in _NOT.items()
            for no in nots
            for one in _DECIDED[code].split("|")
        ),
    ]
)
_NOT_NOW = _table(_ALONE)
_NO_BODY = _bared(_table(_NOBODY))


def is_undecided(text: str) -> bool:
    """Whether a whole text says no more than that it is not decided: "TBD", "avklares", "?"."""
    if len(text) > LONGEST:
        return False
    if "?" in text and not text.replace("?", "").strip():
        return True
    if _REMARK.match(_folded(text)):
        return True
    words = _words(text)
    return words in _NOT_NOW or _bare(words) in _NO_DECISION


def says_unsure(text: str) -> bool:
    """Whether a whole text says that the person does not know: "TBD", "not decided yet".

    "Soon" and "later" do not: where a day is asked for, they are told what is missing.
    """
    return is_undecided(text) and _words(text) not in _NOT_NOW


def is_nobody(text: str) -> bool:
    """Whether a whole text says no more than that there is nobody, or nothing."""
    return len(text) <= LONGEST and _bare(_words(text)) in _NO_BODY


def is_nameless(name: str) -> bool:
    """Whether a name says that it is not decided yet who it is: TBD, N.N., vacant."""
    return is_undecided(name) or is_nobody(name)
