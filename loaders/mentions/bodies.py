"""Who a text speaks to: names of bodies, posts and persons, classes of them, and lists of all these.

A phrase of several bodies named one by one is one actor each; a phrase of classes ("các bộ, ngành, địa phương") is
one collective actor. The words are in ``bodies.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.found import Actor
from loaders.mentions.kinds import kinds, patterns
from loaders.mentions.places import provinces
from loaders.mentions.predicates import ends, loosely, starts, stops
from loaders.mentions.words import AREA, CAPITALS, NAME, union
from loaders.sentences import CAPITAL

_LIMIT = 260  # code points: no name of a body is longer
_HONOUR = re.compile(r"(?:cho +)?(?:(?P<many>[Cc]ác) +)?(?:[Đđ]ồng chí|[Ôô]ng|[Bb]à|đ/c)\b *")
_MANY = re.compile(r"(?:cho +)?(?:[Cc]ác|[Nn]hững|[Tt]oàn thể|[Tt]ất cả(?: các)?|[Mm]ỗi|[Tt]ừng)\b +")
_JOIN = re.compile(r" *(?:, *(?:và +)?(?:các +đồng chí +)?|; *(?:và +)?|(?:và|cùng với|cùng) +)")
_TOKEN = re.compile(r" *(?:(?P<word>[\w/&'’+-]+(?:\.(?=\w)\w+)*|-)|(?P<mark>[^\w\s]))")
_ASIDE = re.compile(r" *\([^()]{1,120}\)")
_OF = re.compile(r" +(?:của|thuộc|tại|ở|trực thuộc)(?: +(?:các|những))? +")
_LEVELS = re.compile(
    rf"(?: +các)? +cấp +(?:tỉnh|huyện|xã|cơ sở)(?:,? +(?:và +)?(?:cấp +)?(?:tỉnh|huyện|xã)(?!\w))*"
    rf"|(?: +các)? +{AREA}(?:(?: *,| +và) *{AREA})+(?! +[{CAPITAL}])| +các +{AREA}| +(?:các|hai|2) +cấp| +cùng cấp"
)
_ANY_COMMITTEE = re.compile(r"\b(?:tỉnh|thành|huyện|quận) +ủy")  # in small letters: any of them
_SEATED = re.compile(rf"(?:Tỉnh|Thành phố)(?: +{NAME})?(?!\w)|(?:tỉnh|thành phố) +{NAME}(?!\w)")
_GENERIC = re.compile(r"(?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân|ngành|sở|ban|xã|phường)$", re.I)
_LONE = re.compile(r"(?:cơ quan|đơn vị|tổ chức|cá nhân|cấp ủy|ngành|sở|ban|bộ)$", re.I)
_PROPER = re.compile(rf" +(?:[{CAPITAL}\d]|(?:các|thuộc|của) )")
_CENTRAL = re.compile(r" +trực thuộc(?: +[Tt]rung ương)?")
_LISTED = re.compile(rf" *: *(?P<first>{NAME})(?:(?: *,| +và) *(?:và +)?{NAME})*")
_SEAT = re.compile(rf" +{AREA}(?: +{NAME})?(?:, *(?:tỉnh|thành phố) +{NAME})?| +khu vực +[\dIVX]+")
_CLASSY = re.compile(r"\b(?:các|những)\b|\bcấp (?:tỉnh|huyện|xã|cơ sở)\b|\b(?:các|cùng|hai|2) cấp\b")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A list of doers at ``start:end`` of the twin."""

    start: int
    end: int
    actors: tuple[Actor, ...]
    place: bool = False  # a place stands for its authorities: "Thanh Hóa cần …", "với Tỉnh"


@dataclass(slots=True)
class _Item:
    """One member of a list: `stop` is where its name ends, `end` where its words do (an aside may follow)."""

    start: int
    stop: int
    end: int
    many: bool
    person: bool = False
    name: str | None = None
    post: str | None = None
    head: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    whole: re.Pattern[str]
    fielded: re.Pattern[str]
    fields: re.Pattern[str]
    free: re.Pattern[str]
    posts: re.Pattern[str]
    classes: re.Pattern[str]
    others: re.Pattern[str]
    false_heads: re.Pattern[str]
    tails: re.Pattern[str]
    front: re.Pattern[str]
    family: re.Pattern[str]
    inside: re.Pattern[str]
    papers: re.Pattern[str]
    single: frozenset[str]
    facts: dict[str, tuple[str | None, str | None, bool]]


@cache
def _words() -> _Words:
    table = patterns("bodies")
    fields = [n for row in patterns("issuers")["ministries"] for n in (row["name"], *row.get("aka", ()))]
    facts = {
        name.lower(): (row.get("level"), row.get("system"), row.get("local", False))
        for part in ("free", "fielded", "whole")
        for row in table[part]
        for name in row["names"]
    }
    names = {part: [n for row in table[part] for n in row["names"]] for part in ("whole", "fielded", "free")}
    return _Words(
        whole=re.compile(union(names["whole"], capital=True)),
        fielded=re.compile(union(names["fielded"], capital=True)),
        fields=re.compile(" +" + union(fields, capital=True)),
        free=re.compile(union(names["free"], capital=True)),
        posts=re.compile(union(table["posts"], capital=True)),
        classes=re.compile(union(table["classes"], capital=None)),
        false_heads=re.compile(union(table["false_heads"], capital=True)),
        others=re.compile(union(table["others"], capital=None)),
        tails=re.compile(" +" + union(table["tails"], capital=None)),
        front=re.compile(table["front"].replace(" ", " +")),
        family=re.compile(rf" *(?P<name>{union(table['families'], capital=True)}(?: +[{CAPITAL}]\w*){{1,3}})(?!\w)"),
        inside=re.compile(" *(?:" + union(table["inside"], capital=None) + "|[A-ZĐ]{3,5}(?!\\w)(?= *(?:,|và|$)))"),
        papers=re.compile(union([w for k in kinds() for w in k.words], capital=True)),
        single=frozenset(n.lower() for n in table["single"]),
        facts=facts,
    )


def bodies(flat: str, at: int, end: int) -> Phrase | None:
    """The doers named from an offset on, or None where no name of a body stands there.

    >>> [a.name for a in bodies("Bộ Y tế, Bộ Tài chính và các bộ, ngành rà soát", 0, 46).actors]
    ['Bộ Y tế', 'Bộ Tài chính', 'các bộ, ngành']
    """
    items: list[_Item] = []
    start = at
    while True:
        more = _item(flat, at, min(end, at + _LIMIT), listed=bool(items))
        if not more:
            break
        items += more
        at = more[-1].end
        joined = _JOIN.match(flat, at, end)
        if not joined:
            break
        at = joined.end()
    if not items:
        return _place(flat, start, end)
    return Phrase(start, items[-1].end, tuple(_actors(flat, items)))


def _place(flat: str, at: int, end: int) -> Phrase | None:
    """A province or city for its authorities, with its name or without."""
    found = _SEATED.match(flat, at, end)
    stop = found.end() if found else at
    if found is None and flat[at : at + 1].isupper():
        known = provinces().at(flat[at : min(end, at + 40)].lower(), 0)
        stop = at + known[0] if known else at
    if stop == at:
        return None
    name = _plain(flat[at:stop])
    return Phrase(at, stop, (Actor(at, stop, name, level="provincial"),), place=True)


def begins(flat: str, at: int, end: int) -> bool:
    """Whether the name of a body begins at an offset."""
    return _item(flat, at, min(end, at + _LIMIT), listed=False) is not None


def titled(text: str) -> str:
    """A heading in capitals as a sentence would print it, offsets kept: "SỞ Y TẾ VÀ CÁC XÃ" → "Sở Y Tế và các Xã"."""
    words = re.sub(r"\w+", lambda m: m[0][0] + m[0][1:].lower() if len(m[0]) > 1 else m[0], text)
    return re.sub(r"\b(?:Và|Các|Của|Có|Liên Quan|Cấp|Thuộc|Trực|Tỉnh(?!\s+\w*ủy)|Xã|Phường|Thành Phố)\b", lambda m: m[0].lower(), words)


def _item(flat: str, at: int, end: int, *, listed: bool) -> list[_Item] | None:
    """The next member of a list; several where a plural head has its members behind it ("các Bộ: Y tế, Công an")."""
    words = _words()
    start = at
    honour = _HONOUR.match(flat, at, end)
    if honour:
        at = honour.end()
        if not honour["many"] and (person := _person(flat, at, end)):
            return [person]
    if found := words.front.match(flat, at, end):
        return [_class(flat, at, found.end(), end)]
    many = _MANY.match(flat, at, end)
    if many or (honour and honour["many"]):
        begin = many.end() if many else at
        if not _is_class(flat, begin, end):
            return None
        return _plural(flat, start, begin, end) or [_class(flat, start, _first_word(flat, begin, end), end)]
    for single in (_whole, _posted, _fielded, _free):
        if item := single(flat, at, end):
            return [item]
    found = words.classes.match(flat, at, end)
    if found and (found[0].lower() == "cấp" or _SEATED.match(flat, at, end)):
        return None
    if found and not listed and _LONE.match(found[0]) and not _goes_on(flat, found.end(), end):
        return None  # "cơ quan đăng ký …": no class is told, a kind of body is described
    if found and not words.others.match(flat, at, end) and (listed or not starts(flat, at, end)):
        if listed or flat[at].islower() or _bare(found[0]) or _more_classes(flat, found.end(), end):
            return [_class(flat, at, found.end(), end, complete=listed and _GENERIC.match(found[0]) is not None)]
    return None


def _goes_on(flat: str, at: int, end: int) -> bool:
    """Whether a class noun is one of several or is told apart by more words."""
    joined = _JOIN.match(flat, at, end)
    return (joined is not None and _words().classes.match(flat, joined.end(), end) is not None) or _run(flat, at, end)[2] > 0


def _bare(noun: str) -> bool:
    """Whether a class may stand in front without "các": "Cơ quan phối hợp có trách nhiệm …"; "Tổ chức …" is a verb."""
    return " " in noun and not noun.startswith(("Tổ chức", "Đại biểu", "Thành viên"))


def _is_class(flat: str, at: int, end: int) -> bool:
    """Whether what a plural says is bodies: "các sở", "các Ban của …", not "các cuộc vận động"."""
    words = _words()
    if words.others.match(flat, at, end) and not flat.startswith(("đồng chí", "ủy viên"), at):
        return False
    return words.classes.match(flat, at, end) is not None or _opens(flat, at, end)


def _first_word(flat: str, at: int, end: int) -> int:
    """Behind the first noun of a class, which may look like a verb ("các tổ chức")."""
    found = _words().classes.match(flat, at, end)
    if found:
        return found.end()
    token = _TOKEN.match(flat, at, end)
    return token.end() if token else at


def _more_classes(flat: str, at: int, end: int) -> bool:
    """Whether a bare class noun in front goes on as a class does: "Sở, ban, ngành", "Cơ quan có liên quan"."""
    joined = _JOIN.match(flat, at, end)
    words = _words()
    return bool((joined and words.classes.match(flat, joined.end(), end)) or words.tails.match(flat, at, end))


def _whole(flat: str, at: int, end: int) -> _Item | None:
    found = _words().whole.match(flat, at, end)
    if not found:
        return None
    item = _behind(flat, at, found.end(), end, head=found[0])
    item.many = item.many or _ANY_COMMITTEE.search(found[0]) is not None
    return item


def _posted(flat: str, at: int, end: int) -> _Item | None:
    """A post-holder with the body whose post it is: "Giám đốc Sở Y tế", "Chủ tịch Ủy ban nhân dân xã"."""
    words = _words()
    found = words.posts.match(flat, at, end)
    if not found:
        return None
    stop = found.end()
    gap = re.compile(r" +").match(flat, stop, end)
    if gap:
        inner_at = gap.end()
        many = _MANY.match(flat, inner_at, end)
        if many:
            inner: _Item | None = _class(flat, inner_at, _first_word(flat, many.end(), end), end)
        else:
            inner = next((i for f in (_whole, _posted, _fielded, _free) if (i := f(flat, inner_at, end))), None)
            if inner is None and words.classes.match(flat, inner_at, end):
                inner = _class(flat, inner_at, _first_word(flat, inner_at, end), end)
        if inner:
            return _Item(at, inner.stop, inner.end, inner.many, inner.person, inner.name, _post(flat, at, inner), found[0])
    item = _behind(flat, at, stop, end, head=found[0])
    if item.stop == stop and not item.person:
        item.many = True  # "Bộ trưởng, Thủ trưởng …": whoever holds such a post
    return item


def _post(flat: str, at: int, inner: _Item) -> str | None:
    return f"{_plain(flat[at : inner.start])} {inner.post}" if inner.person and inner.post else None


def _fielded(flat: str, at: int, end: int) -> _Item | None:
    words = _words()
    found = words.fielded.match(flat, at, end)
    if not found:
        return None
    field = words.fields.match(flat, found.end(), end)
    stop = field.end() if field else _capitals(flat, found.end(), end)
    if stop == found.end():
        return None
    return _behind(flat, at, stop, end, head=found[0])


def _free(flat: str, at: int, end: int) -> _Item | None:
    words = _words()
    found = words.free.match(flat, at, end)
    if not found or words.false_heads.match(flat, at, end):
        return None
    stop, aside, _ = _run(flat, found.end(), end)
    if " " not in found[0] and not _PROPER.match(flat, found.end(), end):
        return None  # "Ban hành", "Tổ chức", "Trường hợp": no name follows
    if stop == found.end() and found[0] not in ("Công ty", "Chủ đầu tư"):
        return None
    single = " ".join(found[0].lower().split()) in words.single
    return _Item(at, stop, aside, not single and _CLASSY.search(flat, at, stop) is not None, head=found[0])


def _behind(flat: str, at: int, stop: int, end: int, *, head: str) -> _Item:
    """What follows a proper name and belongs to it: an area, a level, "của …", a person's name."""
    words = _words()
    many = False
    moved = True
    while moved:
        moved = False
        if found := _LEVELS.match(flat, stop, end):
            stop, many, moved = found.end(), True, True
            if central := _CENTRAL.match(flat, stop, end):
                stop = central.end()
            stop = _places(flat, stop, end)
        elif found := _SEAT.match(flat, stop, end):
            stop, moved = found.end(), True
            if (listed := _places(flat, stop, end)) > stop:
                stop, many = listed, True
        elif found := _family(flat, stop, end):
            post = _plain(flat[at:stop])
            return _Item(at, found.end(), found.end(), False, True, _plain(found["name"]), post, head)
        elif found := words.tails.match(flat, stop, end):
            stop, moved = found.end(), True
            many = many or "liên quan" in found[0] and many
        elif (name := _capitals(flat, stop, end)) > stop:
            stop, moved = name, True
        elif of := _OF.match(flat, stop, end):
            inner = next((i for f in (_whole, _fielded, _free) if (i := f(flat, of.end(), end))), None)
            if inner:
                stop, moved = inner.stop, True
    aside = _ASIDE.match(flat, stop, end)
    return _Item(at, stop, aside.end() if aside else stop, many, head=head)


def _family(flat: str, at: int, end: int) -> re.Match[str] | None:
    """A person's name; a province may look like one ("Lâm Đồng", "Hồ Chí Minh")."""
    found = _words().family.match(flat, at, end)
    return None if found is None or provinces().at(found["name"].lower(), 0) else found


def _person(flat: str, at: int, end: int) -> _Item | None:
    """A named person with the posts that follow: "đồng chí Lê Khắc Nam, Ủy viên Thành ủy, Phó Chủ tịch …"."""
    found = _family(flat, at, end)
    if not found:
        return None
    stop = found.end()
    posts: list[str] = []
    comma = re.compile(r"(?: *, *| *- *)(?=[A-ZĐÀ-Ỹ])")
    while joined := comma.match(flat, stop, end):
        words = _words()
        begin = joined.end()
        if not (words.posts.match(flat, begin, end) or words.whole.match(flat, begin, end) or flat.startswith(("Ủy viên", "Phó", "Trưởng"), begin)):
            break
        stop, _, _ = _run(flat, begin, end)
        posts.append(_plain(flat[begin:stop]))
    return _Item(at, stop, stop, False, True, _plain(found["name"]), ", ".join(posts) or None)


def _plural(flat: str, start: int, at: int, end: int) -> list[_Item] | None:
    """"các Bộ: Tài chính, Công an" and "các Tập đoàn: A, B": one item for each name behind the colon."""
    found = re.compile(r"(Đảng ủy Bộ|Đảng ủy|Bộ|Sở|Cục|Tập đoàn|Tổng công ty|Tổng Công ty|Bệnh viện|Ban)(, cơ quan)?(?= *:| )").match(flat, at, end)
    if not found:
        return None
    words = _words()
    colon = re.compile(r" *: *").match(flat, found.end(), end)
    if not colon:
        return _repeated(flat, start, at, end) if found[1] in ("Đảng ủy", "Đảng ủy Bộ", "Bộ", "Sở") else None
    items: list[_Item] = []
    begin = colon.end()
    while True:
        field = words.fields.match(flat, begin - 1, end) if found[1] in ("Bộ", "Sở") else None
        stop = field.end() if field else _run(flat, begin, end)[0]
        if stop == begin or not flat[begin].isupper():
            break
        name = _plain(flat[begin:stop])
        bare = found[1] in ("Bộ", "Sở", "Cục", "Ban") and not words.fielded.match(flat, begin, end)
        items.append(_Item(begin, stop, stop, False, name=f"{found[1]} {name}" if bare else name, head=found[1]))
        joined = _JOIN.match(flat, stop, end)
        if not joined or not flat[joined.end() : joined.end() + 1].isupper() or begins(flat, joined.end(), end):
            break
        begin = joined.end()
    return items or None


def _repeated(flat: str, start: int, at: int, end: int) -> list[_Item] | None:
    """"các Đảng ủy Bộ Tài chính, Bộ Nội vụ", "các Bộ Y tế, Công an": a plural head said once."""
    words = _words()
    lead = re.compile(r"Đảng ủy +").match(flat, at, end)
    prefix = "Đảng ủy " if lead else ""
    begin = lead.end() if lead else at
    items: list[_Item] = []
    while True:
        head = words.fielded.match(flat, begin, end)
        body = head.end() if head else begin - 1
        field = words.fields.match(flat, body, end)
        if not field or (not head and not items):
            break
        kind = head[0] if head else items[0].head
        items.append(_Item(begin, field.end(), field.end(), False, name=f"{prefix}{kind} {_plain(field[0])}", head=kind))
        joined = _JOIN.match(flat, field.end(), end)
        if not joined:
            break
        begin = joined.end()
        if flat[begin].islower():
            break
    return items if len(items) > 1 else None


def _class(flat: str, start: int, at: int, end: int, *, complete: bool = False) -> _Item:
    """A class; `complete` says that it is one of several, so that a verb behind it is none of its name."""
    stop, aside, _ = _run(flat, at, end, complete=complete)
    if central := _CENTRAL.match(flat, stop, end):
        stop = aside = central.end()
    if (listed := _places(flat, stop, end)) > stop:
        stop = aside = listed
    return _Item(start, stop, aside, True, head="")


def _places(flat: str, at: int, end: int) -> int:
    """The end of a list of places behind a colon: "các tỉnh: Lào Cai, Đồng Nai"; what is to be done is none."""
    found = _LISTED.match(flat, at, end)
    if not found:
        return at
    begin = found.start("first")
    if starts(flat[begin].lower() + flat[begin + 1 : end], 0, end - begin) or _opens(flat, begin, end):
        return at
    known = provinces().at(flat[begin : min(end, begin + 40)].lower(), 0) is not None
    return found.end() if known or re.compile(r" *(?:[,;.)]| và |$)").match(flat, found.end("first"), end) else at


def _run(flat: str, at: int, end: int, *, complete: bool = False) -> tuple[int, int, int]:
    """Where a name that runs on in small letters ends: before a mark, the next member, or what is to be done.

    Its end, the end of an aside in brackets behind it, and the number of its words.
    """
    words = _words()
    stop, count = at, 0
    while count < 26:
        token = _TOKEN.match(flat, stop, end)
        if not token:
            break
        if token["mark"]:
            if token["mark"] == "," and (inside := words.inside.match(flat, token.end(), end)):
                stop = inside.end()
                continue
            break
        begin = token.start("word")
        word = token["word"]
        if tail := words.tails.match(flat, stop, end):
            stop = tail.end()
            count += 1
            complete = tail[0].endswith("liên quan")
            continue
        if complete and loosely(flat, begin, end):
            break
        if word in ("và", "hoặc", "cùng"):
            after = token.end() + 1
            small = not flat[after : after + 1].isupper()
            if (small and (words.classes.match(flat, after, end) or starts(flat, after, end))) or _opens(flat, after, end):
                break
        elif starts(flat, begin, end) and not ends(flat, begin, end):
            break
        elif word[0].isupper() and words.papers.match(flat, begin, end):
            break
        elif stops(flat, begin, end):
            break
        elif word in ("nơi", "mà", "khi", "để", "nhằm", "với", "cho", "về", "như", "gồm", "theo", "đã", "đang", "sẽ", "được", "thì", "trở", "nếu", "đó", "này", "là", "qua"):
            break
        stop = token.end()
        count += 1
    aside = _ASIDE.match(flat, stop, end)
    return stop, aside.end() if aside else stop, count


def _opens(flat: str, at: int, end: int) -> bool:
    """Whether a capital begins another body and does not go on with a name."""
    words = _words()
    return any(p.match(flat, at, end) for p in (words.whole, words.posts, words.fielded, words.free, _MANY))


def _capitals(flat: str, at: int, end: int) -> int:
    """The end of a run of capital words: no other body, and nothing that is to be done."""
    stop = at
    while found := CAPITALS.match(flat, stop, end):
        begin = found.start("word")
        if starts(flat, begin, end) or _words().papers.match(flat, begin, end) or ((found["and"] or _opens(flat, begin, end)) and _opens(flat, begin, end)):
            break
        stop = found.end()
    return stop


def _actors(flat: str, items: list[_Item]) -> list[Actor]:
    """One actor each for what is named one by one; one for classes that stand together."""
    if len(items) > 1 and all(i.many for i in items):
        return [_actor(flat, _Item(items[0].start, items[-1].stop, items[-1].end, True, head=items[0].head))]
    merged: list[_Item] = []
    for item in items:
        last = merged[-1] if merged else None
        if last and last.many and (_joins(flat, last, item)):
            merged[-1] = _Item(last.start, item.stop, item.end, True, head=last.head)
        else:
            merged.append(item)
    return [_actor(flat, i) for i in merged]


def _joins(flat: str, last: _Item, item: _Item) -> bool:
    """Whether a member belongs to the class named before it: "các tỉnh ủy, thành ủy", "… thuộc Bộ A, Bộ B"."""
    if not item.many:
        return re.search(r" thuộc +(?:Bộ|Sở) [^,]*$", flat[last.start : last.stop]) is not None and item.head in ("Bộ", "Sở")
    if flat[item.start].islower() and not _MANY.match(flat, item.start):
        return True
    return flat[item.start : item.stop].rstrip().endswith("liên quan")


def _actor(flat: str, item: _Item) -> Actor:
    words = _words()
    level, system, local = words.facts.get(" ".join(item.head.lower().split()), (None, None, True))
    name = item.name or _plain(flat[item.start : item.stop])
    name = re.sub(r"^(?:cho|đối với) ", "", name)
    return Actor(
        item.start,
        item.stop,
        name,
        collective=item.many,
        person=item.person,
        post=item.post,
        jurisdiction=None if local else "trung ương",
        level=level,
        system=system,
    )


def _plain(words: str) -> str:
    """A name with its blanks folded, without the mark of a footnote glued to it."""
    return re.sub(r"(?<=[^\W\d])\d{1,3}$", "", " ".join(words.split()).strip(" ,;:."))
