"""What opens a paragraph or an item: its marker, and whether a line goes on with the sentence above it."""

from __future__ import annotations

import re

from loaders.sentences import CAPITAL

# Rank of a marker: the smaller, the higher in the tree. A paragraph without a marker hangs on the last marker.
RANKS = {
    "part": 10,
    "chapter": 20,
    "section": 30,
    "upper": 30,
    "roman": 40,
    "article": 50,
    "number": 60,
    "decimal": 70,
    "paren": 80,
    "letter": 90,
    "dash": 100,
    "plus": 110,
}
PARAGRAPH = 200

_MARKER = re.compile(
    rf"""(?P<part>PHẦN|Phần)\ +(?:thứ|THỨ)?\ *(?:[IVX\d]+|nhất|hai|ba|tư|năm|NHẤT|HAI|BA|TƯ|NĂM)\b
      | (?P<chapter>CHƯƠNG|Chương)\ +[IVXLC\d]+\b
      | (?P<section>MỤC|Mục|TIỂU\ MỤC|Tiểu\ mục)\ +[IVXLC\d]+(?=[.:\ ]|$)
      | (?P<article>ĐIỀU|Điều)\ +\d+[a-zđ]?\ *(?:[.:]|$)
      | (?P<roman>[IVX]+)\ ?[./)-](?:\ |$|(?=[{CAPITAL}]{{2}}))
      | (?P<upper>[A-HĐKLM])\.\ (?=[{CAPITAL}])
      | (?P<decimal>\d{{1,2}}(?:\.\d{{1,2}})+)\.?(?=[\ ]|[^\W\d])
      | (?P<paren>\(\d{{1,2}}\))
      | (?P<number>\d{{1,3}}(?:[.)](?=\ |[^\W\d]|$)|/(?=\ |[{CAPITAL}][^\W\d_{CAPITAL}])|\.(?=[“"(])))
      | (?P<letter>\(?(?:[a-zđ]{{1,2}}\d?|[ivx]{{3,4}})\)|[a-eđ]\.(?=\ +[{CAPITAL}]))
      | (?P<dash>[-•●◦▪–](?=\ |[^\W\d])|o(?=\ +[{CAPITAL}]))
      | (?P<plus>\+(?=\ |[^\W\d]))
    """,
    re.VERBOSE,
)
_FIRST = frozenset("PpCMTĐIVXABDEFGHKL0123456789(-•●◦▪+abcdđeghiklmnopqrstuvxyf")
_LETTER = re.compile(r"\(?[a-zđ]{1,4}\d?[.)]")

_ENDS = re.compile(r"[.:;!?…][”\"’')\]]*$|[./]\.$")
# Words after which a sentence must go on, even over a page break or a blank line ...
_MUST = re.compile(
    r"(?:,|\b(?:và|hoặc|của|về|tại|theo|cho|với|do|các|những|là|trong|từ|để|số|bởi|bằng|trên|dưới|giữa|nhằm|cùng"
    r"|như|gồm|hay|một số|thuộc|[Bb]an hành|đề nghị|trình|gửi|phối hợp))$"
)
# ... and those after which it goes on where nothing but a line break follows.
_MAY = re.compile(
    r"\b(?:ngày|tháng|năm|đến|thực hiện|[Cc]ăn cứ|Bộ|Sở|Ban|Cục|Vụ|Luật|Nghị|Quyết|Thông|Chỉ|điểm"
    r"|khoản|Điều|điều|mục|Mục"
    r"|Chương|phụ lục|Phụ lục|tỉnh|thành phố|xã|phường|đồng chí|ông|bà|Ủy|Hội|Thủ|Chính|Chủ|Mặt trận"
    r"|Nhà|Trung|Tỉnh|Thành"
    r"|Phó|Thứ|Đảng)$"
)
# A line that begins like this says something new; a name that is merely continued does not.
_NEW = re.compile(
    r"(?:Chủ trì|Phối hợp|Tổ chức (?!quốc tế|[Đđ]ảng)|Thực hiện|Tiếp tục|Tăng cường|Hướng dẫn|Chỉ đạo"
    r"|Rà soát|Cân đối|Căn cứ"
    r"|Triển khai|Tham mưu|Đề nghị|Theo |Kiểm tra, |Báo cáo (?!viên)|Bố trí|Các |Việc |Trong "
    r"|Trường hợp|Đối với|Khi |Nâng cao"
    r"|Đẩy mạnh|Nghiên cứu|Giao |Yêu cầu|Để |Là |Trên cơ sở|Xây dựng, |Xây dựng (?:và|kế|các|cơ)"
    r"|Chịu trách nhiệm|Có trách nhiệm)"
)
# ... nor does any name go on like this: what is to be done begins, behind a heading that wraps too.
_BEGINS = re.compile(r"(?:Khẩn trương|Tập trung|Chủ động|Quán triệt|Nghiêm túc|Tích cực|Quyết liệt|Kịp thời)(?!\w)")
# The whole title of an article on its entry into force or its carrying out; what follows on the next line is its text.
_TITLE = re.compile(
    r"(?:(?:Điều khoản|Hiệu lực|Tổ chức|Trách nhiệm|Thời hạn|Thời điểm)(?: (?:thi hành|thực hiện|tổ chức|chuyển tiếp"
    r"|hiệu lực|và|điều khoản|trách nhiệm|có|áp dụng))*|Phạm vi điều chỉnh|Đối tượng áp dụng)\W*$"
)
_RECIPIENTS = re.compile(r"Nơi nhận *:|NƠI NHẬN *:?|Nơi gửi *:|Nơi nhận *$")
_REFERENCE = re.compile(r"(?:điểm|khoản|Điều|điều|mục|số|và|,|ngày|tháng|tại|của|theo)$")
_FIRST_ITEM = re.compile(rf"\(?(?:1|a|i)[.)]+ +[{CAPITAL}]|1\.1\.? +[{CAPITAL}]")
_INSIDE = re.compile(r"(?:tại|của|theo|điểm|khoản|và|,)$")

# "Bộ Lao động\n- Thương binh và Xã hội": a name that the line break fell into.
_NAME = re.compile(rf"(?<!\w)[{CAPITAL}][^\W\d_]*(?: [^\W\d_]+)?$")
_PAPER = re.compile(r"(?:Nghị định|Nghị quyết|Thông tư|Quyết định|Luật|Chỉ thị|Công văn|Kế hoạch|Kết luận)(?!\w)")


def marker(words: str) -> re.Match[str] | None:
    """What looks like a marker at the start of a line."""
    first = words[0]
    if first not in _FIRST or (first.islower() and first != "o" and not _LETTER.match(words)):
        return None
    return _MARKER.match(words)


def ends(words: str) -> bool:
    """Whether a line ends as a sentence, an item or an announcement does."""
    return _ENDS.search(words) is not None


def opens(found: re.Match[str], words: str, before: str, *, gap: bool, heads: bool, full: bool) -> bool:
    """Whether what looks like a marker opens a block, or a line break fell before it by chance.

    `before` is the end of the block above ("" at the start), `gap` whether more than a line break parts them,
    `heads` whether the block above is a marker of higher rank with one line: a heading, so that a first item opens;
    `full` whether the line above is as long as any, so that its width broke it.
    """
    if not before or _ENDS.search(before) or (heads and _FIRST_ITEM.match(words)):
        return True
    after = words[found.end() :].lstrip()
    kind = found.lastgroup
    if kind in ("dash", "plus"):
        # "2021\n- 2025", "kinh tế\n- xã hội": a hyphen that the line break moved to the front.
        if after[:1].isdigit() or after[:1].islower():
            return gap and not before[-1:].isdigit() and after[:1].islower() and before[-1:] == ","
        return gap or not (full and _NAME.search(before)) or _PAPER.match(after) is not None
    if kind == "article":
        return gap and not _INSIDE.search(before) if _REFERENCE.search(before) or not after[:1].isupper() else True
    if kind in ("letter", "number", "decimal", "paren") and _REFERENCE.search(before):
        return gap and not _INSIDE.search(before)
    return gap or kind not in ("number", "decimal", "paren") or after[:1].isupper()


def goes_on(
    words: str, before: str, *, gap: bool, page: bool, wraps: bool, fresh: bool, bold: bool, spaced: bool
) -> bool:
    """Whether a line without a marker continues the block above it, of which `before` is the last line.

    `gap`: a blank line parts them; `page`: a page break does; `wraps`: the line above is long enough to have been
    broken by its width alone; `fresh`: the line above is the first of a marked item; `bold`: it stands out in bold;
    `spaced`: blank lines part the paragraphs of this text.
    """
    ended = _ENDS.search(before) is not None
    small = words[:1].islower()
    if small:
        return not ended or not (gap or page)
    if _RECIPIENTS.match(words):
        return False
    if ended:
        return spaced and not gap and not page and wraps and before[-1] != ":"
    if not before.isupper() and (_MUST.search(before) or (not gap and _MAY.search(before))):
        return not gap or page or len(before) > 40
    if gap or page:
        return False
    if before.isupper() or words.isupper():
        return before.isupper() and words.isupper()
    if bold or _BEGINS.match(words) or (fresh and _NEW.match(words)):
        return False
    return wraps


def closes(words: str) -> bool:
    """Whether a line is the heading of the recipients."""
    return _RECIPIENTS.match(words) is not None


def entitles(words: str) -> bool:
    """Whether words are a whole title of an article, so that its text begins on the next line."""
    return _TITLE.match(words) is not None
