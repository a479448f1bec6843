"""Citations of laws and treaties by name, and of the Constitution."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from loaders.found import Cited
from loaders.mentions.documents import laws
from loaders.mentions.documents.numbered import fill
from loaders.mentions.documents.numbers import numbers
from loaders.mentions.documents.tails import Tail, tail
from loaders.mentions.kinds import patterns
from loaders.mentions.letters import LOWER, UPPER
from loaders.mentions.lexicon import anyof
from loaders.mentions.places import successors
from loaders.text import Text

_SO = re.compile(r" *,? *\(?(?:(?:bộ +luật|luật|pháp +lệnh) +)?(?:số *:? *)?(?=\d{1,3} */ *\d{4} */)")
_LAWGIVER = re.compile(r"quốc +hội|ủy +ban +thường +vụ|ubtvqh|hội +đồng +nhà +nước|chủ +tịch +nước")
_TRUNCATED = re.compile(r" +số *:? *(?P<serial>\d{1,3}/(?:19|20)\d\d)(?![\d/-]| ?/)")
_SMALL_WORD = re.compile(rf" +\w*[{LOWER}]{{2}}")
_OPEN = re.compile(r"(?<!\w)(?:và|giữa|của|với|về)$")
_PLURAL = re.compile(r"các *$")
_ITEM = re.compile(r"(?:,|;| +và|:) *")
_ENACTS = re.compile(r"(?:quốc +hội|thường +vụ +quốc +hội) +ban +hành *$")
_CONSTITUTION = re.compile(r"(?: +nước +cộng +hòa +xã +hội +chủ +nghĩa +việt +nam)?(?! +của +các)")
_COUNTRY = re.compile(r" +của +nước +cộng +hòa +xã +hội +chủ +nghĩa +việt +nam")
_SIGNED = re.compile(r",? +(?:được +)?ký +(?:kết +)?(?:tại +[^\d,;.()]{2,40} +)?(?=ngày +\d)")
_DRAFT = re.compile(r"(?:dự +án|dự +thảo) +(?=(?:bộ +luật|luật|pháp +lệnh) )")
_SAID = 8  # words by which two titles are compared
_TREATY = 220  # code points: no treaty's name is longer


@cache
def _words() -> dict[str, str]:
    """What a name that was printed in capitals keeps of them, in small letters -> as written."""
    return {w.lower(): w for w in patterns("citations")["capitals"]["names"]}


@cache
def _places() -> dict[str, str]:
    return {p.lower(): p for p in (*successors(), *successors().values())}


@cache
def _proper() -> re.Pattern[str]:
    after = r"(?:(?<=tỉnh )|(?<=thành phố ))"
    return re.compile(rf"(?<!\w)(?:{anyof(_words())}|{after}{anyof(_places())}|(?:(?<=thứ )|(?<=khóa ))[ivxl]+)(?!\w)")


@cache
def _to_come() -> re.Pattern[str]:
    return re.compile(rf"{anyof(patterns('citations')['laws']['to_come'])}(?: +(?:các|về))? *$")


@cache
def _other_word(part: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){anyof(patterns('citations')['laws'][part])} *$")


@cache
def _treaty_opens() -> re.Pattern[str]:
    return re.compile(rf" +(?=[{UPPER}]|{anyof(patterns('citations')['treaties']['opens'])} |về +[{UPPER}])")


@cache
def _treaty_ends() -> re.Pattern[str]:
    table = patterns("citations")["treaties"]
    return re.compile(
        rf"[.;:()|\"“”\[\]!?\d]| {{3,}}|, (?!{anyof(table['goes_on'])})| +{anyof(table['ends'])}(?!\w)"
        r"| +(?:điều|phần|chương|mục) +[\divx]",
        re.IGNORECASE,
    )


def law(text: Text, start: int, end: int, word: str) -> list[Cited]:
    """Laws by name behind the word for them at ``start:end``, each with what tells it apart."""
    flat, low = text.flat, text.low
    end = _behind_blanks(low, end)
    if flat[start].islower() and not flat[end : end + 1].isupper():
        return []
    if _is_other(text, start):
        return []
    kind = laws.WORDS[word]
    title = laws.amending(flat, low, end, laws.LABELS[kind])
    if _to_come().search(low, max(0, start - 30), start):
        return [] if title is None else _amended(text, title)
    if title:
        whole = _amending(text, start, title, kind)
        return _amended(text, title) if _is_coming(text, whole) else [whole]
    several = _PLURAL.search(low, max(0, start - 6), start) is not None
    if several and low[end : end + 1] == ":":
        end = _behind_blanks(low, end + 1)
    named = laws.law(flat, low, end, kind)
    if named is None or (flat[start].islower() and not named.known):
        return []
    found = [_law(text, start, named, kind)]
    return [*found, *_listed(text, found[0], kind)] if several else found


def _is_other(text: Text, start: int) -> bool:
    """Whether "luật" here is a part of another word, or of the name of a school or a firm."""
    before = (text.low, max(0, start - 14), start)
    compound = text.flat[start : start + 4] in ("luật", "LUẬT")
    return bool(_other_word("firms").search(*before) or (compound and _other_word("compounds").search(*before)))


def _behind_blanks(low: str, at: int) -> int:
    while low[at : at + 1] == " ":
        at += 1
    return at


def _listed(text: Text, last: Cited, kind: str) -> list[Cited]:
    """Names behind "các Luật" that share the word: "các Luật: Đất đai, Nhà ở"."""
    found: list[Cited] = []
    while item := _ITEM.match(text.low, last.end):
        named = laws.law(text.flat, text.low, item.end(), kind)
        if named is None or not named.known or not text.flat[item.end()].isupper():
            break
        last = _law(text, item.end(), named, kind)
        last.form = "list"
        found.append(last)
    return found


def _law(text: Text, start: int, named: laws.Named, kind: str) -> Cited:
    cited = Cited(start, named.end, kind, form="name", name=f"{laws.LABELS[kind]} {named.name}")
    revised = laws.revised(text.low, named.end)
    if revised > named.end:
        cited.name, cited.end = f"{cited.name} (sửa đổi)", revised
    return _told(text, cited)


def _told(text: Text, cited: Cited) -> Cited:
    """Number, date and issuer behind a name, in any order."""
    behind = _passed_by(text, tail(text.flat, text.low, cited.end, named=True))
    if truncated := _TRUNCATED.match(text.low, behind.end):
        cited.number, cited.form, cited.end = truncated["serial"], "full", truncated.end()
        return cited
    so = _SO.match(text.low, behind.end)
    number = next(numbers(text.flat, so.end(), min(so.end() + 40, len(text.flat))), None) if so else None
    if so and number and number.start == so.end():
        cited.number, cited.form = number.text, "full"
        stop = number.end + ("(" in so[0] and text.flat[number.end : number.end + 1] == ")")
        later = tail(text.flat, text.low, stop)
        later.dated = later.dated or behind.dated
        behind = later
    fill(cited, text, behind)
    cited.term = number.term if cited.number and number else None
    return cited


def _passed_by(text: Text, behind: Tail) -> Tail:
    """What follows a law's name, without a body that passes no laws ("Bộ luật Lao động của Công ty mẹ")."""
    if behind.body and not _LAWGIVER.match(text.low, behind.of):
        behind.end = len(text.low[: behind.of].rstrip().removesuffix("các").rstrip().removesuffix("của").rstrip(" ,"))
        behind.body = None
    return behind


def _amending(text: Text, start: int, title: laws.Amending, kind: str) -> Cited:
    """A law that amends others: one citation, unless its targets carry numbers of their own."""
    whole = Cited(start, title.end, kind, form="name", name=title.name)
    enacted = _ENACTS.search(text.low, max(0, start - 50), start)
    if title.numbered and (enacted or len(title.numbered) > 1 or title.numbered[0] < title.end):
        # "… của Luật A số 1/2024/QH15, Luật B số …": the numbers are theirs, and they are citations of their own.
        whole.end = title.own_end
        return whole
    return _told(text, whole)


def _is_coming(text: Text, whole: Cited) -> bool:
    """Whether a law that amends others is still to be made: the text calls it a draft, here or elsewhere."""
    if whole.number or whole.date:
        return False
    return tuple(text.low[whole.start : whole.end].split()[:_SAID]) in _drafts(text.low)


@lru_cache(maxsize=1)
def _drafts(low: str) -> frozenset[tuple[str, ...]]:
    """The first words of every law that a text calls a draft."""
    return frozenset(
        tuple(re.sub(r"\W+$", "", low[f.end() : f.end() + 100]).split()[:_SAID]) for f in _DRAFT.finditer(low)
    )


def _amended(text: Text, title: laws.Amending) -> list[Cited]:
    """The existing laws that the title of a law to come names."""
    return [_law(text, start, named, kind) for start, kind, named in title.targets]


def enacted(text: Text, cited: Cited) -> bool:
    """Whether a law's name is the one that the Assembly enacts with this very text."""
    return _ENACTS.search(text.low, max(0, cited.start - 50), cited.start) is not None


def constitution(text: Text, start: int, end: int) -> list[Cited]:
    """The Constitution, with or without its full name and year."""
    found = _CONSTITUTION.match(text.low, end)
    if found is None:
        return []
    cited = Cited(start, found.end(), "constitution", form="name", name="Hiến pháp")
    fill(cited, text, tail(text.flat, text.low, found.end(), named=True))
    if cited.date:
        cited.name = f"Hiến pháp năm {cited.date[:4]}"
    return [cited]


def treaty(text: Text, start: int, end: int) -> list[Cited]:
    """An international treaty by name."""
    flat, low = text.flat, text.low
    begun = _treaty_opens().match(flat, end)
    if not begun:
        return []
    known = laws.treaty(low, begun.end())
    limit = min(len(flat), begun.end() + _TREATY)
    here = known or _treaty_end(text, begun.end(), limit)
    if here is None or (here - begun.end() < 3 and not known):
        return []
    if flat[begun.end()].islower() and low[max(0, start - 4) : start] == "các ":
        return []
    if country := _COUNTRY.match(low, here):
        here = country.end()
    words = flat[start:here].rstrip(" ,").removesuffix(" năm").removesuffix(" và")
    cited = plain(text, start, start + len(words), "other")
    if low[end : cited.end].strip() in patterns("citations")["treaties"]["generic"]:
        return []
    signed = _SIGNED.match(low, cited.end)
    behind = tail(flat, low, signed.end() - 1 if signed else cited.end, named=True)
    if behind.dated:
        cited.end, cited.date = behind.end, behind.dated.iso
    return [cited]


def _treaty_end(text: Text, begin: int, limit: int) -> int | None:
    """Where a treaty's name ends; the end of a line or page furniture in its middle is none."""
    if text.flat[begin:limit].split(" ", 1)[0].isupper() and text.flat[begin - 2].isupper():
        lower = _SMALL_WORD.search(text.flat, begin, limit)  # a title in capitals ends where they end
        limit = lower.start() if lower else limit
    for stop in _treaty_ends().finditer(text.low, begin, limit):
        blank = not stop[0].strip()
        if not (_wraps(text, *stop.span()) if blank else stop[0].endswith("các") and text.flat[stop.end() - 3] == "C"):
            return stop.start()
    return limit if limit < begin + _TREATY else None


def _wraps(text: Text, start: int, end: int) -> bool:
    """Whether a name goes on behind a run of blanks in the twin: over one line's end, or over page furniture."""
    printed = text.lines[start:end]
    if not printed.strip(" *\n\r\t"):
        return printed.count("\n") == 1
    return text.flat[end : end + 1].islower() or _OPEN.search(text.low, max(0, start - 8), start) is not None


def plain(text: Text, start: int, end: int, kind: str) -> Cited:
    """A citation whose name is what is printed, with a capital first."""
    name = " ".join(text.flat[start:end].split())
    if name.isupper():
        name = _proper().sub(lambda m: _words().get(m[0]) or _places().get(m[0], m[0].upper()), name.lower())
    name = name[0].upper() + name[1:]
    return Cited(start, end, kind, form="name", name=name)
