"""The section "Identity: a number is not a name" of the model, a row for each thing it says, with the reason.

Mentions are named by letters. What is expected of them: ``a=b`` one document, ``a/b`` two, ``c?a,b`` ambiguous with
just these candidates, ``c!`` unmatched, ``c~`` planned, ``a@id`` the id, ``a#alias`` a weaker key that still answers.
"""

# ruff: noqa: E501 - a row of the table is a line or two

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from telling import CENTRAL, HP, Text, together

from graph.identify import Identity, Verdict, identify
from graph.statements import DocumentMention


@dataclass(frozen=True)
class Said:
    text: str
    told: dict[str, Any]


def m(text: str, type: str, number: str | None = None, **told: Any) -> Said:
    """A mention in the text of that name; `part="self"` is the text itself."""
    return Said(text, {"type": type, "number": number, **told})


def hp(text: str, number: str | None = "08-NQ/TU", type: str = "resolution", **told: Any) -> Said:
    """The same of a document of Hải Phòng."""
    return m(text, type, number, jurisdiction=HP, **told)


def own(text: str, type: str = "conclusion", number: str | None = None, **told: Any) -> Said:
    return m(text, type, number, **{"part": "self", "jurisdiction": HP, **told})


def law(text: str, name: str | None = "Luật Đất đai", number: str | None = None, **told: Any) -> Said:
    return m(text, "law", number, **{"name": name, "jurisdiction": CENTRAL, **told})


NQ = "resolution"
TITLE = "về phát triển nhà ở xã hội trên địa bàn thành phố"

ROWS: list[tuple[str, dict[str, Said], str]] = [
    # A Party number restarts at 01 for each type in each committee term.
    ("two dates of one Party number are two documents, even in one text",
     {"a": hp("A", date="2022-12-06"), "b": hp("A", date="2013-05-16")},
     "a/b a@hai-phong/resolution/08-NQ-TU/2022-12-06 b@hai-phong/resolution/08-NQ-TU/2013-05-16"),
    ("two dates of one Party number are two documents across texts",
     {"a": hp("A", date="2022-12-06"), "b": hp("B", date="2013-05-16")}, "a/b"),
    ("two terms of one Party number are two documents",
     {"a": hp("A", term="XVI"), "b": hp("B", term="XIV")}, "a/b a@hai-phong/resolution/08-NQ-TU/XVI"),
    ("the series restarts for each type: a directive is not a resolution of the same serial",
     {"a": hp("A", "05-NQ/TU", date="2021-03-01"), "b": hp("B", "05-CT/TU", "directive", date="2021-03-01")}, "a/b"),
    ("one day, one number, one type: one document across texts",
     {"a": hp("A", date="2022-12-06"), "b": hp("B", date="2022-12-06")}, "a=b"),
    ("the same term is enough for an undated Party number",
     {"a": hp("A", term="XVI"), "b": hp("B", term="XVI")}, "a=b"),
    ("a date of a central document tells its term, so that khóa XII is 2017",
     {"a": m("A", NQ, "18-NQ/TW", date="2017-10-25"), "b": m("B", NQ, "18-NQ/TW", term="XII")},
     "a=b a@trung-uong/resolution/18-NQ-TW/2017-10-25 a#trung-uong/resolution/18-NQ-TW/XII"),
    ("a date in another term of the Central Committee contradicts",
     {"a": m("A", NQ, "18-NQ/TW", date="2017-10-25"), "b": m("B", NQ, "18-NQ/TW", term="XIII")}, "a/b"),
    ("the days of a congress itself belong to no term for certain",
     {"a": m("A", NQ, "01-NQ/TW", date="2021-01-28"), "b": m("B", NQ, "01-NQ/TW", term="XII")}, "a=b"),
    # A State number without a year restarts each year; 71/2025/QĐ-UBND exists twice.
    ("a State number without a year is another document in another year",
     {"a": m("A", NQ, "14/NQ-CP", date="2023-02-08"), "b": m("B", NQ, "14/NQ-CP", date="2022-01-30")}, "a/b"),
    ("a State number and its printed year, without the day, are enough",
     {"a": m("A", NQ, "14/NQ-CP", date="2023-02-08"), "b": m("B", NQ, "14/NQ-CP", date="2023")}, "a=b"),
    ("a year that is not the year of the date contradicts",
     {"a": m("A", NQ, "14/NQ-CP", date="2023-02-08"), "b": m("B", NQ, "14/NQ-CP", date="2022")}, "a/b"),
    ("one number of two provinces is two documents",
     {"a": m("A", "decision", "71/2025/QĐ-UBND", jurisdiction="Hà Nội"),
      "b": m("B", "decision", "71/2025/QĐ-UBND", jurisdiction="Bắc Ninh")},
     "a/b a@ha-noi/decision/71-2025-QD-UBND b@bac-ninh/decision/71-2025-QD-UBND"),
    ("a local number with its year but without its province fits both",
     {"a": m("A", "decision", "71/2025/QĐ-UBND", jurisdiction="Hà Nội"),
      "b": m("B", "decision", "71/2025/QĐ-UBND", jurisdiction="Bắc Ninh"), "c": m("C", "decision", "71/2025/QĐ-UBND")},
     "c?a,b"),
    ("a State number with its year, its type and its province is enough across texts",
     {"a": m("A", "decision", "71/2025/QĐ-UBND", jurisdiction="Hà Nội"),
      "b": m("B", "decision", "71/2025/QĐ-UBND", jurisdiction="Hà Nội", date="2025-11-20")},
     "a=b a@ha-noi/decision/71-2025-QD-UBND/2025-11-20 a#ha-noi/decision/71-2025-QD-UBND"),
    ("a district is not the province that it lies in, under one symbol",
     {"a": m("A", "decision", "12/2024/QĐ-UBND", jurisdiction=HP, issuer="Ủy ban nhân dân thành phố Hải Phòng"),
      "b": m("B", "decision", "12/2024/QĐ-UBND", jurisdiction=HP, issuer="Ủy ban nhân dân huyện An Dương")}, "a/b"),
    ("two districts are two committees of one symbol",
     {"a": m("A", NQ, "15-NQ/HU", jurisdiction=HP, issuer="Huyện ủy An Dương", date="2022-01-05"),
      "b": m("B", NQ, "15-NQ/HU", jurisdiction=HP, issuer="Huyện ủy Thủy Nguyên", date="2022-01-05")}, "a/b"),
    ("central numbers need no place: the symbol is the organ's alone",
     {"a": m("A", "decree", "30/2020/NĐ-CP"), "b": m("B", "decree", "30/2020/NĐ-CP", jurisdiction=CENTRAL)},
     "a=b a@trung-uong/decree/30-2020-ND-CP"),
    ("a central symbol is central whatever place was inferred",
     {"a": m("A", "decree", "30/2020/NĐ-CP"), "b": m("B", "decree", "30/2020/NĐ-CP", jurisdiction=HP)}, "a=b"),
    # The type comes from the words, not from the symbol; TU and TW do not tell the issuer.
    ("QĐ is quyết định and quy định: the words decide",
     {"a": m("A", "regulation", "37-QĐ/TW", date="2021-10-25"), "b": m("B", "decision", "37-QĐ/TW", date="2021-10-25")},
     "a/b"),
    ("a symbol that changed over the years is the same symbol: QĐi, QyĐ",
     {"a": m("A", "regulation", "08-QĐi/TW", date="2018-10-25"), "b": m("B", "regulation", "08-QĐ/TW", date="2018-10-25")},
     "a=b"),
    ("Ban Thường vụ and Ban Chấp hành share the series of TU, so that either may be printed",
     {"a": hp("A", date="2022-12-06", issuer="Thành ủy"), "b": hp("B", date="2022-12-06", issuer="Ban Thường vụ Thành ủy")},
     "a=b"),
    ("Bộ Chính trị and Trung ương share the series of TW",
     {"a": m("A", NQ, "30-NQ/TW", date="2022-11-23", issuer="Bộ Chính trị"),
      "b": m("B", NQ, "30-NQ/TW", date="2022-11-23", issuer="Ban Chấp hành Trung ương")}, "a=b"),
    ("a kết luận under a number of notices is the notice",
     {"a": m("A", "notice", "631/TB-VPCP", date="2025-11-19", carries="conclusion"),
      "b": m("B", "conclusion", "631/TB-VPCP", date="2025-11-19")}, "a=b a@trung-uong/notice/631-TB-VPCP/2025-11-19"),
    ("văn bản says no type, and contradicts none",
     {"a": m("A", "letter", "11306/VPCP-NN", date="2025-11-18"), "b": m("B", "other", "11306/VPCP-NN", date="2025-11-18")},
     "a=b"),
    # Spelling is no identity.
    ("leading zeros, Đ and D, blanks and separators do not count",
     {"a": m("A", NQ, "66-NQ/TW", date="2025-04-30"), "b": m("B", NQ, "66/NQ-TW", date="2025-04-30"),
      "c": hp("A", "8-NQ/TU", date="2022-12-06"), "d": hp("B", "08-NQ/TU", date="2022-12-06")}, "a=b c=d"),
    ("a D for a Đ is the same number",
     {"a": m("A", "decree", "30/2020/ND-CP"), "b": m("B", "decree", "30/2020/NĐ-CP")}, "a=b"),
    # What is enough inside one text.
    ("inside one text a number with its symbol is enough, dated or not",
     {"a": hp("A", date="2022-12-06"), "b": hp("A")}, "a=b"),
    ("inside one text an undated number fits both of its dates",
     {"a": hp("A", date="2022-12-06"), "b": hp("A", date="2013-05-16"), "c": hp("A")}, "c?a,b"),
    ("what the text itself knows is not overruled by what another text knows",
     {"a": hp("A", date="2022-12-06"), "b": hp("A"), "c": hp("B", date="2013-05-16")}, "a=b b/c"),
    # What is enough across texts: an undated Party number.
    ("an undated Party number is the one compatible dated document",
     {"a": hp("A", date="2022-12-06"), "b": hp("B")}, "a=b"),
    ("with two dated documents an undated Party number is neither",
     {"a": hp("A", date="2022-12-06"), "b": hp("B", date="2013-05-16"), "c": hp("C")}, "c?a,b"),
    ("an undated Party number with a term takes the document of that term",
     {"a": hp("A", date="2022-12-06", term="XVI"), "b": hp("B", date="2013-05-16", term="XIV"), "c": hp("C", term="XIV")},
     "c=b"),
    ("undated Party numbers of two texts stay two documents, each named after the text that cites it",
     {"x": own("A", number="13-KL/TU", date="2023-10-19"), "a": hp("A"), "b": hp("B")},
     "a/b a@hai-phong/resolution/08-NQ-TU/in/hai-phong/conclusion/13-KL-TU/2023-10-19"),
    ("a text cannot cite what is younger than itself, so that only the older one is left",
     {"x": own("A", number="13-KL/TU", date="2015-03-01"), "a": hp("A"), "b": hp("B", date="2022-12-06"),
      "c": hp("C", date="2013-05-16")}, "a=c"),
    ("two undated mentions that contradict each other are not both the one dated document",
     {"a": hp("A", date="2022-12-06"), "b": hp("B", term="XVI"), "c": hp("C", term="XIV")}, "b/c a/b a/c"),
    ("a bridge joins nothing: a mention that fits two contradicting documents is ambiguous",
     {"a": m("A", "decision", "12/QĐ-UBND", date="2024-03-01", jurisdiction="Hà Nội"),
      "b": m("B", "decision", "12/QĐ-UBND", date="2024-03-01", jurisdiction="Bắc Ninh"),
      "c": m("C", "decision", "12/QĐ-UBND", date="2024-03-01")}, "a/b c?a,b"),
    ("an undated State number without a year is the one dated document, as a Party number is",
     {"a": m("A", NQ, "14/NQ-CP", date="2023-02-08"), "b": m("B", NQ, "14/NQ-CP")}, "a=b"),
    ("an undated State number without a year fits two years",
     {"a": m("A", NQ, "14/NQ-CP", date="2023-02-08"), "b": m("B", NQ, "14/NQ-CP", date="2022-01-30"),
      "c": m("C", NQ, "14/NQ-CP")}, "c?a,b"),
    # Two dates of one State number with its year: kept apart, the usual one keeps the number.
    ("a mistaken date stays apart and does not make every other mention ambiguous",
     {"a": m("A", "decree", "35/2022/NĐ-CP", date="2022-05-28"), "b": m("B", "decree", "35/2022/NĐ-CP", date="2022-05-28"),
      "c": m("C", "decree", "35/2022/NĐ-CP", date="2022-08-25"), "d": m("D", "decree", "35/2022/NĐ-CP")}, "a=b a/c d=a"),
    ("without a majority even a State number with its year is ambiguous between its dates",
     {"a": m("A", "decree", "35/2022/NĐ-CP", date="2022-05-28"), "c": m("C", "decree", "35/2022/NĐ-CP", date="2022-08-25"),
      "d": m("D", "decree", "35/2022/NĐ-CP")}, "d?a,c"),
    ("the header of the loaded document outweighs what others print",
     {"a": own("A", "decree", "35/2022/NĐ-CP", date="2022-05-28"), "c": m("C", "decree", "35/2022/NĐ-CP", date="2022-08-25"),
      "e": m("E", "decree", "35/2022/NĐ-CP", date="2022-08-25"), "d": m("D", "decree", "35/2022/NĐ-CP")}, "d=a"),
    ("a date that the year in the number belies tells nothing, and is one with the undated",
     {"a": m("A", "decree", "64/2015/NĐ-CP", date="2025-08-06"), "b": m("B", "decree", "64/2015/NĐ-CP", date="2015-08-06"),
      "c": m("C", "decree", "64/2015/NĐ-CP")}, "a=b c=b a@trung-uong/decree/64-2015-ND-CP/2015-08-06"),
    ("a date that the year in the number belies is no part of the id",
     {"a": m("A", "decree", "64/2015/NĐ-CP", date="2025-08-06")}, "a@trung-uong/decree/64-2015-ND-CP"),
    ("a number of the year before may be signed in January",
     {"a": m("A", "decree", "64/2015/NĐ-CP", date="2016-01-05"), "b": m("B", "decree", "64/2015/NĐ-CP", date="2015-08-06")},
     "a/b"),
    # Short forms: never the first of many.
    ("35 of Quốc hội is 35/2021/QH15 where that is the only one",
     {"a": m("A", NQ, "35", issuer="Quốc hội"), "b": m("B", NQ, "35/2021/QH15")}, "a=b"),
    ("the issuer printed must be the organ of the symbol",
     {"a": m("A", NQ, "35", issuer="Quốc hội"), "b": m("B", NQ, "35/NQ-CP", date="2021-03-01")}, "a/b"),
    ("35 of Quốc hội fits two laws of two years",
     {"a": m("A", NQ, "35", issuer="Quốc hội"), "b": m("B", NQ, "35/2021/QH15"), "c": m("C", NQ, "35/2017/QH14")}, "a?b,c"),
    ("35 of Quốc hội is a document of its own while no other is known",
     {"x": own("A", number="13-KL/TU", date="2023-10-19"), "a": m("A", NQ, "35", issuer="Quốc hội")},
     "a@trung-uong/resolution/35/in/hai-phong/conclusion/13-KL-TU/2023-10-19"),
    ("a bare number that nobody explains makes no key",
     {"a": m("A", NQ, "57")}, "a!"),
    ("a bare number is what the same text calls by its full number",
     {"a": m("A", NQ, "57-NQ/TW", date="2024-12-22"), "b": m("A", NQ, "57")}, "a=b"),
    ("a bare number fits two full numbers of the same text",
     {"a": m("A", NQ, "57-NQ/TW", date="2024-12-22"), "b": m("A", NQ, "57/NQ-CP", date="2024-12-22"), "c": m("A", NQ, "57")},
     "c?a,b"),
    ("a scheme is known by its bare number",
     {"a": m("A", "scheme", "06"), "b": m("A", "scheme", "06")}, "a=b"),
    ("a bare number of another type is another document",
     {"a": m("A", NQ, "57-NQ/TW", date="2024-12-22"), "b": m("A", "conclusion", "57")}, "b!"),
    # Names that identify.
    ("a congress resolution is one however its congress is called",
     {"a": m("A", NQ, name="Nghị quyết Đại hội XIII của Đảng"),
      "b": m("B", NQ, name="Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng")}, "a=b"),
    ("congress resolutions of two levels are two, for all their equal terms",
     {"a": m("A", NQ, name="Nghị quyết Đại hội XIII của Đảng"),
      "b": m("A", NQ, name="Nghị quyết Đại hội lần thứ XIII Đảng bộ thành phố", jurisdiction=HP)}, "a/b"),
    ("congress resolutions of two cities are two",
     {"a": m("A", NQ, name="Nghị quyết Đại hội lần thứ XVI Đảng bộ thành phố", jurisdiction=HP),
      "b": m("B", NQ, name="Nghị quyết Đại hội Đảng bộ thành phố lần thứ XVI", jurisdiction="Đà Nẵng"),
      "c": m("C", NQ, name="Nghị quyết Đại hội Đảng bộ thành phố lần thứ XVI", jurisdiction=HP)}, "a/b a=c"),
    ("a plenum resolution is one in both of its names",
     {"a": m("A", NQ, name="Nghị quyết Trung ương 4 khóa XII"),
      "b": m("B", NQ, name="Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khoá XII")}, "a=b"),
    ("a list of terms is several documents",
     {"a": m("A", NQ, name="Nghị quyết Trung ương 4 khóa XI"), "b": m("A", NQ, name="Nghị quyết Trung ương 4 khóa XII")},
     "a/b"),
    ("a plenum may pass several resolutions, which their subjects tell apart",
     {"a": m("A", NQ, name="Nghị quyết Trung ương 4 khóa XII về xây dựng Đảng"),
      "b": m("A", NQ, name="Nghị quyết Trung ương 4 khóa XII về hội nhập kinh tế")}, "a/b"),
    ("the Party has one charter",
     {"a": m("A", "charter", name="Điều lệ Đảng"), "b": m("B", "charter", name="Điều lệ Đảng Cộng sản Việt Nam")}, "a=b"),
    ("the constitution of a year is that of the year, and the bare name that of the only one known",
     {"a": m("A", "constitution", name="Hiến pháp năm 2013"), "b": m("B", "constitution", name="Hiến pháp")}, "a=b"),
    ("two constitutions make the bare name ambiguous",
     {"a": m("A", "constitution", name="Hiến pháp năm 2013"), "b": m("B", "constitution", name="Hiến pháp năm 1992"),
      "c": m("C", "constitution", name="Hiến pháp")}, "a/b c?a,b"),
    (
        "rules named in full with the term of their committee are one",
        {
            "a": m("A", "rules", name="Quy chế làm việc của Ban Chấp hành Trung ương khóa XIII", term="XIII", jurisdiction=CENTRAL),
            "b": m("B", "rules", name="Quy chế làm việc của Ban Chấp hành Trung ương khoá XIII", term="XIII", jurisdiction=CENTRAL),
        },
        "a=b",
    ),
    (
        "rules of a committee that is not named are each text's own",
        {
            "a": m("A", "rules", name="Quy chế làm việc", jurisdiction=HP),
            "b": m("B", "rules", name="Quy chế làm việc", jurisdiction=HP),
        },
        "a/b",
    ),
    (
        "two names that contradict each other are not both the one document that either fits",
        {
            "a": m("A", "rules", name="Quy chế làm việc của Ban Chấp hành Trung ương khóa XIII", term="XIII", jurisdiction=CENTRAL),
            "b": m("B", "rules", name="Quy chế làm việc của Ban Chấp hành Trung ương khóa XIII", date="2021", jurisdiction=CENTRAL),
            "c": m("C", "rules", name="Quy chế làm việc của Ban Chấp hành Trung ương khóa XIII", date="2023", jurisdiction=CENTRAL),
        },
        "b/c a/b a/c",
    ),
    (
        "a treaty is one by its name",
        {"a": m("A", "other", name="Hiệp định CPTPP", date="2018-03-08"), "b": m("B", "other", name="Hiệp định CPTPP")},
        "a=b",
    ),
    # Laws by name.
    ("a law by name and year is one across texts",
     {"a": law("A", "Luật Đất đai năm 2024"), "b": law("B", "Luật Đất đai năm 2024")},
     "a=b a@trung-uong/law/đất-đai/2024"),
    ("laws of one name and two years are two",
     {"a": law("A", "Luật Đất đai năm 2013"), "b": law("B", "Luật Đất đai năm 2024")}, "a/b"),
    ("a law by name and year is the law of that name and number",
     {"a": law("A", number="31/2024/QH15"), "b": law("B", "Luật Đất đai năm 2024")},
     "a=b a@trung-uong/law/31-2024-QH15 a#trung-uong/law/đất-đai/2024"),
    ("a law's number tells its year: the law of another year is another",
     {"a": law("A", number="31/2024/QH15"), "b": law("A", "Luật Đất đai năm 2013")}, "a/b"),
    ("a law without a year is the only one of its name",
     {"a": law("A", number="31/2024/QH15"), "b": law("B")}, "a=b"),
    ("a law without a year fits two of its name",
     {"a": law("A", number="31/2024/QH15"), "b": law("B", number="45/2013/QH13"), "c": law("C")}, "c?a,b"),
    ("a law without a year or number is each text's own",
     {"a": law("A"), "b": law("B")}, "a/b"),
    ("an amending law is not the law it amends",
     {"a": law("A", "Luật Đất đai năm 2024"), "b": law("A", "Luật sửa đổi, bổ sung một số điều của Luật Đất đai năm 2024")},
     "a/b"),
    ("a revised law may be a bill yet: it is not the law in force",
     {"a": law("A", "Luật Tổ chức chính quyền địa phương"), "b": law("A", "Luật Tổ chức chính quyền địa phương (sửa đổi)")},
     "a/b"),
    ("a code is cited as law: the number is nationwide",
     {"a": m("A", "code", "45/2019/QH14", name="Bộ luật Lao động"), "b": m("B", "law", "45/2019/QH14")}, "a=b"),
    # Names are folded by case, composition and tone placement only.
    ("Hưng is not Hùng in a name",
     {"a": own("A", "scheme", title="Đề án phát triển xã Hưng", date="2024-01-02"),
      "b": own("B", "scheme", title="Đề án phát triển xã Hùng", date="2024-01-02")}, "a/b"),
    ("uỷ is ủy, and capitals are no difference",
     {"a": own("A", "scheme", title="Đề án của Uỷ ban", date="2024-01-02"),
      "b": own("B", "scheme", title="ĐỀ ÁN CỦA ỦY BAN", date="2024-01-02")}, "a=b"),
    # The loaded document.
    ("a citation is the loaded document of its number and date",
     {"a": own("A", number="13-KL/TU", date="2023-10-19"), "b": m("B", "conclusion", "13-KL/TU", date="2023-10-19")}, "a=b"),
    ("two texts of one number, date and place are two sources of one document",
     {"a": own("A", number="13-KL/TU", date="2023-10-19"), "b": own("B", number="13-KL/TU", date="2023-10-19")}, "a=b"),
    ("two undated texts of one number with two titles are two documents",
     {"a": hp("C", "13-KL/TU", "conclusion", date="2023-10-19"), "b": own("A", number="13-KL/TU", title="về du lịch"),
      "c": own("B", number="13-KL/TU", title="về cảng biển")}, "b/c"),
    ("a loaded document without a number is its title and the day of its session",
     {"a": own("A", title="Hội nghị Thành ủy lần thứ 13, khóa XVI", held="2023-10-19")},
     "a@hai-phong/conclusion/hội-nghị-thành-ủy-lần-thứ-13-khóa-xvi/2023-10-19"),
    ("a session names its conclusion in other texts",
     {"a": own("A", title="HỘI NGHỊ THÀNH ỦY LẦN THỨ 13, KHÓA XVI", held="2023-10-19"),
      "b": m("B", "conclusion", name="Kết luận Hội nghị Thành ủy lần thứ 13, khóa XVI", jurisdiction=HP)}, "a=b"),
    ("loaded documents without number and date are as many as their texts",
     {"a": own("A", "report", title="Báo cáo tháng"), "b": own("B", "report", title="Báo cáo tháng")}, "a/b"),
    # Documents to come.
    ("a planned document is named after the one that orders it",
     {"x": own("A", number="13-KL/TU", date="2023-10-19"), "a": hp("A", None, part="planned", title=TITLE)},
     "a~ a@hai-phong/conclusion/13-KL-TU/2023-10-19/resolution/về-phát-triển-nhà-ở-xã-hội-trên-địa-bàn-thành-phố"),
    ("a planned document ordered twice in one text is one",
     {"a": hp("A", None, part="planned", title=TITLE), "b": hp("A", None, part="planned", title=TITLE)}, "a=b a~"),
    ("planned documents of two orders are two until one is issued",
     {"a": hp("A", None, part="planned", title=TITLE), "b": hp("B", None, part="planned", title=TITLE)}, "a/b a~ b~"),
    ("a planned document that is loaded later becomes that document",
     {"x": own("A", number="13-KL/TU", date="2023-10-19"), "a": hp("A", None, part="planned", title=TITLE),
      "b": own("B", NQ, "12-NQ/TU", date="2024-03-05", title=TITLE + " Hải Phòng đến năm 2030")}, "a=b"),
    ("a document older than the order does not carry it out",
     {"x": own("A", number="13-KL/TU", date="2023-10-19"), "a": hp("A", None, part="planned", title=TITLE),
      "b": own("B", NQ, "12-NQ/TU", date="2022-03-05", title=TITLE)}, "a/b a~"),
    ("a document of another city does not carry out the order",
     {"a": hp("A", None, part="planned", title=TITLE),
      "b": own("B", NQ, "12-NQ/TU", date="2024-03-05", title=TITLE, jurisdiction="Đà Nẵng")}, "a/b a~"),
    ("two documents that would fit the order leave it open",
     {"a": hp("A", None, part="planned", title=TITLE), "b": own("B", NQ, "12-NQ/TU", date="2024-03-05", title=TITLE),
      "c": own("C", NQ, "15-NQ/TU", date="2024-06-05", title=TITLE)}, "a/b a/c a~"),
    (
        "a planned title with its kind and issuer is about the same as the title issued",
        {
            "x": own("A", number="13-KL/TU", held="2023-10-19"),
            "a": hp("A", None, part="planned", title=f"Nghị quyết của Ban Chấp hành Đảng bộ thành phố {TITLE}"),
            "b": own("B", NQ, "12-NQ/TU", date="2024-03-05", title=f"CỦA BAN CHẤP HÀNH ĐẢNG BỘ THÀNH PHỐ {TITLE}"),
        },
        "a=b",
    ),
    (
        "an order and a longer form of it in one text are one",
        {
            "a": hp("A", None, part="planned", title=TITLE),
            "b": hp("A", None, part="planned", title=TITLE + " Hải Phòng đến năm 2030"),
        },
        "a=b a~",
    ),
    (
        "the city's own committee is the city's, whatever level was guessed",
        {
            "a": m("A", "decision", "14/2021/QĐ-UBND", jurisdiction=HP, issuer="ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", level="district"),
            "b": m("B", "decision", "14/2021/QĐ-UBND", jurisdiction=HP, issuer="Chủ tịch Ủy ban nhân dân thành phố", level="provincial"),
        },
        "a=b a@hai-phong/decision/14-2021-QD-UBND",
    ),
    (
        "a city within a province is not the province",
        {
            "a": m("A", "decision", "12/2024/QĐ-UBND", jurisdiction="Hồ Chí Minh", issuer="UBND thành phố Thủ Đức"),
            "b": m("B", "decision", "12/2024/QĐ-UBND", jurisdiction="Hồ Chí Minh", issuer="UBND Thành phố Hồ Chí Minh"),
        },
        "a/b",
    ),
    (
        "a place that was renamed is one place",
        {
            "a": m("A", NQ, "20/2023/NQ-HĐND", jurisdiction="Thừa Thiên Huế"),
            "b": m("B", NQ, "20/2023/NQ-HĐND", jurisdiction="Huế"),
        },
        "a=b",
    ),
    # What the linker found in one text.
    ("a local alias holds in its document",
     {"a": m("A", "regulation", "377-QĐ/TW", date="2025-10-08"), "b": m("A", "regulation", name="Quy định 377", same="a")},
     "a=b"),
    ("a local alias does not hold in another document",
     {"a": m("A", "regulation", "377-QĐ/TW", date="2025-10-08"), "b": m("B", "regulation", name="Quy định 377")}, "a/b"),
    ("what is said to be the same but bears another date is not believed",
     {"a": hp("A", date="2022-12-06"), "b": hp("A", date="2013-05-16", same="a")}, "a/b"),
    ("what the text leaves unclear keeps its candidates",
     {"a": hp("A", date="2022-12-06"), "b": hp("A", date="2013-05-16"), "c": hp("A", unclear=("a", "b"))}, "c?a,b"),
    ("what was unclear between two handles of one document is clear",
     {"a": hp("A", date="2022-12-06"), "b": hp("A", date="2022-12-06"), "c": hp("A", unclear=("a", "b"))}, "c=a"),
    # Mentions without number and name.
    ("kind, day and issuer are the one document of that organ and day",
     {"a": m("A", NQ, "30-NQ/TW", date="2022-11-23"), "b": m("B", NQ, date="2022-11-23", issuer="Bộ Chính trị")}, "a=b"),
    ("kind and day without an issuer say too little",
     {"a": m("A", NQ, "30-NQ/TW", date="2022-11-23"), "b": m("B", NQ, date="2022-11-23")}, "b!"),
]  # fmt: skip


def told(rows: dict[str, Said]) -> tuple[Identity, dict[str, DocumentMention]]:
    """The identity of the mentions, and they themselves by letter."""
    texts: dict[str, Text] = {}
    mentions: dict[str, DocumentMention] = {}
    for letter, said in rows.items():
        text = texts.setdefault(said.text, Text(said.text))
        text.document("self" if said.told.get("part") == "self" else letter, **{"quote": letter * 3, **said.told})
        last = text.told[-1]
        assert isinstance(last, DocumentMention)
        mentions[letter] = last
    return identify(together(*texts.values()), registry=False), mentions


@pytest.mark.parametrize(("reason", "rows", "expected"), ROWS, ids=[r[0] for r in ROWS])
def test_rule(reason: str, rows: dict[str, Said], expected: str) -> None:
    identity, mentions = told(rows)

    def of(letter: str) -> Verdict:
        return identity.resolution(mentions[letter].source, mentions[letter].handle)

    for word in expected.split(" "):
        letter, sign, rest = word[0], word[1], word[2:]
        verdict = of(letter)
        if sign == "=":
            assert verdict.target is not None, reason
            assert verdict.target == of(rest).target, reason
        elif sign == "/":
            assert verdict.target is None or verdict.target != of(rest).target, reason
        elif sign == "?":
            targets = {of(other).target for other in rest.split(",")}
            assert (verdict.status, set(verdict.candidates)) == ("ambiguous", targets), reason
        elif sign == "!":
            assert verdict == Verdict("unmatched"), reason
        elif sign == "~":
            assert verdict.status == "planned", reason
        elif sign == "@":
            assert verdict.target == rest, reason
        else:
            assert verdict.target is not None, reason
            assert rest in identity.documents[verdict.target].aliases, reason


def test_the_table_is_whole() -> None:
    assert len(ROWS) >= 40
    assert len({reason for reason, _, _ in ROWS}) == len(ROWS)


def test_two_dates_of_one_number_are_said() -> None:
    identity, _ = told(
        {
            "a": m("A", "decree", "35/2022/NĐ-CP", date="2022-05-28"),
            "b": m("B", "decree", "35/2022/NĐ-CP", date="2022-05-28"),
            "c": m("C", "decree", "35/2022/NĐ-CP", date="2022-08-25"),
        }
    )
    (issue,) = identity.issues
    assert (issue.kind, issue.source) == ("dates", Text("C").source)


def test_what_is_not_believed_is_said() -> None:
    identity, _ = told({"a": hp("A", date="2022-12-06"), "b": hp("A", date="2013-05-16", same="a")})
    assert [i.kind for i in identity.issues] == ["contradiction"]


def test_a_planned_change_is_carried_out_by_the_document_that_makes_it() -> None:
    """Titles differ; but kind, place and issuer are those ordered, and both change the one document."""
    order = Text("A", number="13-KL/TU", date="2023-10-19", jurisdiction=HP)
    regulation = {"type": "decision", "number": "1738-QĐ/TU", "date": "2015-01-27", "jurisdiction": HP}
    coming = order.document(part="planned", type="decision", title="sửa đổi Quyết định số 1738-QĐ/TU", jurisdiction=HP)
    order.claim(coming, "DEPENDS_ON", order.document(**regulation), relation="AMENDS", planned=True)

    def issued(letter: str, number: str, relation: str = "AMENDS", **told: Any) -> Text:
        t = Text(letter, **{"type": "decision", "number": number, "date": "2024-01-10", "jurisdiction": HP, **told})
        t.claim("self", "DEPENDS_ON", t.document(**regulation), relation=relation, planned=False)
        return t

    def end(*texts: Text) -> Verdict:
        return identify(together(order, *texts), registry=False).resolution(order.source, coming)

    right = issued("B", "20-QĐ/TU", title="ban hành Quy chế đối thoại")
    assert end(right) == Verdict("resolved", "hai-phong/decision/20-QD-TU/2024-01-10")
    assert end(right, issued("C", "21-QĐ/TU", date="2024-02-01")).status == "planned"
    assert end(issued("D", "20-QĐ/TU", relation="REPEALS")).status == "planned"
    assert end(issued("E", "20-QĐ/TU", date="2022-01-10")).status == "planned"
    assert end(issued("F", "20/QĐ-UBND", jurisdiction="Đà Nẵng")).status == "planned"
    assert end(issued("G", "20-QĐ/TU", type="directive")).status == "planned"
