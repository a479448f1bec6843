"""What the particulars of a task say: who leads it, who helps, by when."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from loaders.found import Actor, Duty, Span
from loaders.mentions.bodies.bodies import bodies
from loaders.mentions.duties.columns import given, is_procedure, kind_of, listed, says
from loaders.mentions.duties.stated import stated
from loaders.mentions.predicates import starts, told
from loaders.mentions.verbs import verbs

_LABEL = re.compile(
    r"[-+•\s]*(?P<label>(?:Cơ +quan|Đơn +vị|Bộ +phận|Chủ +trì|Phối +hợp|Thời +gian|Thời +hạn|Tiến +độ|Nội +dung"
    r"|Nhiệm +vụ|Hoạt +động)[^:.;]{0,60}?) *: *",
    re.I,
)
_LEADS = re.compile(
    r"[ ,]*chủ trì(?: thực hiện| triển khai)?(?:[ ,]*(?:và )?phối hợp(?: chặt chẽ)? (?:với|cùng) +|(?=\W*$))"
)
_END = re.compile(r"\W*$")
_NEXT = re.compile(rf"[.;,] *(?={_LABEL.pattern})", re.I)
_CLOSE = re.compile(r"[\s.;)]*$")


def labels(flat: str, at: int, end: int) -> dict[str, Span]:
    """What each label from an offset on says, by its kind; what the task itself is runs to the end.

    >>> labels("Cơ quan chủ trì: Sở Y tế; phối hợp: các xã.", 0, 43)
    {'lead': (17, 24), 'coordinate': (36, 42)}
    """
    said: dict[str, Span] = {}
    while label := _LABEL.match(flat, at, end):
        words = " ".join(label["label"].split())
        kind = None if is_procedure(words) else kind_of(words)
        after = None if kind == "task" else _NEXT.search(flat, label.end(), end)
        close = _CLOSE.search(flat, label.end(), after.start() if after else end)
        if kind:
            said.setdefault(kind, (label.end(), close.start() if close else end))
        at = after.end() if after else end
    return said


def duties_for(flat: str, tasks: Sequence[Span], said: Mapping[str, Span], today: str | None) -> list[Duty]:
    """The duties of tasks with the particulars `said`, by kind (see `columns.KINDS`); none where nobody leads.

    Who leads and who helps may be told in one: "Sở Y tế chủ trì, phối hợp với Công an tỉnh".
    """
    if "lead" not in said:
        return []
    leads, helpers = _shared(flat, *said["lead"]) or (listed(flat, said["lead"]), [])
    if not leads or (not helpers and _is_sentence(flat, leads[-1].end, said["lead"][1])):
        return []
    helpers = helpers or (listed(flat, said["coordinate"]) if "coordinate" in said else [])
    deadline = stated(flat, *said["due"], today) if "due" in said else None
    return [duty for task in tasks if says(flat, task) for duty in given(task, leads, helpers, deadline)]


def _shared(flat: str, start: int, end: int) -> tuple[list[Actor], list[Actor]] | None:
    """Those who lead and those who help, where one phrase tells both and nothing else."""
    lead = bodies(flat, start, end)
    joint = _LEADS.match(flat, lead.end, end) if lead else None
    if lead is None or joint is None:
        return None
    rest = bodies(flat, joint.end(), end)
    if rest is None:
        return (list(lead.actors), []) if _END.match(flat, joint.end(), end) else None
    return (list(lead.actors), list(rest.actors)) if _END.match(flat, rest.end, end) else None


def _is_sentence(flat: str, at: int, end: int) -> bool:
    """Whether doers behind a label are told something there: read as any other sentence."""
    begin = told(flat, at, end)
    return begin is not None and starts(flat, begin, end) and not verbs().asides.match(flat, begin, end)
