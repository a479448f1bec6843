"""Which passages give tasks, and whose they are: each row a ruling, a document's body, and the entries it gives."""

from __future__ import annotations

import pytest
from told import HELP, LEAD, Row, tasks

ROWS = [
    # --- rules of the Party
    Row(
        "rules of the Party speak to its own bodies",
        "regulation",
        "Điều 1. Bến đò\n1. Bộ Chính trị quyết định mức phí của các bến đò ngang.\n"
        "2. Ban Tổ chức Trung ương có nhiệm vụ hướng dẫn việc mặc áo phao.\n",
        [("Bộ Chính trị", LEAD, "implicit"), ("Ban Tổ chức Trung ương", LEAD, "require")],
    ),
    Row(
        "those of the State do not",
        "decree",
        "Điều 1. Bến đò\n1. Bộ Xây dựng quyết định mức phí của các bến đò ngang.\n",
        [],
    ),
    Row(
        "rules that the Party annexes to a decision speak as its own do",
        "party",
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế bến đò của Đảng.\n\nNơi nhận:\n- Như Điều 1.\n\n"
        "TRƯỞNG BAN\nLò Văn Thử\n\nQUY CHẾ\nBẾN ĐÒ CỦA ĐẢNG\n(Kèm theo Quyết định số 77-QĐ/BTCTW)\n\n"
        "Điều 1. Bến đò\n1. Văn phòng tỉnh ủy, thành ủy hướng dẫn việc mặc áo phao.\n",
        [("Văn phòng tỉnh ủy, thành ủy", LEAD, "implicit")],
    ),
    # --- a board's rules of working
    Row(
        "rules of working tell their members something where they bind them",
        "board",
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Ban Chỉ đạo Bến đò.\n\n"
        "Nơi nhận:\n- Như Điều 1;\n- Lưu: VT.\n\nTRƯỞNG BAN\nLò Văn Thử\n\nQUY CHẾ\nLÀM VIỆC CỦA BAN CHỈ ĐẠO BẾN ĐÒ\n"
        "(Kèm theo Quyết định số 77/QĐ-BCĐ)\n\n"
        "Điều 1. Nguyên tắc làm việc\n1. Ban Chỉ đạo họp hai tháng một lần.\n"
        "2. Các Ủy viên có trách nhiệm tham dự các cuộc họp của Ban Chỉ đạo.\n"
        "3. Cơ quan thường trực trao đổi bằng văn bản.\n"
        "Điều 2. Trách nhiệm của Trưởng ban\n1. Quyết định mức phí của các bến đò ngang.\n"
        "Điều 3. Trách nhiệm của Cơ quan thường trực\n1. Rà soát các bến đò ngang trên sông.\n",
        [("Các Ủy viên", LEAD, "require"), ("Cơ quan thường trực", LEAD, "require")],
    ),
    # --- sentences that only announce
    Row(
        "they rule what follows among aims too",
        "plan",
        "I. MỤC TIÊU\nCăn cứ tình hình thực tế, các đơn vị thực hiện các hoạt động sau:\n- Rà soát các bến đò ngang.\n",
        [("các đơn vị", LEAD, "require")],
    ),
    Row(
        "who is to direct another who does what follows",
        "plan",
        "1. Sở Xây dựng chỉ đạo Chi cục Đường thủy thực hiện các nội dung sau:\n- Rà soát các bến đò ngang.\n",
        [("Sở Xây dựng", LEAD, "implicit"), ("Chi cục Đường thủy", LEAD, "implicit")],
    ),
    Row(
        "doers in front of a sentence that only announces",
        "plan",
        "1. Các xã, phường theo chức năng, nhiệm vụ triển khai thực hiện những nội dung sau:\n"
        "a) Rà soát các bến đò ngang.\nb) Hướng dẫn mặc áo phao.\n"
        "2. Các trạm y tế trong phạm vi nhiệm vụ, quyền hạn của mình có trách nhiệm:\na) Bố trí thuốc tại bến đò.\n",
        [
            ("Các xã, phường", LEAD, "require"),
            ("Các xã, phường", LEAD, "require"),
            ("Các trạm y tế", LEAD, "require"),
        ],
    ),
    Row(
        "a paragraph under a doer that only says with whom, and whom to advise",
        "plan",
        "III. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng\n"
        "Chủ trì, phối hợp với Công an tỉnh tham mưu cho Ủy ban nhân dân tỉnh:\na) Rà soát các bến đò ngang.\n",
        [("Sở Xây dựng", LEAD, "require"), ("Công an tỉnh", HELP, "require")],
    ),
    Row(
        "what two hand on to two others is both of theirs",
        "regulation",
        "Điều 1. Bến đò\nBộ Chính trị ủy quyền cho Cục trưởng Cục Đường thủy, Ban Bí thư ủy quyền cho "
        "Vụ trưởng Vụ Bến đò thực hiện các nhiệm vụ:\na) Rà soát các bến đò ngang.\n",
        [("Cục trưởng Cục Đường thủy", LEAD, "delegate"), ("Vụ trưởng Vụ Bến đò", LEAD, "delegate")],
    ),
    # --- heads
    Row(
        "a name that no table has heads its tasks where a plan says who carries it out",
        "plan",
        "III. TỔ CHỨC THỰC HIỆN\n1. Trung tâm Khuyến đò, vận tải sông và du lịch\n- Rà soát các bến đò ngang.\n"
        "2. Đề nghị các cơ sở chở khách, sửa đò ngang\n- Kiểm tra áo phao trên các đò ngang.\n",
        [
            ("Trung tâm Khuyến đò, vận tải sông và du lịch", LEAD, "require"),
            ("các cơ sở chở khách, sửa đò ngang", LEAD, "request"),
        ],
    ),
    Row(
        "the issuer among the heads is told nothing",
        "plan",
        "III. TỔ CHỨC THỰC HIỆN\n1. Ủy ban nhân dân tỉnh:\n- Rà soát các bến đò ngang trên địa bàn.\n"
        "2. Ủy ban nhân dân các xã:\n- Hướng dẫn mặc áo phao tại bến đò.\n",
        [("Ủy ban nhân dân các xã", LEAD, "require")],
    ),
    # --- particulars of a task
    Row(
        "particulars at the end of a task, and in brackets",
        "plan",
        "II. NỘI DUNG\n1. Rà soát các bến đò ngang trên địa bàn tỉnh. Cơ quan chủ trì: Sở Xây dựng; cơ quan phối hợp: "
        "Công an tỉnh; thời gian thực hiện: Quý IV/2025.\n"
        "2. Hướng dẫn mặc áo phao tại các bến đò (Đơn vị thực hiện: Sở Y tế).\n",
        [("Sở Xây dựng", LEAD, "assign"), ("Công an tỉnh", HELP, "assign"), ("Sở Y tế", LEAD, "assign")],
    ),
    Row(
        "all particulars on one line below the task",
        "plan",
        "II. NỘI DUNG\n1. Rà soát các bến đò ngang trên sông.\nĐơn vị chủ trì: Sở Xây dựng; phối hợp: Công an tỉnh.\n",
        [("Sở Xây dựng", LEAD, "assign"), ("Công an tỉnh", HELP, "assign")],
    ),
    Row(
        "who leads and who helps in one; several tasks below a label",
        "plan",
        "II. NỘI DUNG\na) Hoạt động 1\n- Nội dung:\n+ Rà soát các bến đò ngang trên sông.\n"
        "+ Hướng dẫn mặc áo phao tại bến đò.\n- Cơ quan thực hiện: Sở Xây dựng chủ trì, phối hợp với Công an tỉnh.\n",
        [
            ("Sở Xây dựng", LEAD, "assign"),
            ("Công an tỉnh", HELP, "assign"),
            ("Sở Xây dựng", LEAD, "assign"),
            ("Công an tỉnh", HELP, "assign"),
        ],
    ),
    Row(
        "who is told more behind a label is read as in any other sentence",
        "plan",
        "II. NỘI DUNG\n1. Phổ biến việc mặc áo phao\n"
        "- Cơ quan thực hiện: Sở Nội vụ chủ trì tham mưu ban hành Kế hoạch; Công an tỉnh kiểm tra các bến đò.\n",
        [("Sở Nội vụ", LEAD, "implicit"), ("Công an tỉnh", LEAD, "implicit")],
    ),
    Row(
        "a title printed on a line of its own, in other letters",
        "plan",
        "Yêu cầu các xã, phường tập trung thực hiện các nội dung sau:\n"
        "**1. Về các bến đò ngang**\nTiếp tục rà soát các bến đò ngang trên sông.\n",
        [("các xã, phường", LEAD, "require")],
    ),
    # --- powers handed over
    Row(
        "each of the powers that a decision hands over, named with a verb or without",
        "plan",
        "Điều 1. Ủy quyền cho Giám đốc Sở Xây dựng giải quyết các thủ tục về bến đò thuộc thẩm quyền của Ủy ban nhân "
        "dân tỉnh, bao gồm các thủ tục sau:\n1. Cấp giấy chứng nhận bến đò.\n2. Hủy bỏ giấy chứng nhận bến đò.\n",
        [("Giám đốc Sở Xây dựng", LEAD, "delegate"), ("Giám đốc Sở Xây dựng", LEAD, "delegate")],
    ),
    Row(
        "who has been handed something over",
        "plan",
        "Điều 2. Cục trưởng Cục Đường thủy được Bộ trưởng ủy quyền thực hiện các nhiệm vụ:\n1. Rà soát các bến đò.\n",
        [("Cục trưởng Cục Đường thủy", LEAD, "delegate")],
    ),
    Row(
        "who hands over is told nothing",
        "plan",
        "1. Bộ trưởng Bộ Xây dựng ủy quyền cho Cục trưởng Cục Đường thủy quyết định mức phí của các bến đò.\n",
        [("Cục trưởng Cục Đường thủy", LEAD, "delegate")],
    ),
    Row(
        "on what ground, and nothing but that tasks follow",
        "plan",
        "Điều 2. Giao Sở Xây dựng căn cứ Danh mục bến đò nêu tại Điều 1 có trách nhiệm:\n1. Rà soát các bến đò.\n",
        [("Sở Xây dựng", LEAD, "assign")],
    ),
    Row(
        "a sentence under a heading tells more exactly whose the items are",
        "plan",
        "Điều 8. Trách nhiệm của Cơ quan thường trực\n\n"
        "Bộ Xây dựng chủ trì giúp việc cho các bến đò trên sông, cụ thể:\n1. Rà soát các bến đò ngang trên sông.\n",
        [("Bộ Xây dựng", LEAD, "implicit"), ("Bộ Xây dựng", LEAD, "implicit")],
    ),
    Row(
        "a letter only answers, the guidance that it comes with does not",
        "letter",
        "1. Thuế tỉnh rà soát hồ sơ theo quy định của pháp luật.\n\nCỤC TRƯỞNG\nLò Văn Thử\n\n"
        "PHỤ LỤC\nHƯỚNG DẪN VIỆC GHI SỔ BẾN ĐÒ\n(Kèm theo Công văn số 5529/CT-CS)\n\n"
        "I. HƯỚNG DẪN CHI TIẾT\n1. Các cơ quan rà soát các bến đò ngang trên sông.\n",
        [("Các cơ quan", LEAD, "implicit")],
    ),
    Row(
        "a thing that goes on with what is to be done; a thing alone; another body",
        "plan",
        "1. Sở Xây dựng\n- Tình hình các bến đò; rà soát các bến đò ngang trên sông.\n- Tình hình các bến đò.\n"
        "- Công an tỉnh; rà soát các bến đò ngang.\n",
        [("Sở Xây dựng", LEAD, "require")],
    ),
    Row(
        "in what, behind whose duties follow; among those with a share, everybody and who is told apart by his part",
        "plan",
        "II. Trách nhiệm phối hợp\n1. Trách nhiệm của Sở Y tế trong công tác cứu nạn\na) Bố trí thuốc tại bến đò.\n"
        "2. Cơ quan chủ trì giải quyết thủ tục bến đò\na) Hướng dẫn chủ đò lập hồ sơ.\n"
        "3. Các tổ chức, cá nhân liên quan\na) Kiểm tra áo phao trên các đò ngang.\n",
        [
            ("Sở Y tế", LEAD, "require"),
            ("Cơ quan chủ trì giải quyết thủ tục bến đò", LEAD, "require"),
            ("Các tổ chức, cá nhân liên quan", LEAD, "require"),
        ],
    ),
    Row(
        "rules of coordination tell each body its share",
        "board",
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế phối hợp quản lý bến đò.\n\n"
        "Nơi nhận:\n- Như Điều 1;\n- Lưu: VT.\n\n"
        "TRƯỞNG BAN\nLò Văn Thử\n\nQUY CHẾ\nPHỐI HỢP QUẢN LÝ BẾN ĐÒ\n(Kèm theo Quyết định số 77/QĐ-BCĐ)\n\n"
        "Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Hình thức phối hợp\n1. Sở Xây dựng trao đổi bằng văn bản.\n\n"
        "Chương II\nTRÁCH NHIỆM PHỐI HỢP CỦA CÁC CƠ QUAN\n\nĐiều 2. Phối hợp trong cứu nạn\n1. Sở Y tế\n"
        "a) Bố trí thuốc tại bến đò.\n2. Các xã tổ chức tuyên truyền việc mặc áo phao.\n",
        [("Sở Y tế", LEAD, "require"), ("Các xã", LEAD, "implicit")],
    ),
    # --- who carries a decision out
    Row(
        "those addressed together, and bodies under a ministry",
        "plan",
        "Điều 3. Các ông, bà: Chánh Văn phòng Bộ; Thủ trưởng các đơn vị thuộc, trực thuộc Bộ chịu trách nhiệm thi hành "
        "Quyết định này.\n",
        [
            ("Chánh Văn phòng Bộ", LEAD, "require"),
            ("Thủ trưởng các đơn vị thuộc, trực thuộc Bộ", LEAD, "require"),
        ],
    ),
    # --- below a doer
    Row(
        "a partner in a sentence that announces helps in each item",
        "plan",
        "1. Sau khi có kết quả, Sở Xây dựng chủ trì, phối hợp với Công an tỉnh thực hiện các nhiệm vụ sau:\n"
        "- Rà soát các bến đò ngang.\n",
        [("Sở Xây dựng", LEAD, "require"), ("Công an tỉnh", HELP, "require")],
    ),
    Row(
        "what a plan's doer has below is a task, whatever its verb",
        "plan",
        "III. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng\n- Sơn mới các bến đò.\n- Công an tỉnh, các xã.\n",
        [("Sở Xây dựng", LEAD, "require")],
    ),
    Row(
        "an order below a heading rules the list behind it",
        "plan",
        "III. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng\nGiao Chi cục Đường thủy thực hiện các nội dung sau:\n"
        "- Rà soát các bến đò ngang.\n2. Sở Y tế\n- Bố trí thuốc tại bến đò.\n",
        [("Chi cục Đường thủy", LEAD, "assign"), ("Sở Y tế", LEAD, "require")],
    ),
    Row(
        "a youth union is no district",
        "plan",
        "1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, Tỉnh đoàn tuyên truyền việc mặc áo phao.\n",
        [("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", LEAD, "request"), ("Tỉnh đoàn", LEAD, "request")],
    ),
    Row(
        "a head whose number stands on a line of its own",
        "plan",
        "III. TỔ CHỨC THỰC HIỆN\n\n*2.2. Sở Xây dựng*\n\n- Rà soát các bến đò ngang trên sông.\n\n"
        "*2.3.\nĐề nghị Tòa án nhân dân tỉnh*\n\n- Tuyên truyền việc mặc áo phao.\n\n"
        "*2.4.\nCông an tỉnh*\n\na) Kiểm tra các bến đò ngang.\n",
        [
            ("Sở Xây dựng", LEAD, "require"),
            ("Tòa án nhân dân tỉnh", LEAD, "request"),
            ("Công an tỉnh", LEAD, "require"),
        ],
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.reason)
def test_passages(row: Row) -> None:
    assert tasks(row.kind, row.body).told() == row.told


def test_head_of_several_hands_its_deadline_down() -> None:
    read = tasks(
        "directive",
        "1. Các Bộ: Y tế, Tư pháp khắc phục các bến đò ngang, hoàn thành trong tháng 11 năm 2025, cụ thể:\n"
        "a) Bộ Y tế rà soát thuốc tại bến đò.\nb) Bộ Tư pháp hướng dẫn mặc áo phao.\n",
    )
    assert [(d.actor and d.actor.name, d.due) for d in read.duties] == [
        ("Bộ Y tế", "2025-11-30"),
        ("Bộ Tư pháp", "2025-11-30"),
    ]
