"""Who is told to do what: each row a ruling, a document's body, and the entries that it gives."""

from __future__ import annotations

import pytest
from told import HELP, LEAD, Row, tasks

ROWS = [
    # --- one entry for each body and smallest printed item
    Row(
        "the words of an order give the mode",
        "directive",
        "1. Giao Bộ Xây dựng rà soát các bến đò ngang trên sông.\n"
        "2. Yêu cầu Bộ Công an kiểm tra các bến đò ngang trên sông.\n"
        "3. Đề nghị Hội Nông dân Việt Nam vận động hội viên mặc áo phao.\n"
        "4. Ủy quyền cho Bộ Tài chính quyết định mức phí đò ngang.\n",
        [
            ("Bộ Xây dựng", LEAD, "assign"),
            ("Bộ Công an", LEAD, "require"),
            ("Hội Nông dân Việt Nam", LEAD, "request"),
            ("Bộ Tài chính", LEAD, "delegate"),
        ],
    ),
    Row(
        "words that bind",
        "plan",
        "1. Sở Xây dựng có trách nhiệm rà soát các bến đò ngang trên địa bàn tỉnh.\n"
        "2. Các cơ quan, đơn vị cần khẩn trương rà soát các bến đò ngang.\n",
        [("Sở Xây dựng", LEAD, "require"), ("Các cơ quan, đơn vị", LEAD, "require")],
    ),
    Row(
        "no word of an order: implicit",
        "plan",
        "1. Sở Xây dựng chủ trì rà soát các bến đò ngang trên địa bàn tỉnh.\n",
        [("Sở Xây dựng", LEAD, "implicit")],
    ),
    Row(
        "several verbs for one body are one entry",
        "plan",
        "1. Sở Xây dựng rà soát các bến đò; hướng dẫn mặc áo phao; tổng hợp, báo cáo kết quả.\n",
        [("Sở Xây dựng", LEAD, "implicit")],
    ),
    Row(
        "another body in the same item starts another",
        "plan",
        "1. Giao Sở Xây dựng rà soát các bến đò ngang; giao Công an tỉnh kiểm tra các bến đò ngang.\n",
        [("Sở Xây dựng", LEAD, "assign"), ("Công an tỉnh", LEAD, "assign")],
    ),
    Row(
        "bodies named one by one do it together",
        "plan",
        "1. Giao Sở Xây dựng, Công an tỉnh rà soát các bến đò ngang trên địa bàn.\n",
        [("Sở Xây dựng", LEAD, "assign"), ("Công an tỉnh", LEAD, "assign")],
    ),
    # --- roles
    Row(
        "a partner is an entry of its own, with the mode of the clause",
        "plan",
        "1. Giao Sở Xây dựng chủ trì, phối hợp với Công an tỉnh và các xã rà soát các bến đò ngang.\n",
        [("Sở Xây dựng", LEAD, "assign"), ("Công an tỉnh", HELP, "assign"), ("các xã", HELP, "assign")],
    ),
    Row(
        "who works with a partner leads without the word",
        "plan",
        "1. Sở Xây dựng phối hợp với Công an tỉnh rà soát các bến đò ngang trên địa bàn.\n",
        [("Sở Xây dựng", LEAD, "implicit"), ("Công an tỉnh", HELP, "implicit")],
    ),
    Row(
        "who only helps coordinates",
        "plan",
        "1. Công an tỉnh phối hợp kiểm tra việc mặc áo phao tại các bến đò ngang.\n",
        [("Công an tỉnh", HELP, "implicit")],
    ),
    Row(
        "tham mưu advises",
        "plan",
        "1. Sở Tài chính tham mưu Ủy ban nhân dân tỉnh ban hành mức phí đò ngang.\n",
        [("Sở Tài chính", "advise", "implicit")],
    ),
    Row(
        "a chairman told to direct answers for it, and so does the body below that he names",
        "directive",
        "1. Yêu cầu Ủy ban nhân dân tỉnh Lào Cai chỉ đạo Sở Xây dựng rà soát các bến đò ngang.\n",
        [("Ủy ban nhân dân tỉnh Lào Cai", LEAD, "require"), ("Sở Xây dựng", LEAD, "implicit")],
    ),
    Row(
        "a named person put over the work of others directs",
        "conclusion",
        "1. Phân công đồng chí Lê Văn Thử, Phó Chủ tịch Ủy ban nhân dân thành phố trực tiếp chỉ đạo việc rà soát.\n",
        [("Lê Văn Thử", "direct", "assign")],
    ),
    Row(
        "who gathers what others send",
        "directive",
        "1. Các bộ, ngành rà soát các bến đò ngang, gửi kết quả về Bộ Xây dựng để tổng hợp.\n",
        [("Các bộ, ngành", LEAD, "implicit"), ("Bộ Xây dựng", LEAD, "implicit")],
    ),
    # --- inherited doers
    Row(
        "a heading that is a body",
        "plan",
        "III. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng:\n- Rà soát các bến đò ngang trên địa bàn tỉnh.\n"
        "- Báo cáo kết quả hằng quý.\n"
        "2. Công an tỉnh:\n- Kiểm tra việc mặc áo phao tại các bến đò.\n",
        [
            ("Sở Xây dựng", LEAD, "require"),
            ("Sở Xây dựng", LEAD, "require"),
            ("Công an tỉnh", LEAD, "require"),
        ],
    ),
    Row(
        "under a heading that assigns",
        "plan",
        "III. PHÂN CÔNG NHIỆM VỤ\n1. Sở Xây dựng\n- Rà soát các bến đò ngang trên địa bàn tỉnh.\n",
        [("Sở Xây dựng", LEAD, "assign")],
    ),
    Row(
        "a sentence that rules a list; an item with its own doer is his",
        "conclusion",
        "Thành ủy yêu cầu các cấp ủy, chính quyền tập trung thực hiện các nhiệm vụ sau:\n"
        "1. Rà soát các bến đò ngang trên địa bàn thành phố.\n"
        "2. Giao Sở Xây dựng kiểm tra việc mặc áo phao tại các bến đò.\n",
        [("các cấp ủy, chính quyền", LEAD, "require"), ("Sở Xây dựng", LEAD, "assign")],
    ),
    Row(
        "a partner in a heading helps in each item below",
        "directive",
        "1. Bộ Xây dựng chủ trì, phối hợp với Bộ Công an:\n"
        "a) Rà soát các bến đò ngang trên toàn quốc;\nb) Hướng dẫn mặc áo phao tại các bến đò.\n",
        [
            ("Bộ Xây dựng", LEAD, "require"),
            ("Bộ Công an", HELP, "require"),
            ("Bộ Xây dựng", LEAD, "require"),
            ("Bộ Công an", HELP, "require"),
        ],
    ),
    Row(
        "a topic in front of the order",
        "directive",
        "1. Về phí đò ngang: giao Bộ Tài chính rà soát, trình Chính phủ trong tháng 12/2025.\n",
        [("Bộ Tài chính", LEAD, "assign")],
    ),
    Row(
        "numbered items inside a paragraph",
        "directive",
        "1. Đẩy mạnh an toàn đường thủy: (1) Bộ Xây dựng rà soát bến đò; (2) Bộ Công an kiểm tra bến đò.\n"
        "2. Bộ Tài chính: (1) rà soát phí đò ngang; (2) hướng dẫn thu phí đò ngang.\n",
        [
            ("Bộ Xây dựng", LEAD, "implicit"),
            ("Bộ Công an", LEAD, "implicit"),
            ("Bộ Tài chính", LEAD, "require"),
            ("Bộ Tài chính", LEAD, "require"),
        ],
    ),
    Row(
        "who gives the order is told nothing",
        "directive",
        "Để bảo đảm an toàn, Thủ tướng Chính phủ yêu cầu:\n1. Bộ Xây dựng rà soát các bến đò ngang.\n",
        [("Bộ Xây dựng", LEAD, "require")],
    ),
    Row(
        "some of the doers stressed",
        "directive",
        "1. Chủ tịch Ủy ban nhân dân các tỉnh, nhất là các tỉnh: Lào Cai, Yên Bái tiếp tục rà soát bến đò.\n",
        [("Chủ tịch Ủy ban nhân dân các tỉnh", LEAD, "implicit")],
    ),
    Row(
        "the bodies behind a class and a colon",
        "plan",
        "Điều 3. Giám đốc các sở, ngành: Sở Xây dựng, Công an tỉnh chịu trách nhiệm thi hành Kế hoạch này.\n",
        [("Sở Xây dựng", LEAD, "require"), ("Công an tỉnh", LEAD, "require")],
    ),
    # --- none
    Row("what a body is", "plan", "1. Sở Xây dựng là đơn vị trực thuộc Ủy ban nhân dân tỉnh, có con dấu riêng.\n", []),
    Row(
        "a table of procedures",
        "plan",
        "II. TRÌNH TỰ\n| Các bước | Nội dung công việc | Cơ quan thực hiện |\n"
        "| 1 | Tiếp nhận hồ sơ đò ngang | Sở Xây dựng |\n",
        [],
    ),
    Row("what was done is no task", "plan", "1. Sở Xây dựng đã rà soát các bến đò ngang trên địa bàn tỉnh.\n", []),
    Row(
        "what the issuer will do itself",
        "plan",
        "1. Ủy ban nhân dân tỉnh Lào Cai tổ chức rà soát các bến đò ngang trên địa bàn.\n",
        [],
    ),
    Row(
        "recipients",
        "plan",
        "1. Sở Xây dựng rà soát các bến đò ngang trên địa bàn tỉnh.\n\nNơi nhận:\n- Sở Y tế thực hiện;\n- Lưu: VT.\n",
        [("Sở Xây dựng", LEAD, "implicit")],
    ),
    Row("an order reported", "plan", "1. Sở Xây dựng là cơ quan được giao quản lý các bến đò ngang.\n", []),
    Row("a request received", "plan", "1. Theo đề nghị của Sở Xây dựng về rà soát bến đò ngang.\n", []),
    # --- acts of rules
    Row(
        "procedure in an act of rules is no task; its closing clause is",
        "decree",
        "Điều 1. Trình tự cấp phép\n1. Sở Xây dựng có trách nhiệm trả kết quả trong thời hạn 5 ngày làm việc.\n"
        "Điều 2. Tổ chức thực hiện\n1. Bộ Xây dựng có trách nhiệm hướng dẫn, kiểm tra việc thi hành Nghị định này.\n",
        [("Bộ Xây dựng", LEAD, "require")],
    ),
    Row(
        "a closing sentence without a heading of its own",
        "circular",
        "Điều 1. Mẫu sổ\n1. Cơ quan quản lý bến đò lập sổ theo mẫu.\n"
        "Điều 2. Hiệu lực\nGiám đốc Sở Nội vụ các tỉnh chịu trách nhiệm thi hành Thông tư này.\n",
        [("Giám đốc Sở Nội vụ các tỉnh", LEAD, "require")],
    ),
    Row(
        "an amended text is quoted, not said",
        "decree",
        "Điều 1. Sửa đổi, bổ sung Điều 9 như sau:\n“Điều 9. Tổ chức thực hiện\n"
        "1. Bộ Y tế có trách nhiệm hướng dẫn, kiểm tra việc thi hành Nghị định này.”.\n",
        [],
    ),
    Row(
        "a letter that answers gives no task without an order",
        "letter",
        "1. Doanh nghiệp nộp phí tại bến đò. Thuế tỉnh rà soát hồ sơ theo quy định của pháp luật.\n"
        "2. Đề nghị Thuế tỉnh Lào Cai rà soát hồ sơ phí đò ngang theo quy định.\n",
        [("Thuế tỉnh Lào Cai", LEAD, "request")],
    ),
    # --- what stands before a task
    Row(
        "a purpose, then who",
        "plan",
        "1. Nhằm bảo đảm an toàn cho người dân, giao Sở Xây dựng rà soát các bến đò ngang trên địa bàn.\n"
        "2. Để kịp thời tháo gỡ khó khăn cho các hộ dân, Sở Tài chính bố trí kinh phí lắp biển báo.\n",
        [("Sở Xây dựng", LEAD, "assign"), ("Sở Tài chính", LEAD, "implicit")],
    ),
    Row(
        "a purpose in an item of who stands above",
        "plan",
        "1. Sở Nội vụ:\n- Để bảo đảm tiến độ, khẩn trương rà soát biên chế của các bến đò ngang.\n"
        "- Nhằm nâng cao chất lượng, tổ chức tập huấn cho cán bộ các bến đò.\n"
        "2. Sở Xây dựng: Để bảo đảm an toàn, rà soát các bến đò ngang.\n",
        [("Sở Nội vụ", LEAD, "require"), ("Sở Nội vụ", LEAD, "require"), ("Sở Xây dựng", LEAD, "require")],
    ),
    Row(
        "who hands something over is not who gets it",
        "plan",
        "1. Sau khi nhận được đề nghị của các xã quy định tại khoản 1 Điều này, Sở Tài chính bố trí kinh phí.\n",
        [("Sở Tài chính", LEAD, "implicit")],
    ),
    # --- heads that say towards whom
    Row(
        "towards whom, above items and in front of one",
        "plan",
        "1. Đối với các sở, ban, ngành:\n- Rà soát các bến đò ngang.\n"
        "2. Đối với Ủy ban nhân dân các xã, phường: Hướng dẫn mặc áo phao tại bến đò.\n"
        "3. Về phía Công an tỉnh:\n- Kiểm tra các bến đò ngang.\n",
        [
            ("các sở, ban, ngành", LEAD, "require"),
            ("Ủy ban nhân dân các xã, phường", LEAD, "require"),
            ("Công an tỉnh", LEAD, "require"),
        ],
    ),
    Row(
        "towards whom, in capitals",
        "plan",
        "I. ĐỐI VỚI CÁC SỞ, NGÀNH\n1. Rà soát các bến đò ngang.\n2. Báo cáo Ủy ban nhân dân tỉnh.\n",
        [("các Sở, Ngành", LEAD, "require"), ("các Sở, Ngành", LEAD, "require")],
    ),
    Row(
        "towards things",
        "plan",
        "1. Đối với các bến đò ngang chưa có phép:\n- Sở Xây dựng rà soát, đề xuất xử lý.\n",
        [("Sở Xây dựng", LEAD, "implicit")],
    ),
    # --- parts
    Row(
        "bodies below that are told behind a colon",
        "plan",
        "1. Sở Y tế:\n- Chỉ đạo các trạm y tế: Bảo đảm sẵn sàng thuốc, vật tư tại các bến đò ngang.\n",
        [("Sở Y tế", LEAD, "require"), ("các trạm y tế", LEAD, "implicit")],
    ),
    Row(
        "who gathers what is sent, with and without the words",
        "plan",
        "1. Đề nghị các xã, phường phản ánh về Sở Nội vụ tổng hợp, báo cáo Ủy ban nhân dân tỉnh.\n"
        "2. Yêu cầu các xã, phường gửi báo cáo về Sở Tài chính để tổng hợp, trình Ủy ban nhân dân tỉnh.\n",
        [
            ("các xã, phường", LEAD, "request"),
            ("Sở Nội vụ", LEAD, "implicit"),
            ("các xã, phường", LEAD, "require"),
            ("Sở Tài chính", LEAD, "implicit"),
        ],
    ),
    Row(
        "an official put over what a body leads directs its task, and has none of his own",
        "plan",
        "1. Phân công đồng chí Lò Văn Thử, Phó Chủ tịch Ủy ban nhân dân tỉnh trực tiếp chỉ đạo, Sở Xây dựng chủ trì, "
        "phối hợp với Công an tỉnh rà soát các bến đò ngang.\n",
        [("Lò Văn Thử", "direct", "assign"), ("Sở Xây dựng", LEAD, "assign"), ("Công an tỉnh", HELP, "assign")],
    ),
    Row(
        "a partner alone",
        "plan",
        "1. Vệ sinh các bến đò\n- Phối hợp với lực lượng quân đội, công an dọn vệ sinh các bến đò ngang.\n",
        [("lực lượng quân đội, công an", HELP, "implicit")],
    ),
    Row(
        "a named body and a class are two",
        "plan",
        "1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các đoàn thể vận động Nhân dân mặc áo phao.\n",
        [("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", LEAD, "request"), ("các đoàn thể", LEAD, "request")],
    ),
    Row(
        "who binds is told something among aims too",
        "plan",
        "2. Mục tiêu\n- Người đứng đầu cơ quan được giao nhiệm vụ phải chủ động triển khai Kế hoạch này.\n"
        "- Các sở, ngành triển khai thống nhất, đồng bộ.\n",
        [("Người đứng đầu cơ quan được giao nhiệm vụ", LEAD, "require")],
    ),
    Row(
        "whose duties follow and it is no body, the doers above have none of them",
        "plan",
        "Điều 9. Trách nhiệm của các cơ quan, đơn vị\n1. Rà soát các bến đò ngang trên sông.\n"
        "2. Trách nhiệm của người lái đò\na) Kiểm tra áo phao, nhắc hành khách mặc áo phao trên sông.\n",
        [("các cơ quan, đơn vị", LEAD, "require")],
    ),
    # --- what a body is
    Row(
        "what a body is and may do is nothing that it is told",
        "plan",
        "1. Sở Tư pháp là cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh, thực hiện chức năng tham mưu.\n"
        "2. Trung tâm có chức năng tham mưu, quản lý các bến đò ngang; có tư cách pháp nhân.\n"
        "3. Ban Chỉ đạo làm việc theo nguyên tắc tập trung dân chủ, đề cao trách nhiệm người đứng đầu.\n"
        "4. Ban Quản lý thực hiện nhiệm vụ, quyền hạn theo quy định của pháp luật hiện hành.\n",
        [],
    ),
    Row(
        "who is pointed to by a place in the document",
        "plan",
        "1. Ủy ban nhân dân các xã, phường nêu tại Điều 1 quyết định mức hỗ trợ các bến đò ngang.\n"
        "2. Các cơ quan quy định tại khoản 1 Điều này và Công an tỉnh tổ chức kiểm tra các bến đò.\n",
        [
            ("Ủy ban nhân dân các xã, phường nêu tại Điều 1", LEAD, "implicit"),
            ("Các cơ quan quy định tại khoản 1 Điều này", LEAD, "implicit"),
            ("Công an tỉnh", LEAD, "implicit"),
        ],
    ),
    Row(
        "enforcing a judgment carries no decree out",
        "decree",
        "Điều 4. Quyền của cơ quan thi hành án\n1. Bộ Tư pháp có trách nhiệm lưu hồ sơ.\n",
        [],
    ),
    # --- tables
    Row(
        "a table of tasks by its bars",
        "plan",
        "II. PHÂN CÔNG\n"
        "| STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn |\n"
        "| 1 | Rà soát các bến đò ngang | Sở Xây dựng | Công an tỉnh | Quý IV/2025 |\n"
        "| 2 | Hướng dẫn mặc áo phao | Công an tỉnh | | Hằng năm |\n",
        [
            ("Sở Xây dựng", LEAD, "assign"),
            ("Công an tỉnh", HELP, "assign"),
            ("Công an tỉnh", LEAD, "assign"),
        ],
    ),
    Row(
        "a table that a page break has cut goes on",
        "plan",
        "II. PHÂN CÔNG\n"
        "| STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n"
        "| 1 | Rà soát các bến đò ngang | Sở Xây dựng | Quý IV/2025 |\n\n"
        "Trang 2 của kế hoạch này.\n\n"
        "| 2 | Hướng dẫn mặc áo phao | Công an tỉnh | Quý IV/2025 |\n"
        "| 3 | Lắp biển báo tại bến đò | Các xã, phường | Quý IV/2025 |\n",
        [("Sở Xây dựng", LEAD, "assign"), ("Công an tỉnh", LEAD, "assign"), ("Các xã, phường", LEAD, "assign")],
    ),
    Row(
        "whose the tasks are stands over the rows",
        "plan",
        "II. PHÂN CÔNG\n"
        "| STT | Nhiệm vụ | Sản phẩm | Thời hạn |\n"
        "| I | Nhiệm vụ giao Sở Xây dựng chủ trì | | |\n"
        "| 1 | Rà soát các bến đò ngang | Báo cáo | Quý IV/2025 |\n"
        "| II | Công an tỉnh | | |\n"
        "| 2 | Hướng dẫn mặc áo phao | Kế hoạch | Quý IV/2025 |\n",
        [("Sở Xây dựng", LEAD, "assign"), ("Công an tỉnh", LEAD, "assign")],
    ),
    Row(
        "whose the tasks are stands in the title of the table",
        "plan",
        "II. PHÂN CÔNG\nDANH MỤC NHIỆM VỤ GIAO SỞ XÂY DỰNG NĂM 2025\n"
        "| STT | Nhiệm vụ | Sản phẩm | Thời hạn |\n"
        "| 1 | Rà soát các bến đò ngang | Báo cáo | Quý IV/2025 |\n"
        "| 2 | Lắp biển báo tại bến đò | Biển báo | Quý IV/2025 |\n",
        [("Sở Xây Dựng", LEAD, "assign"), ("Sở Xây Dựng", LEAD, "assign")],
    ),
    Row(
        "whose the tasks are stands in the title of the annex",
        "plan",
        "1. Kế hoạch này có hiệu lực từ ngày ký.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLò Văn Thử\n\n"
        "PHỤ LỤC I\nNHIỆM VỤ GIAO CÔNG AN TỈNH THỰC HIỆN\n(Kèm theo Kế hoạch số 77/KH-UBND)\n\n"
        "1. Kiểm tra các bến đò ngang trên sông.\n2. Hướng dẫn mặc áo phao tại bến đò.\n\n"
        "PHỤ LỤC II\nDANH SÁCH BẾN ĐÒ\n1. Bến đò ngang số một trên sông.\n",
        [("Công An tỉnh", LEAD, "assign"), ("Công An tỉnh", LEAD, "assign")],
    ),
    Row(
        "a table whose bars are lost",
        "plan",
        "II. PHÂN CÔNG\n\nSTT\n\nNhiệm vụ\n\nCơ quan chủ trì\n\nThời hạn\n\n"
        "1\n\nRà soát các bến đò ngang\n\nSở Xây dựng\n\nQuý IV/2025\n\n"
        "2\n\nHướng dẫn mặc áo phao\n\nCông an tỉnh\n\nHằng năm\n",
        [("Sở Xây dựng", LEAD, "assign"), ("Công an tỉnh", LEAD, "assign")],
    ),
    Row(
        "a task with its particulars as labelled items",
        "plan",
        "1. Rà soát các bến đò ngang trên địa bàn tỉnh\n- Cơ quan chủ trì: Sở Xây dựng.\n"
        "- Cơ quan phối hợp: Công an tỉnh.\n- Thời gian: Quý IV/2025.\n",
        [("Sở Xây dựng", LEAD, "assign"), ("Công an tỉnh", HELP, "assign")],
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r.reason)
def test_who_is_told(row: Row) -> None:
    assert tasks(row.kind, row.body).told() == row.told


@pytest.mark.parametrize(
    ("reason", "body", "due"),
    [
        (
            "at the end of an item",
            "1. Giao Sở Xây dựng rà soát bến đò, hoàn thành trước ngày 15/12/2025.\n",
            ["2025-12-14"],
        ),
        (
            "at the head of a list it holds for its items, unless one states another",
            "Yêu cầu các sở, ngành thực hiện trước ngày 15/12/2025 các nhiệm vụ sau:\n"
            "1. Rà soát các bến đò ngang trên địa bàn tỉnh.\n"
            "2. Hướng dẫn mặc áo phao tại bến đò trong tháng 6/2025.\n",
            ["2025-12-14", "2025-06-30"],
        ),
        (
            "several in one item: an entry for each",
            "1. Sở Xây dựng rà soát bến đò, xong trước ngày 30/6/2025; lắp biển báo, xong trước ngày 30/9/2025.\n",
            ["2025-06-29", "2025-09-29"],
        ),
        (
            "the date of a report starts no entry",
            "1. Sở Xây dựng rà soát bến đò trong năm 2025; báo cáo kết quả trước ngày 15/01/2026.\n",
            ["2025-12-31"],
        ),
        ("a rhythm is none", "1. Giao Sở Xây dựng rà soát bến đò, báo cáo hằng quý.\n", [None]),
        (
            "the date of a cited document is none",
            "1. Giao Sở Xây dựng rà soát theo Nghị định số 9/2025/NĐ-CP ngày 15/12/2025 của Chính phủ.\n",
            [None],
        ),
    ],
)
def test_by_when(reason: str, body: str, due: list[str | None]) -> None:
    assert [d.due for d in tasks("plan", body).duties] == due, reason


def test_entries_of_one_task_share_their_span() -> None:
    found = tasks("plan", "1. Giao Sở Xây dựng chủ trì, phối hợp với Công an tỉnh rà soát các bến đò ngang.\n")
    assert [found.words(d) for d in found.duties] == ["rà soát các bến đò ngang"] * 2


def test_an_inherited_doer_stands_where_it_was_named() -> None:
    found = tasks("plan", "1. Sở Xây dựng:\n- Rà soát các bến đò ngang trên địa bàn tỉnh.\n")
    (duty,) = found.duties
    assert duty.inherited
    assert duty.actor is not None
    assert found.tree.text.flat[duty.actor.start : duty.actor.end] == "Sở Xây dựng"
    assert found.words(duty) == "Rà soát các bến đò ngang trên địa bàn tỉnh"


def test_a_dated_order_that_names_nobody_is_kept_and_doubted() -> None:
    found = tasks("plan", "1. Hoàn thành rà soát các bến đò ngang trước ngày 15/12/2025.\n")
    assert [(d.actor, d.due) for d in found.duties] == [(None, "2025-12-14")]
    assert [d.kind for d in found.doubts] == ["no_doer"]


def test_whom_the_doer_reports_to() -> None:
    found = tasks("plan", "1. Giao Sở Xây dựng rà soát bến đò, báo cáo Ủy ban nhân dân tỉnh trong quý III/2025.\n")
    assert [a.name for d in found.duties for a in d.reports] == ["Ủy ban nhân dân tỉnh"]


def test_local_bodies_belong_to_the_place_of_the_document() -> None:
    found = tasks("plan", "1. Giao Sở Xây dựng, Bộ Công an rà soát các bến đò ngang trên địa bàn.\n")
    places = {d.actor.name: d.actor.jurisdiction for d in found.duties if d.actor}
    assert places["Bộ Công an"] == "trung ương"
    assert "lào cai" in (places["Sở Xây dựng"] or "").lower()
