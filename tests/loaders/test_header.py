"""What a document says of itself, in the layouts that printers, gazettes and web pages give it."""

from __future__ import annotations

import pytest

from loaders.found import Own
from loaders.header import header
from loaders.mentions.documents.documents import documents
from loaders.segment import Tree, segment
from loaders.text import Text

PAGE = """|
**ỦY BAN NHÂN DÂN**
TỈNH NGHỆ AN
-------
|
**CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
---------------
|
|
Số: 15/QĐ-UBND
|
*Nghệ An, ngày 26
tháng 11 năm 2025*
|

**QUYẾT ĐỊNH**

VỀ VIỆC GIAO NHIỆM VỤ

**ỦY BAN NHÂN DÂN TỈNH NGHỆ AN**

*Căn cứ Luật Đất đai số 31/2024/QH15;*

*Theo đề nghị của Sở Tài chính.*

**QUYẾT ĐỊNH:**

**Điều 1.** Giao Sở Tài chính làm.

**Điều 2.** Quyết định này có hiệu lực kể từ ngày ký./.
|
Nơi nhận:
- Như Điều 2;
- Bộ Tài chính (để b/c);
- Lưu: VT.
|
**TM. ỦY BAN
NHÂN DÂN**
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
**Bùi Thanh
An**
|

PHỤ LỤC
(Kèm theo Quyết định số 15/QĐ-UBND ngày 26/11/2025 của UBND tỉnh Nghệ An)
"""

GAZETTE = """
2
CÔNG BÁO/Số 1053 + 1054/Ngày 23-12-2021

VĂN BẢN QUY PHẠM PHÁP LUẬT

CHÍNH PHỦ

CHÍNH PHỦ

Số: 112/2021/NĐ-CP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hà Nội, ngày 10 tháng 12 năm 2021
NGHỊ ĐỊNH
Quy định chi tiết một số điều của Luật Nhà ở

Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
Chính phủ ban hành Nghị định quy định chi tiết một số điều của Luật Nhà ở.

Chương I
NHỮNG QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định về nhà ở.

TM. CHÍNH PHỦ
KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG

Lê Văn Thành

Phụ lục I
Nơi nhận:
- Như trên;
"""

COLUMNS = """ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
 TỈNH LÀO CAI                             Độc lập - Tự do - Hạnh phúc

Số: 16 /2026/QĐ-UBND                   Lào Cai, ngày 25 tháng 02 năm 2026

                            QUYẾT ĐỊNH
   Ban hành Quy chế

     Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Điều 1. Ban hành Quy chế.
"""

PARTY = """BAN CHẤP HÀNH TRUNG ƯƠNG
*
Số 06-HD/TW

ĐẢNG CỘNG SẢN VIỆT NAM
--------------Hà Nội, ngày 09 tháng 6 năm 2025

HƯỚNG DẪN
THI HÀNH ĐIỀU LỆ ĐẢNG
- Căn cứ Điều lệ Đảng,
Ban Bí thư hướng dẫn một số vấn đề như sau:
1. Tuổi đời của người vào Đảng.

T/M BAN BÍ THƯ
Nơi nhận:
- Các tỉnh ủy, thành ủy,
- Lưu Văn phòng Trung ương Đảng.

Trần Cẩm Tú
"""

LETTER = """|
BỘ TÀI CHÍNH
**CỤC THUẾ**
-------
|
**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**
|
|
Số: 5388/CT-CS
*V/v chính sách thuế*
|
*Hà Nội, ng**ày 20 tháng 11 năm 2025 *
|
**Kính gửi:** Thuế tỉnh Phú Thọ.
Cục Thuế có ý kiến như sau:
1. Về thuế.
|
Nơi nhận:
- Như trên;
|
**TL. CỤC TRƯỞNG**
TRƯỞNG BAN
Phạm Thị Minh Hiền
|
"""

UNNUMBERED = """KẾT LUẬN
HỘI NGHỊ THÀNH ỦY LẦN THỨ 13, KHÓA XVI

Thực hiện Chương trình công tác, Ban Chấp hành Đảng bộ thành phố tổ chức Hội nghị vào ngày 19/10/2023. Sau khi
thảo luận, Thành uỷ kết luận:

I. KẾT QUẢ

1. Thành phố Hải Phòng phát triển; thành phố Hải Phòng đổi mới.

Nơi nhận:

- Các ban Thành ủy,

Lê Tiến Châu
"""

CONSOLIDATED = """CÔNG BÁO/Số 288/Ngày 29-05-2026
22

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
THÔNG TƯ1
Quy định giao dịch cổ phiếu

Thông tư số 120/2020/TT-BTC ngày 31 tháng 12 năm 2020 của Bộ trưởng Bộ Tài chính quy định giao dịch cổ phiếu, có hiệu
lực kể từ ngày 15 tháng 2 năm 2021 được sửa đổi, bổ sung bởi:
Thông tư số 68/2024/TT-BTC ngày 18 tháng 9 năm 2024 của Bộ trưởng Bộ Tài chính.
Điều 1. Phạm vi điều chỉnh

BỘ TÀI CHÍNH
Số: 08/VBHN-BTC

XÁC THỰC VĂN BẢN HỢP NHẤT
Hà Nội, ngày 17 tháng 4 năm 2026
"""

SCRAPED = """**QUYẾT ĐỊNH**

BAN HÀNH QUY CHẾ LƯU TRỮ

**BỘ TRƯỞNG BỘ TÀI CHÍNH**

*Căn cứ Luật Lưu trữ số 33/2024/QH15;*

**QUYẾT ĐỊNH:**

**Điều 1.** Ban hành kèm theo Quyết định này Quy chế lưu trữ.

**QUY CHẾ**
*(Kèm theo Quyết định số 3999/QĐ-BTC ngày 28 tháng 11 năm 2025 của Bộ Tài chính)*
"""

TEXTS = [
    (PAGE, "decision", "15/QĐ-UBND", "2025-11-26", "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN", "Bùi Thanh An", "Nghệ An"),
    (GAZETTE, "decree", "112/2021/NĐ-CP", "2021-12-10", "CHÍNH PHỦ", "Lê Văn Thành", "trung ương"),
    (COLUMNS, "decision", "16/2026/QĐ-UBND", "2026-02-25", "ỦY BAN NHÂN DÂN TỈNH LÀO CAI", None, "Lào Cai"),
    (PARTY, "guidance", "06-HD/TW", "2025-06-09", "Ban Bí thư", "Trần Cẩm Tú", "trung ương"),
    (LETTER, "letter", "5388/CT-CS", "2025-11-20", "CỤC THUẾ", "Phạm Thị Minh Hiền", "trung ương"),
    (UNNUMBERED, "conclusion", None, None, "Thành ủy", "Lê Tiến Châu", "Hải Phòng"),
    (CONSOLIDATED, "consolidated", "08/VBHN-BTC", "2026-04-17", "BỘ TÀI CHÍNH", None, "trung ương"),
    (SCRAPED, "decision", "3999/QĐ-BTC", "2025-11-28", "BỘ TRƯỞNG BỘ TÀI CHÍNH", None, "trung ương"),
]
NAMES = ["web page", "gazette", "two columns", "Party", "letter", "unnumbered", "consolidated", "scraped"]


def read(raw: str) -> tuple[Tree, Own]:
    tree = segment(Text(raw))
    own, _ = header(tree)
    return tree, own


@pytest.mark.parametrize(("raw", "kind", "number", "date", "issuer", "signer", "place"), TEXTS, ids=NAMES)
def test_layouts(
    raw: str, kind: str, number: str | None, date: str | None, issuer: str, signer: str | None, place: str
) -> None:
    _, own = read(raw)
    c = own.cited
    assert (c.type, c.number, c.date, c.signer, c.jurisdiction) == (kind, number, date, signer, place)
    assert (c.issuer or "").lower() == issuer.lower()


def test_the_body_lies_between_the_grounds_and_the_signature() -> None:
    tree, own = read(PAGE)
    flat = tree.text.flat
    assert flat[slice(*own.preamble)].lstrip().startswith("QUYẾT ĐỊNH")
    assert flat[: own.opens].rstrip().endswith("QUYẾT ĐỊNH:")
    assert flat[own.opens :].lstrip().startswith("Điều 1")
    assert flat[own.closes :].startswith("Nơi nhận:")


def test_recipients_are_told_but_for_the_file_copy() -> None:
    tree, own = read(PAGE)
    assert [tree.text.flat[s:e] for s, e in own.recipients] == ["Như Điều 2", "Bộ Tài chính (để b/c)"]


def test_the_gazette_leaves_recipients_out_and_a_form_has_its_own() -> None:
    tree, own = read(GAZETTE)
    assert tree.text.flat[own.closes :].startswith("TM. CHÍNH PHỦ")
    assert own.recipients == []


def test_an_unnumbered_conclusion_is_known_by_its_meeting() -> None:
    _, own = read(UNNUMBERED)
    assert (own.cited.held, own.cited.term, own.cited.title) == (
        "2023-10-19",
        "XVI",
        "HỘI NGHỊ THÀNH ỦY LẦN THỨ 13, KHÓA XVI",
    )


def test_a_notice_carries_the_conclusion_and_is_issued_by_who_sends_it() -> None:
    _, own = read(
        "VĂN PHÒNG CHÍNH PHỦ\nSố: 631/TB-VPCP\nHà Nội, ngày 19 tháng 11 năm 2025\nTHÔNG BÁO\n"
        "KẾT LUẬN CỦA PHÓ THỦ TƯỚNG\n\n"
        "Ngày 17 tháng 11 năm 2025, Phó Thủ tướng kết luận như sau:\n1. Việc."
    )
    assert (own.cited.type, own.cited.carries, own.cited.held) == ("notice", "conclusion", "2025-11-17")
    assert own.cited.issuer == "VĂN PHÒNG CHÍNH PHỦ"


def test_a_letter_says_what_it_regards() -> None:
    _, own = read(LETTER)
    assert own.cited.title == "chính sách thuế"


@pytest.mark.parametrize("stamp", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_a_stamp_of_secrecy_is_seen(stamp: str) -> None:
    _, own = read(f"{stamp}\n{PARTY}")
    assert own.cited.secrecy == stamp


def test_words_about_secrets_are_no_stamp() -> None:
    _, own = read(PAGE.replace("VỀ VIỆC GIAO NHIỆM VỤ", "VỀ BẢO VỆ BÍ MẬT NHÀ NƯỚC"))
    assert own.cited.secrecy is None


@pytest.mark.parametrize("raw", [PAGE, SCRAPED])
def test_its_own_number_is_no_citation(raw: str) -> None:
    tree, own = read(raw)
    cited, _ = documents(tree, own)
    assert own.cited.number not in {c.number for c in cited}
    assert len(cited) == 1


def test_another_document_of_its_number_is_a_citation() -> None:
    tree, own = read(PAGE.replace("Giao Sở Tài chính làm.", "Thay thế Quyết định số 15/QĐ-UBND ngày 03/01/2024."))
    cited, _ = documents(tree, own)
    assert ("15/QĐ-UBND", "2024-01-03") in {(c.number, c.date) for c in cited}


def test_in_a_consolidated_text_what_it_consolidates_is_cited() -> None:
    tree, own = read(CONSOLIDATED)
    cited, _ = documents(tree, own)
    assert [c.number for c in cited] == ["120/2020/TT-BTC", "68/2024/TT-BTC"]


@pytest.mark.parametrize(
    "raw", ["", " ", "\n|\n", "Số:", "QUYẾT ĐỊNH", "Nơi nhận:", "Hà Nội, ngày 45 tháng 13 năm 2025\nLUẬT"]
)
def test_scraps_are_read_without_complaint(raw: str) -> None:
    tree, own = read(raw)
    assert documents(tree, own)[0] == []


def test_a_header_on_one_line_is_read() -> None:
    _, own = read(
        "CHÍNH PHỦ_______ Số: 171/2025/NĐ-CP | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM_________________ Hà Nội, ngày 30 "
        "tháng 6 năm 2025\n\n**NGHỊ ĐỊNH**\n\n**Quy định về đào tạo**\n\nĐiều 1. Phạm vi\n"
    )
    assert (own.cited.number, own.cited.date) == ("171/2025/NĐ-CP", "2025-06-30")


def test_a_letter_with_an_annex_is_a_letter() -> None:
    tree, own = read(
        "**Kính\ngửi:** Các bộ\n\nĐề nghị các bộ thực hiện như sau:\n\n1. Gửi báo cáo.\n|\nNơi nhận:\n- Như trên;\n|\n"
        "**TL. BỘ TRƯỞNG**\nCỤC TRƯỞNG\n**Trần Duy Ninh**\n|\n\n**PHỤ LỤC**\n\nHƯỚNG DẪN\nVIỆC SỐ HÓA\n"
    )
    assert (own.cited.type, own.cited.signer) == ("letter", "Trần Duy Ninh")
    assert tree.text.flat[own.closes :].startswith("Nơi nhận")


def test_what_a_letter_regards_is_no_item_of_its_body() -> None:
    tree, own = read(LETTER.replace("**Kính gửi:** Thuế tỉnh Phú Thọ.\n", ""))
    assert own.cited.date == "2025-11-20"
    assert tree.text.flat[own.opens :].lstrip().startswith("1. Về thuế")


PROGRAMME = """THÀNH ỦY HẢI PHÒNG
*
Số 46-CTr/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Hải Phòng, ngày 20 tháng 02 năm 2023

CHƯƠNG TRÌNH HÀNH ĐỘNG
của Ban Thường vụ Thành ủy thực hiện Nghị quyết số 27-NQ/TW

Thực hiện Nghị quyết, Ban Thường vụ Thành ủy xây dựng Chương trình hành động như sau:
I. MỤC ĐÍCH

T/M BAN THƯỜNG VỤ
BÍ THƯ

(Đã ký)

Lê Tiến Châu

Nơi nhận:
- Bộ Chính trị (để b/c),
- Lưu Văn phòng Thành ủy.
"""


def test_a_board_is_told_with_its_committee_and_recipients_may_follow_the_signature() -> None:
    tree, own = read(PROGRAMME)
    assert (own.cited.type, own.cited.issuer) == ("programme", "Ban Thường vụ Thành ủy")
    assert [tree.text.flat[s:e] for s, e in own.recipients] == ["Bộ Chính trị (để b/c)"]


def test_a_party_committee_under_another_is_told_by_its_whole_name() -> None:
    _, own = read(
        "ĐẢNG ỦY CHÍNH PHỦ\nĐẢNG ỦY BỘ XÂY DỰNG\n*\nSố 45-NQ/ĐU\nHà Nội, ngày 3 tháng 4 năm 2025\nNGHỊ QUYẾT\n"
        "về nhà ở\n1. Việc.\nT/M ĐẢNG ỦY\nBÍ THƯ\nTrần Hồng Minh\n"
    )
    assert own.cited.issuer == "ĐẢNG ỦY BỘ XÂY DỰNG"


def test_a_district_is_of_the_province_that_the_letter_head_names() -> None:
    _, own = read(
        "ĐẢNG BỘ TỈNH NGHỆ AN\nHUYỆN ỦY ĐÔ LƯƠNG\n*\nSố 12-KH/HU\nĐô Lương, ngày 3 tháng 4 năm 2024\nKẾ HOẠCH\n"
        "thực hiện\nBan Thường vụ Huyện ủy ban hành Kế hoạch như sau:\n"
        "1. Mục đích\nTM. BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nNguyễn Văn An\n"
    )
    assert (own.cited.level, own.cited.jurisdiction) == ("district", "Nghệ An")


def test_the_body_below_a_title_is_no_part_of_it() -> None:
    _, own = read(
        "Số: 12/2024/NQ-HĐND\nHải Phòng, ngày 19 tháng 7 năm 2024\nNGHỊ QUYẾT\nQuy định chính sách\n"
        "HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ HẢI PHÒNG\nKHÓA XVI\nCăn cứ Luật Nhà ở;\nQUYẾT NGHỊ:\nĐiều 1. Việc\n"
    )
    assert own.cited.title == "Quy định chính sách"


def test_a_title_in_capitals_ends_where_a_sentence_in_ordinary_letters_begins() -> None:
    shouted = "VỀ VIỆC CHẤN CHỈNH QUẢN LÝ\nBẾN ĐÒ NGANG"
    body = "Trong thời gian qua, các bến đò ngang " + "đã góp phần phát triển giao thông, " * 25 + "song còn bất cập."
    _, own = read(f"THỦ TƯỚNG CHÍNH PHỦ\nSố: 7/CT-TTg\n\u00a0\nCHỈ THỊ\n{shouted}\n{body}\n1. Bộ Xây dựng:\n")
    assert own.cited.title == "VỀ VIỆC CHẤN CHỈNH QUẢN LÝ BẾN ĐÒ NGANG"
    _, own = read("Số: 7/CT-TTg\nCHỈ THỊ\nvề việc quản lý bến đò\nTrên sông Hồng\n\n1. Bộ Xây dựng:\n")
    assert own.cited.title == "về việc quản lý bến đò Trên sông Hồng"


def test_what_a_letter_regards_ends_with_its_lines() -> None:
    _, own = read(
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\nSố: 1234/UBND-KSTTHC\nV/v triển khai Nghị quyết\nsố 66/NQ-CP\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHải Phòng, ngày 3 tháng 4 năm 2025\nKính gửi:\n- Các sở;\n"
    )
    assert own.cited.title == "triển khai Nghị quyết số 66/NQ-CP"
