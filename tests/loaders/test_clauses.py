"""Who has which part in a clause: each row a body of a document, who is told something, and how its words begin."""

from __future__ import annotations

import pytest
from told import HELP, LEAD, Row, tasks

ROWS = [
    Row(
        "what is done by what is known is one task",
        "plan",
        "1. Sở Tài chính căn cứ tình hình thực tế để quyết định mức phí đò, bảo đảm không vượt mức tối đa.\n",
        [("Sở Tài chính", LEAD, "căn cứ tình hình thực tế")],
    ),
    Row(
        "semicolons inside a list of partners part nothing",
        "plan",
        "1. Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính; cơ quan, đơn vị có liên quan rà soát các bến đò.\n",
        [
            ("Sở Xây dựng", LEAD, "rà soát"),
            ("Sở Tài chính", HELP, "rà soát"),
            ("cơ quan, đơn vị có liên quan", HELP, "rà soát"),
        ],
    ),
    Row(
        "who works with the issuer helps, and the issuer has no task",
        "letter",
        "Cục Thuế đề nghị Thuế tỉnh Lào Cai chủ động phối hợp với Cục Thuế trong quá trình thu phí đò ngang.\n",
        [("Thuế tỉnh Lào Cai", HELP, "chủ động phối hợp")],
    ),
    Row(
        "to share work out among bodies below is to have it done by them",
        "directive",
        "1. Giao Ủy ban nhân dân tỉnh Lào Cai phân công rõ trách nhiệm cho các cơ quan liên quan kịp thời sửa bến.\n",
        [
            ("Ủy ban nhân dân tỉnh Lào Cai", LEAD, "phân công rõ"),
            ("các cơ quan liên quan", LEAD, "kịp thời sửa"),
        ],
    ),
    Row(
        "who watches and gathers",
        "plan",
        "1. Sở Xây dựng rà soát các bến đò, gửi Sở Tài chính để theo dõi, tổng hợp chung.\n",
        [("Sở Xây dựng", LEAD, "rà soát"), ("Sở Tài chính", LEAD, "theo dõi, tổng hợp")],
    ),
    Row(
        "who gathers, though nobody is named who sends",
        "plan",
        "1. Hồ sơ về các bến đò gửi về Sở Xây dựng (qua Phòng Bến đò) trước ngày 31/8/2025 để tổng hợp, thẩm định.\n",
        [("Sở Xây dựng", LEAD, "tổng hợp, thẩm định")],
    ),
    Row(
        "what was sent is history",
        "plan",
        "1. Hồ sơ về các bến đò các xã đã gửi Sở Xây dựng để tổng hợp.\n",
        [],
    ),
    Row(
        "helping, then something of one's own",
        "plan",
        "1. Các sở, ngành phối hợp cung cấp thông tin về bến đò; gửi danh mục bến đò cho các xã.\n",
        [("Các sở, ngành", HELP, "phối hợp cung cấp"), ("Các sở, ngành", LEAD, "gửi danh mục")],
    ),
    Row(
        "who work together closely lead together",
        "plan",
        "1. Sở Xây dựng, Sở Tài chính phối hợp chặt chẽ, tiếp tục rà soát các bến đò.\n",
        [("Sở Xây dựng", LEAD, "phối hợp chặt chẽ"), ("Sở Tài chính", LEAD, "phối hợp chặt chẽ")],
    ),
    Row(
        "a board shares its work out",
        "plan",
        "1. Ban Chỉ đạo phân công từng thành viên chịu trách nhiệm đôn đốc các xã sửa bến đò.\n",
        [("từng thành viên", LEAD, "chịu trách nhiệm đôn đốc")],
    ),
    Row(
        "a class in small letters is told something where it is bound",
        "directive",
        "1. Sở Xây dựng:\n"
        "a) Trường hợp các đơn vị có ý kiến khác nhau, cơ quan chủ trì có trách nhiệm làm rõ nội dung về bến đò.\n",
        [("cơ quan chủ trì", LEAD, "có trách nhiệm")],
    ),
    Row(
        "a task behind its partners begins at its verb",
        "plan",
        "1. Sở Xây dựng phối hợp với Sở Tài chính để rà soát các bến đò.\n"
        "2. Sở Nội vụ phối hợp với Sở Y tế trong việc sửa chữa các bến đò.\n",
        [
            ("Sở Xây dựng", LEAD, "rà soát"),
            ("Sở Tài chính", HELP, "rà soát"),
            ("Sở Nội vụ", LEAD, "sửa chữa"),
            ("Sở Y tế", HELP, "sửa chữa"),
        ],
    ),
    Row(
        "a task begins behind an aside with commas of its own",
        "plan",
        "1. Các sở, ngành trong phạm vi nhiệm vụ, quyền hạn của mình, rà soát việc sửa chữa các bến đò.\n",
        [("Các sở, ngành", LEAD, "rà soát")],
    ),
    Row(
        "a condition orders nothing",
        "plan",
        "1. Trường hợp đề nghị Sở Xây dựng chuyển hồ sơ bến đò thì hồ sơ phải đủ thành phần.\n",
        [],
    ),
    Row(
        "what may be handed over some day is handed over to nobody",
        "plan",
        "1. Ủy quyền cho Sở Xây dựng giải quyết các công việc về bến đò khi cần thiết.\n",
        [],
    ),
    Row(
        "holders of a post are no public",
        "plan",
        "1. Người đứng đầu cơ quan, tổ chức quyết định việc đóng bến đò thuộc thẩm quyền quản lý.\n",
        [("Người đứng đầu cơ quan, tổ chức", LEAD, "quyết định")],
    ),
    Row(
        "who is named where a plan says what it demands is told something",
        "plan",
        "2. Yêu cầu\n"
        "- Bảo đảm các bến đò đồng bộ, doanh nghiệp giữ vai trò chủ động.\n"
        "- Các sở, ngành triển khai các bến đò thống nhất, đồng bộ.\n",
        [("Các sở, ngành", LEAD, "triển khai")],
    ),
    Row(
        "a second body that is bound in the same sentence",
        "plan",
        "1. Sở Xây dựng có trách nhiệm rà soát các bến đò, người đứng đầu đơn vị hoàn toàn chịu trách nhiệm về bến.\n",
        [("Sở Xây dựng", LEAD, "có trách nhiệm"), ("người đứng đầu đơn vị", LEAD, "hoàn toàn chịu")],
    ),
    Row(
        "commas inside a class part no second body from it",
        "plan",
        "1. Giao Sở Xây dựng, phối hợp các sở và các địa phương, đơn vị liên quan có trách nhiệm rà soát các bến đò.\n",
        [
            ("Sở Xây dựng", LEAD, "có trách nhiệm"),
            ("các sở và các địa phương, đơn vị liên quan", HELP, "có trách nhiệm"),
        ],
    ),
    Row(
        "under a list that a letter's order rules who is named is told something",
        "letter",
        "Cục Thuế yêu cầu Thuế tỉnh Lào Cai thực hiện một số nội dung sau:\n"
        "- Cấp ủy, chính quyền địa phương xác định thu phí đò là nhiệm vụ trọng tâm.\n",
        [("Cấp ủy, chính quyền địa phương", LEAD, "xác định")],
    ),
    # --- the first verb
    Row(
        "how often stands in front of the first of several verbs",
        "plan",
        "1. Sở Y tế định kỳ kiểm tra, đánh giá các bến đò.\n",
        [("Sở Y tế", LEAD, "kiểm tra, đánh giá")],
    ),
    Row(
        "how often, with its months",
        "plan",
        "1. Sở Y tế định kỳ 06 tháng kiểm tra, đánh giá các bến đò.\n",
        [("Sở Y tế", LEAD, "kiểm tra, đánh giá")],
    ),
    Row(
        "how often, with brackets",
        "plan",
        "1. Sở Y tế định kỳ (hằng quý) kiểm tra, đánh giá các bến đò.\n",
        [("Sở Y tế", LEAD, "kiểm tra, đánh giá")],
    ),
    Row(
        "how often, twice",
        "plan",
        "1. Sở Y tế hằng năm và định kỳ báo cáo Ủy ban nhân dân tỉnh trước ngày 20/11.\n",
        [("Sở Y tế", LEAD, "báo cáo Ủy ban")],
    ),
    Row(
        "verbs in a row behind what they rest on",
        "plan",
        "1. Sở Nội vụ căn cứ hướng dẫn của Bộ Nội vụ tổ chức rà soát, đánh giá và xếp hạng các bến đò.\n",
        [("Sở Nội vụ", LEAD, "tổ chức rà soát, đánh giá")],
    ),
    Row(
        "a plan of organising is what a task rests on, and no task",
        "plan",
        "1. Sở Nội vụ căn cứ Kế hoạch tổ chức thực hiện, rà soát các bến đò.\n",
        [("Sở Nội vụ", LEAD, "rà soát các bến")],
    ),
    Row(
        "the doer stands behind the comma of an aside that names another",
        "directive",
        "1. Trên cơ sở đề xuất của Bộ KH&CN, Bộ Tài chính tổng hợp, trình Thủ tướng Chính phủ phương án bến đò.\n",
        [("Bộ Tài chính", LEAD, "tổng hợp, trình")],
    ),
    # --- where a list of partners ends
    Row(
        "a short name in capitals shares the class of the one before it",
        "plan",
        "1. Bộ Công an chủ trì, phối hợp với Tập đoàn FPT, CMC khẩn trương rà soát các bến đò.\n",
        [
            ("Bộ Công an", LEAD, "khẩn trương rà soát"),
            ("Tập đoàn FPT", HELP, "khẩn trương rà soát"),
            ("CMC", HELP, "khẩn trương rà soát"),
        ],
    ),
    Row(
        "the dots of a list cut short are no part of the task",
        "plan",
        "1. Sở Y tế chủ trì, phối hợp với Ban Quản lý các Khu công nghiệp… nắm tình hình bến đò.\n",
        [("Sở Y tế", LEAD, "nắm tình hình"), ("Ban Quản lý các Khu công nghiệp", HELP, "nắm tình hình")],
    ),
    Row(
        "a preposition in front of a verb is no part of a name",
        "plan",
        "1. Sở Y tế chủ trì, phối hợp với các sở, ban, ngành liên quan trong triển khai các bến đò.\n",
        [("Sở Y tế", LEAD, "triển khai các"), ("các sở, ban, ngành liên quan", HELP, "triển khai các")],
    ),
    # --- numbers inside a sentence
    Row(
        "numbered doers behind a topic that begins with a verb",
        "directive",
        "1. **Khẩn trương xây dựng chiến lược bến đò:** **(1)** Thanh tra Chính phủ ban hành trước ngày 25 tháng 11;"
        " **(2)** Bộ Y tế rà soát các bến đò.\n",
        [("Thanh tra Chính phủ", LEAD, "ban hành trước"), ("Bộ Y tế", LEAD, "rà soát các")],
    ),
    Row(
        "a number that counts things lists no tasks",
        "directive",
        "a) Bộ Công an: **(1)** Rà soát các bến đò; **(2)** Xây dựng bến đò với 03 chức năng chính: **(i)** Chở khách;"
        " **(ii)** Thực hiện việc bán vé; **(iii)** Ví điện tử; **(3)** Báo cáo kết quả sửa bến đò.\n",
        [
            ("Bộ Công an", LEAD, "Rà soát các"),
            ("Bộ Công an", LEAD, "Xây dựng bến"),
            ("Bộ Công an", LEAD, "Báo cáo kết"),
        ],
    ),
    Row(
        "... but one that counts tasks does",
        "directive",
        "a) Bộ Công an: **(1)** Thực hiện 02 nhiệm vụ: **(i)** Rà soát các bến đò; **(ii)** Báo cáo kết quả sửa bến.\n",
        [("Bộ Công an", LEAD, "Thực hiện 02"), ("Bộ Công an", LEAD, "Báo cáo kết")],
    ),
    # --- cells of a table
    Row(
        "partners at the beginning of a cell help who stands in the row",
        "plan",
        "| STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n|---|---|---|---|\n"
        "| 1 | Chủ trì, phối hợp với Bộ Nội vụ và các xã xây dựng kế hoạch bến đò | Sở Y tế | 10/10/2025 |\n"
        "| 2 | Rà soát các bến đò | Sở Văn hoá Thể thao du lịch | 10/10/2025 |\n",
        [
            ("Sở Y tế", LEAD, "xây dựng kế hoạch"),
            ("Bộ Nội vụ", HELP, "xây dựng kế hoạch"),
            ("các xã", HELP, "xây dựng kế hoạch"),
            ("Sở Văn hóa Thể thao du lịch", LEAD, "Rà soát các"),
        ],
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r.reason)
def test_parts(row: Row) -> None:
    found = tasks(row.kind, row.body)
    told = [(d.actor.name if d.actor else "", d.role, found.words(d)) for d in found.duties]
    assert [t[:2] for t in told] == [t[:2] for t in row.told]
    assert [words for *_, words in told if not any(words.startswith(w) for *_, w in row.told)] == []


@pytest.mark.parametrize(
    ("reason", "kind", "body", "modes"),
    [
        (
            "bound behind an aside",
            "plan",
            "1. Các sở trong phạm vi nhiệm vụ, quyền hạn của mình chịu trách nhiệm sửa chữa các bến đò.\n",
            ["require"],
        ),
        (
            "who is named again has the mode of the order above",
            "directive",
            "1. Yêu cầu các Bộ: Xây dựng, Tài chính thực hiện các nhiệm vụ sau:\n"
            "a) Bộ Xây dựng rà soát các bến đò.\n"
            "b) Bộ Tài chính bố trí kinh phí sửa bến đò.\n",
            ["require", "require"],
        ),
        (
            "an opening that ends in items of its own rules the sections behind it",
            "directive",
            "Trong năm qua đã có hai việc sau:\n\n(1) sửa 9 bến đò.\n\n(2) mở 3 bến đò.\n\n"
            "Thủ tướng Chính phủ yêu cầu các bộ, ngành thực hiện các nhiệm vụ sau:\n\n"
            "I. VỀ BẾN ĐÒ\n\n1. Bộ Xây dựng rà soát các bến đò.\n",
            ["require"],
        ),
    ],
)
def test_modes(reason: str, kind: str, body: str, modes: list[str]) -> None:
    assert [d.mode for d in tasks(kind, body).duties] == modes, reason
