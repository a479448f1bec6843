"""Who a doer is: the issuer itself, a superior, everybody, the holder of a post."""

from __future__ import annotations

import re

from loaders.found import Actor
from loaders.mentions.bodies.bodies import Phrase

_PUBLIC = re.compile(
    r"(?:[Cc]ác |[Mm]ọi )?(?:[Tt]ổ chức, (?:cá nhân|doanh nghiệp)|[Cc]á nhân|[Hh]ộ "
    r"|[Nn]gười (?!đứng đầu|được (?:giao|phân công)))"
)
_HEAD = re.compile(
    r"^(?:trưởng (?=ban)"
    r"|(?:chủ tịch|bộ trưởng|cục trưởng|tổng cục trưởng|tổng giám đốc|giám đốc) (?=ủy ban|bộ|cục|tổng|sở))"
)
_POST = re.compile(r"(?:[Pp]hó |đồng chí)")
_SUPERIOR = re.compile(
    r"(?:Thủ tướng|Chính phủ|Quốc hội|Bộ Chính trị|Ban Bí thư|(?:các )?[Cc]ấp (?:có )?thẩm quyền|[Cc]ấp trên"
    r"|(?:các )?[Cc]ơ quan (?:có|cấp trên|nhà nước có) ?(?:thẩm quyền)?)"
)


def spelled(name: str) -> str:
    """A name in small letters with its usual abbreviations written out.

    >>> spelled("UBND tỉnh")
    'ủy ban nhân dân tỉnh'
    """
    low = " ".join(name.lower().split())
    return low.replace("ubnd", "ủy ban nhân dân").replace("hđnd", "hội đồng nhân dân")


def _seat(actor: Actor) -> str:
    """The body whose head is named: he speaks as it does."""
    return _HEAD.sub("", spelled(actor.name))


def includes_issuer(phrase: Phrase, issuer: str) -> bool:
    """Whether the issuer is among those named: an inferior asks it, it does not ask itself."""
    return any(_seat(a) in issuer for a in phrase.actors)


def is_issuer(phrase: Phrase, issuer: str) -> bool:
    """Whether those named are the issuer itself, alone or with its head."""
    named = [(_seat(a), a.collective) for a in phrase.actors]
    if len(named) > 2 or not issuer:
        return False
    return all(_speaks(name, issuer) or (name.startswith(f"{issuer} ") and not many) for name, many in named)


def _speaks(name: str, issuer: str) -> bool:
    """Whether a name is part of the issuer's; the head of a board that is named no further is that of its own."""
    return f"{issuer} ".removeprefix("trưởng ").startswith("ban ") if name == "ban" else name in issuer


def is_public(phrase: Phrase) -> bool:
    """Whether everybody is meant: what they must do is a rule and no task."""
    return all(_PUBLIC.match(a.name) for a in phrase.actors)


def is_post(actor: Actor) -> bool:
    """A named person, or holders of a post that stands over the work of others."""
    return actor.person or _POST.search(actor.name) is not None


def is_superior(phrase: Phrase) -> bool:
    """Whether the first of those named stands above any who could ask it."""
    return _SUPERIOR.match(phrase.actors[0].name) is not None
