"""What a citation is and what it says, form by form; each row with the reason it stands here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import pytest

from loaders.found import Cited, Doubt
from loaders.header import header
from loaders.link import link
from loaders.mentions.documents.documents import documents
from loaders.mentions.lexicon import Lexicon
from loaders.segment import segment
from loaders.text import Text


def read(words: str, *, place: str | None = None) -> tuple[Text, list[Cited], list[Doubt]]:
    """The citations of a passage, as if it stood in the body of a document of a place."""
    tree = segment(Text("Theo tinh thần chung, " + words))
    own, _ = header(tree)
    if place:
        own.cited.jurisdiction, own.cited.level = place, "provincial"
    cited, doubts = documents(tree, own)
    link(own, cited)
    return tree.text, cited, doubts


@dataclass
class Row:
    """A passage, and of each citation in it: quote, type, number, date."""

    reason: str
    words: str
    found: list[tuple[str, str, str | None, str | None]] = field(default_factory=list)


ROWS = [
    # --- numbers as printed
    Row("Party number", "Nghị quyết số 27-NQ/TW", [("Nghị quyết số 27-NQ/TW", "resolution", "27-NQ/TW", None)]),
    Row(
        "glued footnote mark is no part of the number",
        "Nghị quyết số 66- NQ/TW1 và",
        [("Nghị quyết số 66- NQ/TW", "resolution", "66-NQ/TW", None)],
    ),
    Row(
        "Party number in the State's form",
        "Nghị quyết 66/NQ-TW",
        [("Nghị quyết 66/NQ-TW", "resolution", "66-NQ/TW", None)],
    ),
    Row(
        "a cell glued to the year of the cell before",
        "| 101/GP-UB ngày 14/11/200310/GP- UBND ngày 20/06/2022 |",
        [
            ("101/GP-UB ngày 14/11/2003", "other", "101/GP-UB", "2003-11-14"),
            ("10/GP- UBND ngày 20/06/2022", "other", "10/GP-UBND", "2022-06-20"),
        ],
    ),
    Row(
        "a date without the word for a day",
        "| 110/GP-UBND 13/11/2020 |",
        [("110/GP-UBND 13/11/2020", "other", "110/GP-UBND", "2020-11-13")],
    ),
    Row(
        "another column's date behind a number with its year",
        "Thông tư số 08/2017/TT-BTC 08/02/2019",
        [("Thông tư số 08/2017/TT-BTC", "circular", "08/2017/TT-BTC", None)],
    ),
    Row(
        "letters for a kind with a date, and a stroke one group too far",
        "Mỏ đá Long Hương, 489 QĐ/QLTN ngày 14/02/1996.",
        [("489 QĐ/QLTN ngày 14/02/1996", "decision", "489/QĐ-QLTN", "1996-02-14")],
    ),
    Row(
        "a letter is one whatever its number says",
        "Công văn số 5435/CT-NVT ngày 21/11/2025",
        [("Công văn số 5435/CT-NVT ngày 21/11/2025", "letter", "5435/CT-NVT", "2025-11-21")],
    ),
    Row(
        "what may be any kind is what its number says",
        "văn bản số 07-TB/TU",
        [("văn bản số 07-TB/TU", "notice", "07-TB/TU", None)],
    ),
    Row(
        "a number in brackets behind a law is not the law's",
        "các Nghị định về thi hành Luật Quy hoạch (Số 37/2019/NĐ-CP ngày 07/5/2019)",
        [
            ("Luật Quy hoạch", "law", None, None),
            ("Số 37/2019/NĐ-CP ngày 07/5/2019", "decree", "37/2019/NĐ-CP", "2019-05-07"),
        ],
    ),
    Row(
        "working rules without a term",
        "Nghị định số 39/2022/NĐ-CP ban hành Quy chế làm việc của Chính phủ",
        [("Nghị định số 39/2022/NĐ-CP", "decree", "39/2022/NĐ-CP", None)],
    ),
    Row("small letters", "nghị quyết số 15- Nq/tw", [("nghị quyết số 15- Nq/tw", "resolution", "15-NQ/TW", None)]),
    Row(
        "blanks around the hyphen",
        "Kết luận số 100 - KL/TW",
        [("Kết luận số 100 - KL/TW", "conclusion", "100-KL/TW", None)],
    ),
    Row("two hyphens", "Nghị quyết số 72-NQ-TW", [("Nghị quyết số 72-NQ-TW", "resolution", "72-NQ/TW", None)]),
    Row("Ctr for CTr", "Chương trình số 65-Ctr/TU", [("Chương trình số 65-Ctr/TU", "programme", "65-CTr/TU", None)]),
    Row("Icelandic Ð", "Nghị định số 24/2024/NÐ-CP", [("Nghị định số 24/2024/NÐ-CP", "decree", "24/2024/NĐ-CP", None)]),
    Row("D for Đ", "Nghị định 24/2024/ND-CP", [("Nghị định 24/2024/ND-CP", "decree", "24/2024/NĐ-CP", None)]),
    Row("Cyrillic Р", "Nghị định 24/2024/NĐ-CР", [("Nghị định 24/2024/NĐ-CР", "decree", "24/2024/NĐ-CP", None)]),
    Row("lost hyphen", "Nghị định 24/2024/NĐCP", [("Nghị định 24/2024/NĐCP", "decree", "24/2024/NĐ-CP", None)]),
    Row("lost blank", "Nghị định số42/2022/NĐ-CP", [("Nghị định số42/2022/NĐ-CP", "decree", "42/2022/NĐ-CP", None)]),
    Row(
        "dotted serial",
        "Nghị quyết số 66.16/2026/NQ-CP",
        [("Nghị quyết số 66.16/2026/NQ-CP", "resolution", "66.16/2026/NQ-CP", None)],
    ),
    Row(
        "serial with a letter",
        "Nghị quyết 30a/2008/NQ-CP",
        [("Nghị quyết 30a/2008/NQ-CP", "resolution", "30a/2008/NQ-CP", None)],
    ),
    Row("number of before 1996", "Nghị định số 45/CP", [("Nghị định số 45/CP", "decree", "45/CP", None)]),
    Row(
        "number of before 1996, by hyphen",
        "Quyết định số 327-CT",
        [("Quyết định số 327-CT", "decision", "327-CT", None)],
    ),
    Row("of the State Council", "Luật số 10-LCT/HĐNN7", [("Luật số 10-LCT/HĐNN7", "law", "10-LCT/HĐNN7", None)]),
    Row("of the Assembly", "Luật số 64/2025/QH15", [("Luật số 64/2025/QH15", "law", "64/2025/QH15", None)]),
    Row("footnote behind QH15", "Luật số 64/2025/QH151", [("Luật số 64/2025/QH15", "law", "64/2025/QH15", None)]),
    Row(
        "of its Standing Committee",
        "Nghị quyết số 1211/2016/UBTVQH13",
        [("Nghị quyết số 1211/2016/UBTVQH13", "resolution", "1211/2016/UBTVQH13", None)],
    ),
    Row(
        "an ordinance called a number only",
        "Pháp lệnh số 02/2020/UBTVQH14",
        [("Pháp lệnh số 02/2020/UBTVQH14", "ordinance", "02/2020/UBTVQH14", None)],
    ),
    Row(
        "consolidated",
        "Văn bản hợp nhất số 30/VBHN-VPQH",
        [("Văn bản hợp nhất số 30/VBHN-VPQH", "consolidated", "30/VBHN-VPQH", None)],
    ),
    Row(
        "letter without a kind", "Công văn số 574/UBND-NC", [("Công văn số 574/UBND-NC", "letter", "574/UBND-NC", None)]
    ),
    Row(
        "văn bản that is a letter",
        "văn bản số: 8004/BNNMT-ĐCKS",
        [("văn bản số: 8004/BNNMT-ĐCKS", "letter", "8004/BNNMT-ĐCKS", None)],
    ),
    Row(
        "văn bản whose number says its kind",
        "văn bản số 574/TB-VPCP",
        [("văn bản số 574/TB-VPCP", "notice", "574/TB-VPCP", None)],
    ),
    Row(
        "văn bản before another word for the kind",
        "văn bản Hướng dẫn số 1304/HD-UBTVQH15",
        [("Hướng dẫn số 1304/HD-UBTVQH15", "guidance", "1304/HD-UBTVQH15", None)],
    ),
    Row(
        "joint circular, mistyped",
        "Thông tư liên tịch số 07/2016/TTTLT-BYT-BTC- BLĐTBXH",
        [
            (
                "Thông tư liên tịch số 07/2016/TTTLT-BYT-BTC- BLĐTBXH",
                "joint_circular",
                "07/2016/TTLT-BYT-BTC-BLĐTBXH",
                None,
            )
        ],
    ),
    Row("QĐ is what the words say", "Quy định số 37-QĐ/TW", [("Quy định số 37-QĐ/TW", "regulation", "37-QĐ/TW", None)]),
    Row("abbreviated kind", "QĐ số 270/QĐ- TTg", [("QĐ số 270/QĐ- TTg", "decision", "270/QĐ-TTg", None)]),
    Row(
        "accents wrong in the kind",
        "tại Nghi định số 60/2014/NĐ-CP",
        [("Nghi định số 60/2014/NĐ-CP", "decree", "60/2014/NĐ-CP", None)],
    ),
    Row(
        "line breaks inside",
        "Nghị quyết\nsố 18-\nNQ/TW, ngày\n25/10/2017",
        [("Nghị quyết\nsố 18-\nNQ/TW, ngày\n25/10/2017", "resolution", "18-NQ/TW", "2017-10-25")],
    ),
    Row(
        "stars inside",
        "**Nghị định** *số 5/2020/NĐ-CP*",
        [("Nghị định** *số 5/2020/NĐ-CP", "decree", "5/2020/NĐ-CP", None)],
    ),
    Row(
        "all capitals",
        "CHỈ THỊ SỐ 32/CT-TTG NGÀY 21/10/2025 CỦA THỦ TƯỚNG CHÍNH PHỦ “VỀ",
        [("CHỈ THỊ SỐ 32/CT-TTG NGÀY 21/10/2025 CỦA THỦ TƯỚNG CHÍNH PHỦ", "directive", "32/CT-TTg", "2025-10-21")],
    ),
    Row(
        "words between the kind and its number",
        "Báo cáo thẩm tra số 114/BC-BĐT",
        [("Báo cáo thẩm tra số 114/BC-BĐT", "report", "114/BC-BĐT", None)],
    ),
    Row(
        "issuer between the kind and its number",
        "Nghị quyết của Bộ Chính trị số 57-NQ/TW",
        [("Nghị quyết của Bộ Chính trị số 57-NQ/TW", "resolution", "57-NQ/TW", None)],
    ),
    Row(
        "two numbers joined by a slash",
        "Nghị định số 1/2024/NĐ-CP/Nghị định số 2/2024/NĐ-CP",
        [
            ("Nghị định số 1/2024/NĐ-CP", "decree", "1/2024/NĐ-CP", None),
            ("Nghị định số 2/2024/NĐ-CP", "decree", "2/2024/NĐ-CP", None),
        ],
    ),
    # --- dates
    Row(
        "comma before the date",
        "Nghị quyết số 8-NQ/TU, ngày 06/12/2022",
        [("Nghị quyết số 8-NQ/TU, ngày 06/12/2022", "resolution", "8-NQ/TU", "2022-12-06")],
    ),
    Row(
        "date in words",
        "Quyết định 5/QĐ-TTg ngày 06 tháng 12 năm 2022",
        [("Quyết định 5/QĐ-TTg ngày 06 tháng 12 năm 2022", "decision", "5/QĐ-TTg", "2022-12-06")],
    ),
    Row(
        "date by dots",
        "Quyết định 5/QĐ-TTg ngày 8.3.2026",
        [("Quyết định 5/QĐ-TTg ngày 8.3.2026", "decision", "5/QĐ-TTg", "2026-03-08")],
    ),
    Row(
        "date by spaced hyphens",
        "Quyết định 5/QĐ-TTg, ngày 3 - 4 - 2021",
        [("Quyết định 5/QĐ-TTg, ngày 3 - 4 - 2021", "decision", "5/QĐ-TTg", "2021-04-03")],
    ),
    Row(
        "issuer before the date",
        "Nghị quyết số 46/NQ-CP của Chính phủ ngày 08 tháng 3 năm 2025",
        [("Nghị quyết số 46/NQ-CP của Chính phủ ngày 08 tháng 3 năm 2025", "resolution", "46/NQ-CP", "2025-03-08")],
    ),
    Row(
        "a stray của",
        "Nghị định số 262/2025/NĐ- CP của ngày 14 tháng 10 năm 2025 của Chính phủ",
        [
            (
                "Nghị định số 262/2025/NĐ- CP của ngày 14 tháng 10 năm 2025 của Chính phủ",
                "decree",
                "262/2025/NĐ-CP",
                "2025-10-14",
            )
        ],
    ),
    Row(
        "scan reads nám",
        "Nghị quyết số 57-NQ/TW ngày 22 tháng 12 nám 2024",
        [("Nghị quyết số 57-NQ/TW ngày 22 tháng 12 nám 2024", "resolution", "57-NQ/TW", "2024-12-22")],
    ),
    Row(
        "a new sentence's date is not the document's",
        "Nghị quyết số 5/NQ-CP\nNgày 15 tháng 11 năm 2025, tại",
        [("Nghị quyết số 5/NQ-CP", "resolution", "5/NQ-CP", None)],
    ),
    # --- lists
    Row(
        "one kind and one suffix",
        "Kết luận số 187, 188-KL/TW",
        [("Kết luận số 187", "conclusion", "187-KL/TW", None), ("188-KL/TW", "conclusion", "188-KL/TW", None)],
    ),
    Row(
        "one kind",
        "các Luật số 43/2024/QH15, số 47/2024/QH15 và số 95/2025/QH15",
        [
            ("Luật số 43/2024/QH15", "law", "43/2024/QH15", None),
            ("số 47/2024/QH15", "law", "47/2024/QH15", None),
            ("số 95/2025/QH15", "law", "95/2025/QH15", None),
        ],
    ),
    Row(
        "behind a colon",
        "các công điện: số 217/CĐ-TTg ngày 16/11/2025; số 218/CĐ-TTg ngày 16/11/2025",
        [
            ("công điện: số 217/CĐ-TTg ngày 16/11/2025", "dispatch", "217/CĐ-TTg", "2025-11-16"),
            ("số 218/CĐ-TTg ngày 16/11/2025", "dispatch", "218/CĐ-TTg", "2025-11-16"),
        ],
    ),
    Row(
        "with subjects between",
        "các Nghị định: số 1/2024/NĐ-CP về đất đai; số 2/2024/NĐ-CP về nhà ở",
        [
            ("Nghị định: số 1/2024/NĐ-CP", "decree", "1/2024/NĐ-CP", None),
            ("số 2/2024/NĐ-CP", "decree", "2/2024/NĐ-CP", None),
        ],
    ),
    Row(
        "bare numbers",
        "Nghị quyết 66, 68 của Bộ Chính trị",
        [("Nghị quyết 66", "resolution", "66", None), ("68 của Bộ Chính trị", "resolution", "68", None)],
    ),
    Row(
        "terms of a plenum",
        "Nghị quyết Trung ương 4 khóa XI, XII",
        [("Nghị quyết Trung ương 4 khóa XI", "resolution", None, None), ("XII", "resolution", None, None)],
    ),
    Row(
        "congresses",
        "Nghị quyết Đại hội XII, XIII của Đảng",
        [("Nghị quyết Đại hội XII", "resolution", None, None), ("XIII của Đảng", "resolution", None, None)],
    ),
    Row(
        "laws that share the word",
        "các Luật: Đất đai, Nhà ở và Đấu thầu",
        [("Luật: Đất đai", "law", None, None), ("Nhà ở", "law", None, None), ("Đấu thầu", "law", None, None)],
    ),
    # --- names
    Row("law with year", "Luật Đất đai năm 2024", [("Luật Đất đai năm 2024", "law", None, "2024")]),
    Row("law with bare year", "Luật Đường sắt 2025", [("Luật Đường sắt 2025", "law", None, "2025")]),
    Row(
        "law with commas and và in its name",
        "Luật Quản lý, sử dụng tài sản công và các văn bản",
        [("Luật Quản lý, sử dụng tài sản công", "law", None, None)],
    ),
    Row("footnote behind a name", "Luật Nhà ở11 và", [("Luật Nhà ở", "law", None, None)]),
    Row(
        "law unknown to the tables, by its number",
        "Luật Abc xyz, klm số 9/2029/QH16",
        [("Luật Abc xyz, klm số 9/2029/QH16", "law", "9/2029/QH16", None)],
    ),
    Row(
        "law unknown to the tables, by a boundary", "Luật Abc xyz được ban hành", [("Luật Abc xyz", "law", None, None)]
    ),
    Row(
        "law that lost its letters",
        "Luật Đất đai số 31/2024 quy định",
        [("Luật Đất đai số 31/2024", "law", "31/2024", None)],
    ),
    Row(
        "number in brackets",
        "Luật Đất đai (số 31/2024/QH15)",
        [("Luật Đất đai (số 31/2024/QH15)", "law", "31/2024/QH15", None)],
    ),
    Row(
        "amending law is one",
        "Luật sửa đổi, bổ sung một số điều của Luật Kế toán và Luật Giá số 56/2024/QH15",
        [
            (
                "Luật sửa đổi, bổ sung một số điều của Luật Kế toán và Luật Giá số 56/2024/QH15",
                "law",
                "56/2024/QH15",
                None,
            )
        ],
    ),
    Row(
        "… unless its laws carry numbers",
        "Luật sửa đổi, bổ sung một số điều của Luật Kế toán số 1/2015/QH13, Luật Giá số 2/2023/QH15",
        [
            ("Luật sửa đổi, bổ sung một số điều", "law", None, None),
            ("Luật Kế toán số 1/2015/QH13", "law", "1/2015/QH13", None),
            ("Luật Giá số 2/2023/QH15", "law", "2/2023/QH15", None),
        ],
    ),
    Row(
        "amending law of many",
        "Luật sửa đổi, bổ sung một số điều của 37 Luật có liên quan đến quy hoạch ngày 20 tháng 11 năm 2018",
        [
            (
                "Luật sửa đổi, bổ sung một số điều của 37 Luật có liên quan đến quy hoạch ngày 20 tháng 11 năm 2018",
                "law",
                None,
                "2018-11-20",
            )
        ],
    ),
    Row(
        "code",
        "Bộ luật Lao động ngày 20 tháng 11 năm 2019",
        [("Bộ luật Lao động ngày 20 tháng 11 năm 2019", "code", None, "2019-11-20")],
    ),
    Row(
        "Constitution",
        "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013",
        [("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013", "constitution", None, "2013")],
    ),
    Row(
        "congress",
        "Nghị quyết Đại hội lần thứ XVI Đảng bộ thành phố",
        [("Nghị quyết Đại hội lần thứ XVI Đảng bộ thành phố", "resolution", None, None)],
    ),
    Row(
        "plenum in full",
        "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII",
        [("Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII", "resolution", None, None)],
    ),
    Row("charter", "Điều lệ Đảng và điều lệ công ty", [("Điều lệ Đảng", "charter", None, None)]),
    Row(
        "working rules",
        "Quy chế làm việc của Ban Chấp hành Đảng bộ thành phố khóa XVI, nhiệm kỳ 2020 - 2025",
        [("Quy chế làm việc của Ban Chấp hành Đảng bộ thành phố khóa XVI, nhiệm kỳ 2020 - 2025", "rules", None, None)],
    ),
    Row(
        "treaty",
        "Hiệp định Đối tác Toàn diện và Tiến bộ xuyên Thái Bình Dương có hiệu lực",
        [("Hiệp định Đối tác Toàn diện và Tiến bộ xuyên Thái Bình Dương", "other", None, None)],
    ),
    # --- short forms
    Row("bare number", "Nghị quyết 57 và", [("Nghị quyết 57", "resolution", "57", None)]),
    Row(
        "bare number with issuer",
        "Nghị quyết số 35 của Quốc hội",
        [("Nghị quyết số 35 của Quốc hội", "resolution", "35", None)],
    ),
    Row(
        "bare number with date",
        "Quyết định số 06 ngày 06/01/2022",
        [("Quyết định số 06 ngày 06/01/2022", "decision", "06", "2022-01-06")],
    ),
    Row(
        "scheme by number",
        "Đề án 06, Chương trình 135",
        [("Đề án 06", "scheme", "06", None), ("Chương trình 135", "programme", "135", None)],
    ),
    # --- words and symbols that disagree
    Row(
        "a verb is no kind of the number behind it",
        "theo quy định 15/2026/TT-BCT, hướng dẫn 12/2020/TT-BTC",
        [
            ("15/2026/TT-BCT", "circular", "15/2026/TT-BCT", None),
            ("12/2020/TT-BTC", "circular", "12/2020/TT-BTC", None),
        ],
    ),
    Row(
        "nor is a verb that leads to it",
        "quy định tại 45/2020/NĐ-CP",
        [("45/2020/NĐ-CP", "decree", "45/2020/NĐ-CP", None)],
    ),
    Row(
        "QĐ and TB are what the words say, also in small letters",
        "quy định 37-QĐ/TW, kết luận 12/TB-VPCP",
        [
            ("quy định 37-QĐ/TW", "regulation", "37-QĐ/TW", None),
            ("kết luận 12/TB-VPCP", "conclusion", "12/TB-VPCP", None),
        ],
    ),
    Row(
        "with số the word is meant",
        "theo quy định số 15/2026/TT-BCT",
        [("quy định số 15/2026/TT-BCT", "regulation", "15/2026/TT-BCT", None)],
    ),
    # --- permits are documents, certificates are none
    Row(
        "permits of several sorts",
        "Giấy phép môi trường số 123/GPMT-BTNMT ngày 2/3/2024; 137/GP-UBND ngày 13/07/2017",
        [
            ("Giấy phép môi trường số 123/GPMT-BTNMT ngày 2/3/2024", "other", "123/GPMT-BTNMT", "2024-03-02"),
            ("137/GP-UBND ngày 13/07/2017", "other", "137/GP-UBND", "2017-07-13"),
        ],
    ),
    Row("certificates", "Giấy chứng nhận đầu tư số 12/GCN-BKHĐT ngày 2/3/2020, số 15/GXN-UBND"),
    # --- heads of lists
    Row(
        "the head of a list names the issuer",
        "các Nghị định của Chính phủ: số 63/2010/NĐ-CP ngày 08/6/2010, số 48/2013/NĐ-CP",
        [
            ("Nghị định của Chính phủ: số 63/2010/NĐ-CP ngày 08/6/2010", "decree", "63/2010/NĐ-CP", "2010-06-08"),
            ("số 48/2013/NĐ-CP", "decree", "48/2013/NĐ-CP", None),
        ],
    ),
    # --- no citations
    Row("anaphora", "Nghị quyết này, Quyết định trên, Luật này"),
    Row("generic words", "các nghị quyết của Đảng, nghị quyết đại hội đảng bộ các cấp, Quy chế làm việc"),
    Row("blanks of a form", "Quyết định số …/2025/QĐ-UBND, Kế hoạch số     /2025/KH-UBND, Nghị định số.../2025/NĐ-CP"),
    Row("counts and years", "Báo cáo 6 tháng, Kế hoạch 5 năm, Kế hoạch 2026, Quyết định 03 cán bộ"),
    Row("rows of a table", "Đề án 9 Bộ Xây dựng"),
    Row(
        "standards and forms", "TCVN 5687:2010, QCVN 01-1:2018/BYT, Mẫu số 01/ĐKĐT, Phụ lục 02/XYZ, QCVN 09:2015/BGTVT"
    ),
    Row("addresses", "https://vbpl.vn/x.aspx?ItemID=97361&Keyword=57/2015/TT-BTC"),
    Row("documents to come", "dự án Luật Thủ đô (sửa đổi), dự thảo Luật Đường sắt, xây dựng Luật Phòng bệnh"),
    Row(
        "other words with luật", "pháp luật đất đai, kỷ luật Đảng, KỶ LUẬT Điều 5, Trường Đại học Luật Hà Nội, luật sư"
    ),
    Row("lost blanks and hyphen", "theo Hướng dẫn 06HD/TW", [("Hướng dẫn 06HD/TW", "guidance", "06-HD/TW", None)]),
    Row(
        "first digit set apart",
        "Nghị định số 1 04/2012/NĐ-CP",
        [("Nghị định số 1 04/2012/NĐ-CP", "decree", "104/2012/NĐ-CP", None)],
    ),
    Row(
        "blanks around both joints",
        "Quyết định số 2170 /QĐ - UBND ngày 23/6/2026",
        [("Quyết định số 2170 /QĐ - UBND ngày 23/6/2026", "decision", "2170/QĐ-UBND", "2026-06-23")],
    ),
    Row(
        "blanks around a later joint",
        "Thông tư liên tịch 08/2009/TTLT - BXD-BTC - NHNN ngày 19/5/2009",
        [
            (
                "Thông tư liên tịch 08/2009/TTLT - BXD-BTC - NHNN ngày 19/5/2009",
                "joint_circular",
                "08/2009/TTLT-BXD-BTC-NHNN",
                "2009-05-19",
            )
        ],
    ),
    Row(
        "a dash behind a number",
        "Thông tư 03/2025/TT-VPCP - Hồ sơ; Thông tư 07/2017/TT - Tập",
        [
            ("Thông tư 03/2025/TT-VPCP", "circular", "03/2025/TT-VPCP", None),
            ("Thông tư 07/2017/TT", "circular", "07/2017/TT", None),
        ],
    ),
    Row("escaped address", "tại 14/2007/TT-BL%C4%90TBXH", []),
    Row(
        "small letters with a date",
        "Trả lời công văn số 107/2025 ngày 05/11/2025 của Công ty A",
        [("công văn số 107/2025 ngày 05/11/2025 của Công ty A", "letter", "107/2025", "2025-11-05")],
    ),
    Row("small letters without a date", "theo báo cáo số 5 người; quyết định số lượng; nghị quyết số 5", []),
    Row(
        "abbreviation of a document cited in full",
        "Quyết định số 66/2018/QĐ-UBND; QĐ 66, QĐ66, QĐ 67",
        [
            ("Quyết định số 66/2018/QĐ-UBND", "decision", "66/2018/QĐ-UBND", None),
            ("QĐ 66", "decision", "66/2018/QĐ-UBND", None),
            ("QĐ66", "decision", "66/2018/QĐ-UBND", None),
        ],
    ),
    Row(
        "date 31 tháng 3 tháng 2026",
        "Quyết định số 1/QĐ-TTg ngày 31 tháng 3 tháng 2026",
        [("Quyết định số 1/QĐ-TTg ngày 31 tháng 3 tháng 2026", "decision", "1/QĐ-TTg", "2026-03-31")],
    ),
    Row(
        "date 27 năm 12 năm 2019",
        "Quyết định số 1/QĐ-TTg ngày 27 năm 12 năm 2019",
        [("Quyết định số 1/QĐ-TTg ngày 27 năm 12 năm 2019", "decision", "1/QĐ-TTg", "2019-12-27")],
    ),
    Row(
        "date 16/6 2025",
        "Quyết định số 1/QĐ-TTg ngày 16/6 2025",
        [("Quyết định số 1/QĐ-TTg ngày 16/6 2025", "decision", "1/QĐ-TTg", "2025-06-16")],
    ),
    Row(
        "date 23 tháng 1 1 năm 2009",
        "Quyết định số 1/QĐ-TTg ngày 23 tháng 1 1 năm 2009",
        [("Quyết định số 1/QĐ-TTg ngày 23 tháng 1 1 năm 2009", "decision", "1/QĐ-TTg", "2009-11-23")],
    ),
    Row(
        "date 26-52025",
        "Quyết định số 1/QĐ-TTg ngày 26-52025",
        [("Quyết định số 1/QĐ-TTg ngày 26-52025", "decision", "1/QĐ-TTg", "2025-05-26")],
    ),
    Row(
        "date 0962025",
        "Quyết định số 1/QĐ-TTg ngày 0962025",
        [("Quyết định số 1/QĐ-TTg ngày 0962025", "decision", "1/QĐ-TTg", "2025-06-09")],
    ),
    Row(
        "date hồi 15 giờ 30 phút ngày 1/2/2025",
        "Quyết định số 1/QĐ-TTg hồi 15 giờ 30 phút ngày 1/2/2025",
        [("Quyết định số 1/QĐ-TTg hồi 15 giờ 30 phút ngày 1/2/2025", "decision", "1/QĐ-TTg", "2025-02-01")],
    ),
    Row(
        "issuer glued to the date",
        "Thông tư số 21/2025/TT-BYT ngày 27/6/2025của Bộ Y tế",
        [("Thông tư số 21/2025/TT-BYT ngày 27/6/2025của Bộ Y tế", "circular", "21/2025/TT-BYT", "2025-06-27")],
    ),
    Row(
        "treaty with the day of its signing",
        "Hiệp định vận tải đường bộ ký tại Hà Nội ngày 22 tháng 11 năm 1994",
        [("Hiệp định vận tải đường bộ ký tại Hà Nội ngày 22 tháng 11 năm 1994", "other", None, "1994-11-22")],
    ),
    Row("charter of a term", "Điều lệ Đảng khóa II", [("Điều lệ Đảng khóa II", "charter", None, None)]),
    Row(
        "bracket behind a term closes what opened before the charter",
        "các văn kiện (Điều lệ Đảng khoá II) và",
        [("Điều lệ Đảng khoá II", "charter", None, None)],
    ),
    Row(
        "bracket behind the term of a plenum closes what opened before it",
        "(Nghị quyết Trung ương 6 khoá XI) và Nghị quyết Trung ương 4 (khóa XI, XII) và",
        [
            ("Nghị quyết Trung ương 6 khoá XI", "resolution", None, None),
            ("Nghị quyết Trung ương 4 (khóa XI", "resolution", None, None),
            ("XII", "resolution", None, None),
        ],
    ),
    Row(
        "decree of the President of old",
        "Sắc lệnh số 22C/SL ngày 18/02/1946",
        [("Sắc lệnh số 22C/SL ngày 18/02/1946", "order", "22C/SL", "1946-02-18")],
    ),
    Row(
        "law whose number has blanks",
        "Luật Đất đai số  31  /2024/QH15",
        [("Luật Đất đai số  31  /2024/QH15", "law", "31/2024/QH15", None)],
    ),
    Row(
        "a law of no lawgiver",
        "theo Luật Nhà ở năm 2023 của Ủy ban nhân dân",
        [("Luật Nhà ở năm 2023", "law", None, "2023")],
    ),
    Row(
        "an unknown law that begins with a deed",
        "Luật Quản lý, sử dụng vũ khí và pháo ngày 29/6/2024; Luật Phòng, chống cháy rừng.",
        [
            ("Luật Quản lý, sử dụng vũ khí và pháo ngày 29/6/2024", "law", None, "2024-06-29"),
            ("Luật Phòng, chống cháy rừng", "law", None, None),
        ],
    ),
    Row(
        "a treaty over the end of a line",
        "Hiệp định Đối tác kinh tế \n Việt Nam và Các Tiểu vương quốc Ả-rập thống nhất; Hiệp định Chính phủ",
        [("Hiệp định Đối tác kinh tế \n Việt Nam và Các Tiểu vương quốc Ả-rập thống nhất", "other", None, None)],
    ),
    Row(
        "a treaty in capitals ends where they end",
        "HIỆP ĐỊNH VẬN TẢI ĐƯỜNG BỘ VIỆT NAM - LÀO Chính phủ nước",
        [("HIỆP ĐỊNH VẬN TẢI ĐƯỜNG BỘ VIỆT NAM - LÀO", "other", None, None)],
    ),
    Row("copies", "Số: 17/SY-VPCTN"),
]


@pytest.mark.parametrize("row", ROWS, ids=[r.reason for r in ROWS])
def test_forms(row: Row) -> None:
    text, cited, _ = read(row.words, place="Hải Phòng")
    quotes = [(text.place(c.start, c.end).quote, c.type, c.number, c.date) for c in cited]
    assert quotes == row.found


class Body(NamedTuple):
    words: str
    issuer: str | None
    where: tuple[str, str | None]
    system: str
    term: str | None = None


CENTRE = ("central", "trung ương")

BODIES = [
    Body(
        "Nghị quyết số 27-NQ/TW của Ban Chấp hành Trung ương Đảng khóa XIII về",
        "Ban Chấp hành Trung ương Đảng",
        CENTRE,
        "party",
        "XIII",
    ),
    Body(
        "Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương (khóa XII) về",
        "Ban Chấp hành Trung ương",
        CENTRE,
        "party",
        "XII",
    ),
    Body("Kết luận số 163-KL/TW của Bộ Chính trị, Ban Bí thư về", "Bộ Chính trị, Ban Bí thư", CENTRE, "party"),
    Body("Nghị quyết số 18-NQ/TW của Hội nghị Trung ương 6 khóa XII", "Hội nghị Trung ương 6", CENTRE, "party", "XII"),
    Body(
        "Nghị quyết số 8-NQ/TU của Ban Chấp hành Đảng bộ thành phố khóa XIV",
        "Ban Chấp hành Đảng bộ thành phố",
        ("provincial", "Hải Phòng"),
        "party",
        "XIV",
    ),
    Body("Kế hoạch số 321-KH/TU của Tỉnh ủy Nghệ An", "Tỉnh ủy Nghệ An", ("provincial", "Nghệ An"), "party"),
    Body("Quyết định số 5-QĐ/HU của Huyện ủy Vĩnh Bảo", "Huyện ủy Vĩnh Bảo", ("district", None), "party"),
    Body("Thông tư số 1/2020/TT-BTC của Bộ trưởng Bộ Tài chính hướng dẫn", "Bộ trưởng Bộ Tài chính", CENTRE, "state"),
    Body(
        "Thông tư số 1/2020/TT-BLĐTBXH của Bộ trưởng Bộ Lao động - Thương binh và Xã hội quy định",
        "Bộ trưởng Bộ Lao động - Thương binh và Xã hội",
        CENTRE,
        "state",
    ),
    Body(
        "Thông tư số 1/2020/TT-VPCP của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ hướng dẫn",
        "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
        CENTRE,
        "state",
    ),
    Body("Quyết định số 15/2021/QĐ-UBND của UBND tỉnh", "UBND tỉnh", ("provincial", "Hải Phòng"), "state"),
    Body("Quyết định số 15/2021/QĐ-UBND của UBND tỉnh Quy định", "UBND tỉnh", ("provincial", "Hải Phòng"), "state"),
    Body(
        "Nghị quyết số 9/2022/NQ-HĐND của Hội đồng nhân dân tỉnh Thừa Thiên Huế quy định",
        "Hội đồng nhân dân tỉnh Thừa Thiên Huế",
        ("provincial", "Thừa Thiên Huế"),
        "state",
    ),
    Body(
        "Quyết định số 5/QĐ-UBND của Chủ tịch UBND huyện Vĩnh Bảo",
        "Chủ tịch UBND huyện Vĩnh Bảo",
        ("district", "Hải Phòng"),
        "state",
    ),
    Body(
        "Báo cáo số 114/BC-BĐT của Ban Đô thị Hội đồng nhân dân Thành phố",
        "Ban Đô thị Hội đồng nhân dân Thành phố",
        ("provincial", "Hải Phòng"),
        "state",
    ),
    Body("công văn số 12/PTH-KTr2 của Thuế tỉnh Phú Thọ về", "Thuế tỉnh Phú Thọ", ("provincial", "Phú Thọ"), "state"),
    Body("theo đề nghị của Sở Nội vụ tại Tờ trình số 12/TTr-SNV", "Sở Nội vụ", ("provincial", "Hải Phòng"), "state"),
    Body("chỉ đạo của Thủ tướng Chính phủ tại Công văn số 104/VPCP-KSTT", None, CENTRE, "state"),
    Body(
        "đề nghị của Văn phòng Chính phủ tại Tờ trình số 104/TTr-VPCP",
        "Văn phòng Chính phủ",
        CENTRE,
        "state",
    ),
    Body("đề nghị của Sở Tài chính tại Văn bản số 12/STC-VP", "Sở Tài chính", ("provincial", "Hải Phòng"), "state"),
    Body("Quyết định số 5/QĐ-TTg", None, CENTRE, "state"),
    Body(
        "Nghị quyết số 01-NQ/ĐH của Đại hội đại biểu Đảng bộ tỉnh Nghệ An lần thứ XX về",
        "Đại hội đại biểu Đảng bộ tỉnh Nghệ An lần thứ XX",
        ("provincial", "Nghệ An"),
        "party",
    ),
    Body("Kết luận số 21-KL/TW Hội nghị Trung ương 4 khóa XIII về", "Hội nghị Trung ương 4", CENTRE, "party", "XIII"),
    Body("Kế hoạch số 02-KH/BCĐTW của Ban Chỉ đạo, gửi", "Ban Chỉ đạo", CENTRE, "party"),
]


@pytest.mark.parametrize("body", BODIES, ids=[b.words for b in BODIES])
def test_issuers(body: Body) -> None:
    _, cited, _ = read(body.words, place="Hải Phòng")
    c = cited[0]
    assert (c.issuer, (c.level, c.jurisdiction), c.system, c.term) == body[1:]


PINPOINTS = [
    ("theo quy định tại điểm d khoản 1 Điều 4 Nghị định số 5/2020/NĐ-CP", "điểm d khoản 1 Điều 4"),
    ("khoản 5, 6 và 8 Điều 76 của Luật Nhà ở", "khoản 5, 6 và 8 Điều 76"),
    ("khoản 1 Điều 15; các khoản 1, 2 Điều 18 Thông tư số 5/2020/TT-BTC", "khoản 1 Điều 15; các khoản 1, 2 Điều 18"),
    ("mục 3 Phụ lục II.8 và mục 2 Phụ lục VI.8 Quyết định số 8/QĐ-TTg", "mục 3 Phụ lục II.8 và mục 2 Phụ lục VI.8"),
    ("Điều 7, Quyết định số 601/QĐ-TTg", "Điều 7"),
    ("Mẫu II.7 Phụ lục II kèm theo Nghị định số 5/2020/NĐ-CP", "Mẫu II.7 Phụ lục II"),
    ("một số điều của Luật Nhà ở", None),
    ("quy định tại Điều 5. Nghị định số 5/2020/NĐ-CP", None),
]


@pytest.mark.parametrize(("words", "pinpoint"), PINPOINTS, ids=[p[0] for p in PINPOINTS])
def test_pinpoints(words: str, pinpoint: str | None) -> None:
    text, cited, _ = read(words)
    assert cited[0].pinpoint == pinpoint
    if pinpoint and cited[0].pinpoint_span:
        assert text.flat[slice(*cited[0].pinpoint_span)] == pinpoint


@pytest.mark.parametrize("behind", ["", ")", ",", ";", "”", "/", " -", ", bổ sung năm 2011)"])
@pytest.mark.parametrize("name", ["Điều lệ Đảng", "Nghị quyết Trung ương 6", "Nghị quyết Hội nghị Trung ương 4"])
def test_a_term_is_read_whatever_sign_follows(name: str, behind: str) -> None:
    _, (c,), _ = read(f"các văn kiện ({name} khoá XI{behind} và")
    _, (bracketed,), _ = read(f"các văn kiện, {name} (khoá XI{behind} và")
    assert c.name == f"{name} khóa XI"
    assert (c.term, bracketed.term) == ("XI", "XI")


def test_an_impossible_date_is_a_doubt_and_the_citation_stands() -> None:
    _, cited, doubts = read("Tờ trình số 12/TTr-SNV ngày 30/02/2025 của Sở Nội vụ")
    assert [(c.number, c.date) for c in cited] == [("12/TTr-SNV", None)]
    assert [d.kind for d in doubts] == ["date"]


def test_a_subject_follows_but_is_no_part_of_the_span() -> None:
    text, cited, _ = read("Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học; và")
    assert cited[0].subject is not None
    assert text.flat[slice(*cited[0].subject)] == "về đột phá phát triển khoa học" == cited[0].title
    assert cited[0].end < cited[0].subject[0]


def test_a_pinpoint_says_something_else_than_a_title() -> None:
    _, cited, _ = read("Điều 5 Nghị định số 5/2020/NĐ-CP quy định về hồ sơ đăng ký doanh nghiệp;")
    assert cited[0].subject is None


def test_decomposed_letters_are_read_and_placed_in_the_raw_text() -> None:
    import unicodedata

    raw = unicodedata.normalize("NFD", "Theo tinh thần Nghị quyết số 27-NQ/TW, ngày 09/11/2022 của Bộ Chính trị về")
    tree = segment(Text(raw))
    own, _ = header(tree)
    (cited,), _ = documents(tree, own)
    place = tree.text.place(cited.start, cited.end)
    assert raw[place.start : place.end] == place.quote
    assert unicodedata.normalize("NFC", place.quote) == "Nghị quyết số 27-NQ/TW, ngày 09/11/2022 của Bộ Chính trị"
    assert cited.number == "27-NQ/TW"


def test_a_phrase_without_its_comma_needs_a_blank() -> None:
    names = Lexicon([("Thi đua, khen thưởng", 1)])
    assert names.at("thi đua khen thưởng", 0) == (19, 1)
    assert names.at("thi đuakhen thưởng", 0) is None
