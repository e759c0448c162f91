"""Given names that are common in Norway and where English is spoken, to notice a person's name.

Only common ones: a list of all would take words for names. It is used where a whole line may be a
name, never to find names within sentences.
"""

from __future__ import annotations

_NORWEGIAN = """
anne inger kari marit ingrid liv eva berit astrid bjørg hilde anna solveig marianne randi ida nina
maria elisabeth kristin bente heidi silje hanne linda tone tonje camilla julie emma nora ragnhild
gerd åse wenche laila turid sissel mona ellen karin helene line stine ane mari marte maren thea sara
sofie frida ingeborg gunn jorunn kirsten lise trine merete siri vilde martine malin ingvild
hege guro unni grete monica susanne therese karoline kristine katrine oda tuva hedda amalie
jan per ole lars kjell knut arne svein thomas hans geir tor morten terje odd erik martin andreas
john anders rune trond tore daniel jon magnus kristian jonas fredrik stian henrik ola espen
øyvind sverre leif einar harald olav gunnar helge håkon sindre eirik marius alexander
kristoffer jørgen ståle vidar roar pål petter steinar asbjørn torbjørn halvor sigurd ivar
egil frode dag roy stig tommy kenneth kåre nils jens emil mathias sander tobias
"""

_ENGLISH = """
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra
margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura
helen sharon cynthia kathleen amy angela shirley brenda pamela nicole katherine samantha christine
debra rachel carolyn janet catherine maria heather diane olivia julie joyce victoria kelly christina
joan evelyn lauren judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara
madison frances kathryn janice jean alice abigail julia judy sophia isabella emma charlotte amelia
claire lucy fiona gillian siobhan aoife niamh priya fatima aisha
james robert john michael david william richard joseph thomas charles christopher daniel matthew
anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason
jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel
gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry
douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry
sean austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan
alan juan wayne roy ralph randy eugene vincent russell louis bobby philip johnny oliver harry
simon neil graham ian stuart alistair liam connor mohammed mohammad muhammad ahmed ali omar hassan
"""

_WORDS = (
    "line stine per jan tor dag odd mark frank jack scott jordan austin logan christian may "
    "kelly wayne grant tone liv berit jean carol gloria madison victoria charlotte harry roger "
    "ole stig roy joy art ali åse pål christine"
)
"""Those that are words or places too, where they are not written as names are."""

_SHORT_WORDS = (
    "all any his her me my no not one our she the two us we you "
    "de dem den det du en han hun jeg meg min ny oss to vi"
)

NOBODYS = frozenset(_SHORT_WORDS.split())
"""Short words that stand where a name is asked for, and are none."""

GIVEN, _ALSO_WORDS = frozenset(f"{_NORWEGIAN} {_ENGLISH}".split()), frozenset(_WORDS.split())
"""Given names in small letters."""


def is_given(word: str) -> bool:
    """Whether a word, or its part before a hyphen, is a given name as names are written."""
    first = word.partition("-")[0]
    name = first.casefold()
    if name not in GIVEN:
        return False
    return first.istitle() or name not in _ALSO_WORDS
