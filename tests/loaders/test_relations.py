"""What a text states between two documents: tables of clauses with a reason a row."""

# ruff: noqa: E501 - a row of a table is a line or two

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from said import HEADS, Read, Said, read

from loaders.mentions.kinds import patterns
from loaders.mentions.relations.phrases import phrases

ARTICLE = "Điều 1. Phạm vi\nVăn bản này nói về đò ngang.\n\nĐiều 9. Hiệu lực thi hành\n"
A, B, C = "14/2021/NĐ-CP", "27/2023/NĐ-CP", "31/2024/NĐ-CP"
DECREE = f"Nghị định số {A} ngày 01 tháng 02 năm 2021 của Chính phủ"


def planned(*found: tuple[str, str, str]) -> set[Said]:
    return {(*row, True) for row in found}


def done(*found: tuple[str, str, str]) -> set[Said]:
    return {(*row, False) for row in found}


GROUNDS: list[tuple[str, str, set[Said], str]] = [
    ("decree", f"Căn cứ Luật Giao thông số 12/2008/QH12;\nCăn cứ {DECREE};\n\n" + ARTICLE,
     done(("self", "BASED_ON", "12/2008/QH12"), ("self", "BASED_ON", A)), "each căn cứ"),
    ("decree", f"Căn cứ Luật Giao thông số 12/2008/QH12 đã được sửa đổi, bổ sung bởi Luật số 35/2018/QH14;\n\n{ARTICLE}",
     done(("self", "BASED_ON", "12/2008/QH12"), ("35/2018/QH14", "AMENDS", "12/2008/QH12")),
     "what amended a ground is none"),
    ("decree", f"Căn cứ Nghị định số {A}; Nghị định số {B} sửa đổi, bổ sung một số điều của Nghị định số {A};\n\n{ARTICLE}",
     done(("self", "BASED_ON", A), ("self", "BASED_ON", B), (B, "AMENDS", A)), "a ground behind a semicolon"),
    ("decision", "Theo đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 45/TTr-SXD ngày 03 tháng 3 năm 2025 và Báo cáo số "
     "46/BC-SXD;\n\n" + ARTICLE,
     done(("self", "BASED_ON", "45/TTr-SXD"), ("self", "BASED_ON", "46/BC-SXD")), "at whose proposal"),
    ("conclusion", "Tại phiên họp ngày 12/4/2025, sau khi nghe Báo cáo của Ban Tổ chức Thành ủy về bến đò theo tinh thần "
     "Nghị quyết số 18-NQ/TW (Báo cáo số 86-BC/BTCTU, ngày 10/4/2025), Thành ủy kết luận như sau:\n\n1. Thống nhất.",
     done(("self", "BASED_ON", "86-BC/BTCTU")), "what a conclusion was told, not what that report is in the spirit of"),
    ("letter", "Căn cứ Điều 30 Luật Quản lý thuế số 38/2019/QH14, Cục Thuế có ý kiến như sau: nộp đủ.",
     done(("self", "BASED_ON", "38/2019/QH14")), "the grounds of a letter's answer"),
    ("decree", ARTICLE + f"1. Căn cứ Nghị định số {A}, Ủy ban nhân dân tỉnh quyết định mức phí.", set(), "not the preamble"),
    ("circular", f"Căn cứ Nghị định số {A} của Chính phủ quy định chi tiết một số điều của Luật Thủy lợi;\n\n{ARTICLE}",
     done(("self", "BASED_ON", A), (A, "GUIDES", "Luật Thủy lợi")), "the subject of a ground is the ground's"),
    ("circular", f"Căn cứ Nghị định số {A} quy định về thủy nông; quy định chi tiết và hướng dẫn thi hành một số điều của "
     f"Luật Thủy lợi;\n\n{ARTICLE}", done(("self", "BASED_ON", A), (A, "GUIDES", "Luật Thủy lợi")),
     "a subject with a semicolon"),
    ("plan", "Thực hiện Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương về nhà nước pháp quyền và Quyết "
     "định số 15/QĐ-TTg, Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển bến đò như sau:\n\nI. MỤC ĐÍCH",
     done(("self", "IMPLEMENTS", "27-NQ/TW"), ("self", "IMPLEMENTS", "15/QĐ-TTg")), "the opening of a plan"),
    ("decision", f"Căn cứ các Nghị định của Chính phủ quy định chi tiết một số điều của Luật Thủy lợi (Số {A}, số {B} sửa đổi, bổ "
     f"sung một số điều của Nghị định số {A});\n\n{ARTICLE}",
     done(("self", "BASED_ON", A), ("self", "BASED_ON", B), (A, "GUIDES", "Luật Thủy lợi"), (B, "GUIDES", "Luật Thủy lợi"),
          (B, "AMENDS", A)), "a head stands for all that the brackets behind it name"),
    ("decision", f"Căn cứ Nghị định số {A}; các Quyết định của Bộ trưởng Bộ Xây dựng về bến đò (số 12/QĐ-BXD ngày 02/3/2025 và số "
     f"15/QĐ-BXD ngày 05/3/2025);\n\n{ARTICLE}", done(*(("self", "BASED_ON", n) for n in (A, "12/QĐ-BXD", "15/QĐ-BXD"))),
     "a further ground with its documents in brackets"),
    ("letter", "Thực hiện Kết luận số 15-KL/TU của Thành ủy về bến đò và trên cơ sở báo cáo của Sở Xây dựng tại Công văn số "
     "12/SXD-KT ngày 17/11/2025; Chủ tịch Ủy ban nhân dân tỉnh chỉ đạo như sau:\n\n1. Đồng ý.",
     done(("self", "IMPLEMENTS", "15-KL/TU"), ("self", "BASED_ON", "12/SXD-KT")), "grounds joined to what a letter carries out"),
    ("letter", "Triển khai chỉ đạo của Thủ tướng Chính phủ tại Công điện số 225/CĐ-TTg ngày 20/11/2025, Bộ Xây dựng yêu cầu:\n\n"
     "1. Thực hiện chỉ đạo của Thủ tướng Chính phủ tại Công điện số 94/CĐ-TTg.",
     done(("self", "IMPLEMENTS", "225/CĐ-TTg")), "to carry out what is said in a document is to carry it out"),
    ("plan", "Thực hiện hướng dẫn của Bộ Nội vụ tại Công văn số 893/BNV-CT ngày 03/10/2025, Ủy ban nhân dân tỉnh ban hành Kế hoạch.",
     done(("self", "IMPLEMENTS", "893/BNV-CT")), "guidance given in a letter is carried out"),
    ("plan", f"Thực hiện Nghị quyết số 66/NQ-CP về đò, các bộ, Ủy ban nhân dân các tỉnh đã triển khai nhiều việc. Nghị định số {A} "
     "đã có.\n\n1. Rà soát.", set(), "what others did is told"),
    ("plan", "I. MỤC ĐÍCH, YÊU CẦU\n\n1. Mục đích\n\na) Cụ thể hóa nhiệm vụ, giải pháp chủ yếu đề ra tại Nghị quyết số 18-NQ/TU.\n\n"
     "2. Yêu cầu\n\na) Thực hiện Nghị quyết số 19-NQ/TU.\n\nII. NHIỆM VỤ\n\n1. Thực hiện Nghị quyết số 20-NQ/TU.",
     done(("self", "IMPLEMENTS", "18-NQ/TU")), "what a plan is for"),
    ("decision", f"Theo đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 45/TTr-SXD; của Chủ tịch Ủy ban nhân dân xã Bảo Hà tại Tờ "
     f"trình số 12/TTr-UBND;\n\n{ARTICLE}", done(*(("self", "BASED_ON", n) for n in ("45/TTr-SXD", "12/TTr-UBND"))),
     "what another one proposed, the word for it left out"),
    ("conclusion", 'Căn cứ Quy định số 294-QĐ/TW về "Thi hành Điều lệ Đảng", Hướng dẫn số 06-HD/TW về “nghiệp vụ công tác đảng viên";\n'
     "Căn cứ Quyết định số 9420-QĐ/TU “về chức năng”;\n\nBan Tổ chức hướng dẫn như sau:\n\n1. Làm.",
     done(*(("self", "BASED_ON", n) for n in ("294-QĐ/TW", "06-HD/TW", "9420-QĐ/TU")), ("294-QĐ/TW", "IMPLEMENTS", "Điều lệ Đảng")),
     "straight marks close what they or curved ones opened"),
    ("letter", "Chủ tịch Ủy ban nhân dân tỉnh có ý kiến như sau:\n\nGiao Sở Công Thương, căn cứ Luật Thủy lợi số 08/2017/QH14, tham mưu.",
     set(), "whose work stands on it"),
    ("conclusion", "2. Kế hoạch số 84/KH-UBND triển khai Nghị quyết số 14/NQ-CP của Chính phủ ban hành Kế hoạch về dữ liệu và Kế hoạch số "
     "34/KH-TCT của Tổ công tác.", done(("84/KH-UBND", "IMPLEMENTS", "14/NQ-CP"), ("84/KH-UBND", "IMPLEMENTS", "34/KH-TCT")),
     "one plan carries out two documents"),
    ("decision", f"{ARTICLE}1. Bộ Xây dựng rà soát, báo cáo cấp có thẩm quyền bãi bỏ Quyết định số 1504/QĐ-TTg ngày 28/8/2013.",
     planned(("self", "REPEALS", "1504/QĐ-TTg")), "who is to repeal it is told by his power"),
    ("letter", "Cục Thuế có ý kiến như sau:\n\n1. Tại khoản 3 Điều 71 Luật Khoa học số 93/2025/QH15 bổ sung vào Điều 4 (thu nhập miễn thuế) của "
     "Luật Thuế thu nhập cá nhân số 04/2007/QH12 quy định: miễn.", done(("93/2025/QH15", "AMENDS", "04/2007/QH12")),
     "what is put into a law amends it"),
]  # fmt: skip

PREAMBLES: list[tuple[str, str, set[Said], str]] = [
    ("decree", "Căn cứ Luật Giao thông số 12/2008/QH12;\nĐể thực hiện Nghị quyết số 31/NQ-CP phê duyệt Hiệp định về đò ngang "
     f"giữa Việt Nam và Lào;\nTheo đề nghị của Bộ trưởng Bộ Xây dựng;\n\n{ARTICLE}",
     done(("self", "BASED_ON", "12/2008/QH12"), ("self", "IMPLEMENTS", "31/NQ-CP")),
     "a line of the preamble says what the text is for; a treaty without a number is not promulgated"),
    ("decision", f"Căn cứ Nghị định số {A} về bến đò;\nNghị định số {B} sửa đổi, bổ sung một số điều của các nghị định về đò, "
     f"Nghị định số {C} về phí đò;\nCăn cứ Luật Thủy lợi số 08/2017/QH14;\n\n{ARTICLE}",
     done(*(("self", "BASED_ON", n) for n in (A, B, C, "08/2017/QH14"))), "a ground that goes on in the next line"),
    ("conclusion", "Căn cứ Quy định số 94-QĐ/TW, ngày 26/5/2025 của Bộ Chính trị “Thi hành Điều lệ Đảng”, Hướng dẫn số 16-HD/TW "
     "của Ban Bí thư “Một số điểm về thi hành Điều lệ Đảng”, Thành ủy kết luận:\n\n1. Thống nhất.",
     done(("self", "BASED_ON", "94-QĐ/TW"), ("self", "BASED_ON", "16-HD/TW"), ("94-QĐ/TW", "IMPLEMENTS", "Điều lệ Đảng"),
          ("16-HD/TW", "GUIDES", "Điều lệ Đảng")), "a quoted subject is that of the document before it"),
    ("decision", "Xét Tờ trình số 16/TTr-SXD về việc ban hành Quyết định sửa đổi Quyết định số 10/2022/QĐ-UBND; Văn bản số 62/SXD-KT về "
     "dự thảo Quyết định thay thế Quyết định số 11/2022/QĐ-UBND;\n\n" + ARTICLE,
     done(("self", "BASED_ON", "16/TTr-SXD"), ("self", "BASED_ON", "62/SXD-KT")), "who proposes a change has not made it"),
    ("plan", "Thực hiện Quyết định số 99/QĐ-TTg ban hành Kế hoạch triển khai thi hành Nghị định quy định chi tiết một số điều "
     "của Luật Thủy lợi, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\nI. MỤC ĐÍCH",
     done(("self", "IMPLEMENTS", "99/QĐ-TTg")), "a decree of no number guides, not this plan"),
    ("consolidated", f"Căn cứ Luật Thủy lợi số 08/2017/QH14;\n\n{ARTICLE}1 Nghị định số {A} của Chính phủ có căn cứ ban hành như "
     "sau: Căn cứ Luật Đê điều số 79/2006/QH11; Luật Giá số 16/2023/QH15;",
     done(("self", "BASED_ON", "08/2017/QH14"), (A, "BASED_ON", "79/2006/QH11"), (A, "BASED_ON", "16/2023/QH15")),
     "the grounds of another document in one paragraph with its name"),
]  # fmt: skip

CHANGES: list[tuple[str, str, set[Said], str]] = [
    ("decree", ARTICLE + f"1. Nghị định này thay thế {DECREE} về đò dọc và Nghị định số {B}.",
     done(("self", "REPLACES", A), ("self", "REPLACES", B)), "several targets, across a subject"),
    ("decree", ARTICLE + f"1. Nghị định này có hiệu lực từ ngày 01 tháng 5 năm 2025; bãi bỏ Nghị định số {A}.",
     done(("self", "REPEALS", A)), "a verb behind a semicolon has the same subject"),
    ("circular", ARTICLE + "1. Thông tư này có hiệu lực sau 45 ngày kể từ ngày ký và thay thế Thông tư số 33/2010/TT-BTC.",
     done(("self", "REPLACES", "33/2010/TT-BTC")), "in force after some days"),
    ("letter", "Tại Điều 71 Luật Khoa học số 93/2025/QH15 quy định: “9. Bãi bỏ Nghị quyết số 193/2025/QH15.”",
     done(("93/2025/QH15", "REPEALS", "193/2025/QH15")), "a letter quotes a law"),
    ("decree", ARTICLE + f"1. Nghị định số {A} quy định chi tiết Luật Thủy lợi; Nghị định số {B} quy định về đò dọc hết hiệu "
     "lực thi hành kể từ ngày Nghị định này có hiệu lực.",
     done(("self", "REPEALS", A), ("self", "REPEALS", B), (A, "GUIDES", "Luật Thủy lợi")), "said behind the list"),
    ("decree", ARTICLE + f"1. Nghị định này có hiệu lực kể từ ngày ký. Nghị định số {A} về đò dọc và Nghị định số {B} sửa đổi Nghị "
     f"định số {A} hết hiệu lực kể từ ngày Nghị định này có hiệu lực.",
     done(("self", "REPEALS", A), ("self", "REPEALS", B), (B, "AMENDS", A)), "a sentence that begins with the document"),
    ("decision", "Điều 1. Điều chỉnh thời hạn nộp phí ban hành tại Quyết định số 15/2024/QĐ-UBND.",
     done(("self", "AMENDS", "15/2024/QĐ-UBND")), "a part that is adjusted"),
    ("circular", ARTICLE + "1. Cục trưởng thẩm định, phê duyệt, phê duyệt điều chỉnh quy trình bến đò quy định tại khoản 2 Điều 7 Luật Thủy "
     "lợi.", set(), "what is adjusted under a law is no part of it"),
    ("decree", ARTICLE + f"1. Kể từ ngày Nghị định này có hiệu lực thi hành, Nghị định số {A} hết hiệu lực.",
     done(("self", "REPEALS", A)), "from the day of effect"),
    ("decree", ARTICLE + f"1. Bãi bỏ các Nghị định sau:\na) Nghị định số {A} về đò dọc;\nb) Khoản 2 Điều 5 Nghị định số {B}.",
     done(("self", "REPEALS", A), ("self", "REPEALS", B)), "a heading speaks for its items"),
    ("decree", ARTICLE + f"1. Các văn bản sau đây hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành:\n- Nghị định số "
     f"{A};\n- Nghị định số {B}.", done(("self", "REPEALS", A), ("self", "REPEALS", B)), "a heading with its verb behind"),
    ("decree", ARTICLE + f"1. Sửa đổi khoản 2 Điều 5 của Nghị định số {A} đã được sửa đổi bởi Nghị định số {B} như sau:",
     done(("self", "AMENDS", A), (B, "AMENDS", A)), "amended before, and now again"),
    ("decree", ARTICLE + f"1. Thay thế cụm từ “bến phà” bằng cụm từ “bến đò” tại Điều 5 Nghị định số {A}.",
     done(("self", "AMENDS", A)), "a phrase replaced amends"),
    ("decree", ARTICLE + f"1. Thay thế cụm từ “khoản 2 Điều 8 Nghị định số {A}” bằng cụm từ “khoản 4 Điều 8 Nghị định số {A}” "
     "tại khoản 1 Điều 6.", set(), "a document inside the phrase that is replaced"),
    ("decree", ARTICLE + f"1. Sửa đổi cụm từ “điểm b khoản 2 Điều 6 Nghị định số {A} về bến đò” tại khoản 3 Điều 12 Nghị định số "
     f"{B} về phí đò thành cụm từ “Điều 6 Nghị định số {C}”.", done(("self", "AMENDS", B)),
     "the document whose phrase is changed, not those inside the phrases"),
    ("circular", "Sửa đổi, bãi bỏ một số điều của Thông tư số 04/2022/TT-BNV\n\n" + ARTICLE,
     done(("self", "AMENDS", "04/2022/TT-BNV"), ("self", "REPEALS", "04/2022/TT-BNV")), "two verbs, two relations"),
    ("circular", ARTICLE + "1. Sửa đổi, bổ sung, thay thế một số nội dung của Thông tư số 04/2022/TT-BNV.",
     done(("self", "AMENDS", "04/2022/TT-BNV")), "contents replaced amend"),
    ("circular", ARTICLE + "1. Tạm ngưng hiệu lực của Thông tư số 04/2022/TT-BNV đến hết năm 2025.",
     done(("self", "SUSPENDS", "04/2022/TT-BNV")), "suspended"),
    ("decision", "Điều 1. Đính chính lỗi kỹ thuật tại Quyết định số 15/2024/QĐ-UBND ngày 02 tháng 3 năm 2024.",
     done(("self", "CORRECTS", "15/2024/QĐ-UBND")), "corrected"),
    ("decision", "Điều 1. Phê duyệt Đề án số 05/ĐA-SXD ngày 12 tháng 3 năm 2025 của Sở Xây dựng.",
     done(("self", "PROMULGATES", "05/ĐA-SXD")), "approved, with a number of its own"),
    ("letter", "Chương trình hành động số 46-CTr/TU ban hành kèm theo Quyết định số 1200-QĐ/TU nêu rõ việc này.",
     done(("1200-QĐ/TU", "PROMULGATES", "46-CTr/TU")), "carried by another"),
    ("decree", ARTICLE + f"1. Trường hợp Nghị định số {A} được sửa đổi, bổ sung thì áp dụng văn bản mới.", set(), "a case"),
    ("decree", ARTICLE + f"1. Các Nghị định sửa đổi, bổ sung Nghị định số {A} được áp dụng.", set(), "nobody in particular"),
    ("decree", ARTICLE + f"1. Việc này thực hiện theo Nghị định số {A} (được sửa đổi, bổ sung tại Nghị định số {B} và Nghị định "
     f"số {C}).", done((B, "AMENDS", A), (C, "AMENDS", A)), "passive, in brackets"),
    ("circular", ARTICLE + f"1. Theo Nghị định số {A} quy định chi tiết Luật Thủy lợi được sửa đổi, bổ sung bởi Nghị định số "
     f"{B}.", done((A, "GUIDES", "Luật Thủy lợi"), (B, "AMENDS", A)), "a decree amends a decree, not the law between"),
    ("circular", ARTICLE + f"1. Theo Nghị định số {A} (được sửa đổi bởi Nghị định số {B}) quy định chi tiết Luật Thủy lợi.",
     done((A, "GUIDES", "Luật Thủy lợi"), (B, "AMENDS", A)), "the document before an aside"),
    ("consolidated", "Thông tư số 24/2021/TT-BNV ngày 05 tháng 5 năm 2021 của Bộ trưởng Bộ Nội vụ, được sửa đổi, bổ sung bởi:\n"
     "Thông tư số 26/2023/TT-BNV ngày 20 tháng 5 năm 2023 của Bộ trưởng Bộ Nội vụ.\nCăn cứ Luật Thủy lợi số 08/2017/QH14;\n\n"
     + ARTICLE,
     done(("26/2023/TT-BNV", "AMENDS", "24/2021/TT-BNV"), ("self", "CONSOLIDATES", "24/2021/TT-BNV"),
          ("self", "CONSOLIDATES", "26/2023/TT-BNV"), ("self", "BASED_ON", "08/2017/QH14")), "a consolidated text's parts"),
    ("consolidated", "Căn cứ Luật Thủy lợi số 08/2017/QH14;\n\n" + ARTICLE
     + "2 Khoản này được sửa đổi theo quy định tại Điều 2 Thông tư số 26/2023/TT-BNV.",
     done(("self", "BASED_ON", "08/2017/QH14"), ("26/2023/TT-BNV", "AMENDS", "self")), "a footnote on a part of the text"),
]  # fmt: skip

TITLES: list[tuple[str, str, set[Said], str]] = [
    ("conclusion", "Đẩy mạnh thực hiện Chương trình hành động số 46-CTr/TU về thực hiện Nghị quyết số 27-NQ/TW.",
     done(("46-CTr/TU", "IMPLEMENTS", "27-NQ/TW")), "the document before the phrase implements"),
    ("conclusion", "Triển khai Nghị quyết số 14/NQ-CP của Chính phủ về ban hành Chương trình hành động của Chính phủ thực hiện "
     "Nghị quyết số 30-NQ/TW.", done(("14/NQ-CP", "IMPLEMENTS", "30-NQ/TW")), "through what it issues"),
    ("conclusion", "Triển khai Kết luận số 01-KL/TW về tiếp tục thực hiện Chỉ thị số 05-CT/TW.",
     done(("01-KL/TW", "CONTINUES", "05-CT/TW")), "continued"),
    ("conclusion", "Gắn với thực hiện Nghị quyết số 18-NQ/TW; quán triệt, thực hiện Chỉ thị số 05-CT/TW.", set(),
     "R7: gắn với, quán triệt"),
    ("conclusion", "Tiếp tục triển khai thực hiện Kết luận số 14-KL/TW ngày 22/9/2021 của Bộ Chính trị.", set(),
     "an order to carry out is a task"),
    ("circular", ARTICLE + f"1. Tiếp tục thực hiện theo quy định tại Nghị định số {A}.", set(), "according to, not continued"),
    ("circular", ARTICLE + f"1. Theo Thông tư số 52/2023/TT-BTC hướng dẫn Nghị định số {A}.",
     done(("52/2023/TT-BTC", "GUIDES", A)), "a circular guides a decree"),
    ("decision", f"Điều 1. Công bố danh mục.\n\n18.\nThông tư\nSố 178/1998/TT-BNV\nngày 04/6/1998\nVề việc hướng dẫn thực hiện Nghị "
     f"định\nsố {A} ngày 01 tháng 02 năm 2021\nvề bến đò\n", done(("178/1998/TT-BNV", "GUIDES", A)),
     "the next column of a table is the title"),
    ("circular", ARTICLE + f"1. Theo Thông tư số 52/2023/TT-BTC về việc thực hiện Nghị định số {A}.",
     done(("52/2023/TT-BTC", "GUIDES", A)), "a circular on carrying out guides"),
    ("letter", f"Các Nghị định về đò: số {A}, số {B} quy định chi tiết Luật Thủy lợi.",
     done((A, "GUIDES", "Luật Thủy lợi"), (B, "GUIDES", "Luật Thủy lợi")), "a list guides together"),
    ("letter", f"Các Nghị định: số {A}; số {B} sửa đổi, bổ sung Nghị định số {A} và số {C} về đò.", done((B, "AMENDS", A)),
     "a bare number goes on the list"),
    ("decree", ARTICLE + f"1. Bãi bỏ Điều 2 Nghị định số {A} sửa đổi, bổ sung một số điều của Nghị định số {B}; "
     f"Nghị định số {C} về đò.", done(("self", "REPEALS", A), (A, "AMENDS", B), (A, "AMENDS", C)),
     "a list that a repealed article had changed"),
    ("letter", "Luật Thủy lợi số 08/2017/QH14 đã được sửa đổi, bổ sung một số điều theo Luật số 35/2018/QH14 và Luật số "
     "59/2020/QH14, Luật Đê điều số 79/2006/QH11, Luật Giá số 16/2023/QH15 hết hiệu lực.",
     done(("35/2018/QH14", "AMENDS", "08/2017/QH14"), ("59/2020/QH14", "AMENDS", "08/2017/QH14")),
     "a law named goes on the list of laws named, not of the laws that amend by number"),
    ("letter", "Trả lời Thông báo số 12/TB-VPQH về tình hình thực hiện Nghị quyết số 66/2013/QH13.",
     done(("12/TB-VPQH", "REVIEWS", "66/2013/QH13")), "the subject of a report"),
    ("letter", "Theo Công văn số 59-CV/BCĐ của Ban Chỉ đạo Trung ương về tổng kết Nghị quyết số 18-NQ/TW.", set(),
     "a body named by its purpose"),
    ("plan", "Phối hợp theo Kế hoạch số 130/KH-BCĐ của Ban Chỉ đạo về tổng kết thực hiện Nghị quyết số 18-NQ/TW.", set(),
     "nor is its plan an order to review"),
    ("letter", "Theo Nghị quyết số 27/2023/NQ-HĐND của Hội đồng nhân dân tỉnh Lào Cai sửa đổi Nghị quyết số 10/2022/NQ-HĐND.",
     done(("27/2023/NQ-HĐND", "AMENDS", "10/2022/NQ-HĐND")), "a council is no committee of purpose"),
    ("letter", "Tại Hội nghị sơ kết tình hình thực hiện Nghị quyết số 57-NQ/TW, lãnh đạo Cục có ý kiến.", set(),
     "a conference is no review of this text's"),
    ("letter", "V/v khó khăn trong việc triển khai Nghị định số 14/2021/NĐ-CP và trong triển khai Luật Thủy lợi.", set(),
     "what is met with on the way is no carrying out"),
    ("letter", "Tại dự thảo Luật này sẽ sửa đổi, bổ sung khoản 2 Điều 5 Luật Thủy lợi.",
     planned(("self", "AMENDS", "Luật Thủy lợi")), "a draft that is spoken of has changed nothing yet"),
    ("letter", "Rà soát Luật Thủy lợi để sửa đổi, bổ sung đồng bộ Luật Đê điều.",
     planned(("self", "AMENDS", "Luật Đê điều")), "a law that is gone through changes no other"),
]  # fmt: skip

ORDERS: list[tuple[str, str, set[Said], str]] = [
    ("conclusion", "- Ban hành Quyết định sửa đổi Quyết định số 1738-QĐ/TU, ngày 27/01/2015 của Ban Thường vụ Thành ủy.",
     planned(("~Quyết định", "AMENDS", "1738-QĐ/TU")), "an amendment ordered amends nothing yet"),
    ("conclusion", "- Ban hành Kế hoạch triển khai thực hiện: Kết luận số 50-KL/TW, ngày 28/02/2023 của Bộ Chính trị.",
     planned(("~Kế hoạch", "IMPLEMENTS", "50-KL/TW")), "a plan to come"),
    ("conclusion", "- Khẩn trương nghiên cứu, sửa đổi, bổ sung Nghị quyết số 12-NQ/TU.",
     planned(("self", "AMENDS", "12-NQ/TU")), "nobody names the document to come"),
    ("conclusion", "- Tham mưu Thành ủy sơ kết, tổng kết việc thực hiện Chỉ thị số 32-CT/TU.",
     planned(("self", "REVIEWS", "32-CT/TU")), "an order to review"),
    ("conclusion", "1. Tổng kết Nghị quyết số 08-NQ/TU về khoa học\n\nThành ủy thống nhất đánh giá.",
     done(("self", "REVIEWS", "08-NQ/TU")), "a heading of a conclusion reviews itself"),
    ("plan", f"II. NHIỆM VỤ\n1. Thực hiện khi có Nghị định mới thay thế Nghị định số {A} và Nghị định số {B}.",
     planned(("~Nghị định", "REPLACES", A), ("~Nghị định", "REPLACES", B)), "awaited, not ordered"),
    ("plan", "II. NHIỆM VỤ\n1. Hoàn thiện pháp luật về đò theo hướng: Bãi bỏ điều kiện kinh doanh đò ngang trong Luật Thủy lợi.",
     planned(("self", "REPEALS", "Luật Thủy lợi")), "the direction that a change is to take"),
    ("plan", f"B. DANH MỤC VĂN BẢN CẦN SỬA ĐỔI, BỔ SUNG, BÃI BỎ\n\nTT\nVăn bản cần sửa đổi\nI\nNGHỊ ĐỊNH\n\n1.\nNghị định số {A}\n"
     f"Điều 4\nBộ Xây dựng\n2.\nNghị định số {B}\nĐiều 5\nBộ Nội vụ\n\nC. KINH PHÍ\n1.\nNghị định số {C}\n",
     planned(("self", "AMENDS", A), ("self", "AMENDS", B)), "a list speaks for its rows and ends with its heading"),
    ("plan", f"B. DANH MỤC VĂN BẢN ĐỀ NGHỊ BÃI BỎ\n\n| 1 | Nghị định số {A} | Bộ Xây dựng |\n",
     planned(("self", "REPEALS", A)), "a list of what is to end"),
    ("plan", f"II. VĂN BẢN ĐỀ NGHỊ SỬA ĐỔI DỰ ÁN\n\n1.\nNghị định số {A}\n", set(), "a letter's name heads no list"),
    ("plan", "II. NHIỆM VỤ\n1. Xây dựng các Luật sửa đổi, bổ sung các Luật: (1) Luật Thủy lợi; (2) Luật Đê điều.",
     planned(("~Luật sửa", "AMENDS", "Luật Thủy lợi"), ("~Luật sửa", "AMENDS", "Luật Đê điều")), "a numbered list behind a colon"),
    ("plan", "II. NHIỆM VỤ\n1. Tham mưu sửa đổi, bổ sung hoặc thay thế Quyết định số 15/2021/QĐ-UBND.",
     planned(("self", "AMENDS", "15/2021/QĐ-UBND"), ("self", "REPLACES", "15/2021/QĐ-UBND")), "two ways left open"),
    ("decision", f"Điều 1. Phê duyệt phương án.\n\nPHỤ LỤC\nPHƯƠNG ÁN\n1. Sửa đổi khoản 4 Điều 5 Nghị định số {A} của Chính phủ.",
     planned(("self", "AMENDS", A)), "a province cannot amend a decree: it proposes"),
]  # fmt: skip

ROWS = [*GROUNDS, *PREAMBLES, *CHANGES, *TITLES, *ORDERS]


@pytest.mark.parametrize(("kind", "body", "expected", "reason"), ROWS, ids=[r[3] for r in ROWS])
def test_a_clause_states(kind: str, body: str, expected: set[Said], reason: str) -> None:
    assert read(kind, body).said() == expected, reason


def test_the_title_speaks_for_the_text() -> None:
    found = Read(
        "BỘ NỘI VỤ\nSố: 09/2025/TT-BNV\nHà Nội, ngày 13 tháng 4 năm 2025\n\nTHÔNG TƯ\n"
        f"Hướng dẫn thi hành Nghị định số {A} của Chính phủ\n\nCăn cứ Luật Thủy lợi số 08/2017/QH14;\n\n{ARTICLE}"
    )
    assert found.said() == done(("self", "GUIDES", A), ("self", "BASED_ON", "08/2017/QH14"))


def test_each_quoted_preamble_is_of_the_document_named_before_it() -> None:
    body = (
        "1 Thông tư số 26/2023/TT-BNV có căn cứ ban hành như sau: “Căn cứ Luật Cư trú số 68/2020/QH14; Xét đề nghị của Cục "
        "trưởng,” Thông tư số 27/2024/TT-BNV có căn cứ ban hành như sau: “Căn cứ Luật Giá số 16/2023/QH15;”"
    )
    assert read("consolidated", ARTICLE + body).said() == done(
        ("26/2023/TT-BNV", "BASED_ON", "68/2020/QH14"), ("27/2024/TT-BNV", "BASED_ON", "16/2023/QH15")
    )


def test_what_a_decision_makes_public_guides_not_the_decision() -> None:
    found = Read(
        "BỘ NỘI VỤ\nSố: 33/QĐ-BNV\nHà Nội, ngày 13 tháng 4 năm 2025\n\nQUYẾT ĐỊNH\n"
        f"Về việc công bố văn bản quy định chi tiết, hướng dẫn thi hành Nghị định số {A}\n\nĐiều 1. Công bố danh mục."
    )
    assert found.said() == set()


def test_each_relation_is_stated_once_with_the_clause_that_says_it_first() -> None:
    found = read("decree", ARTICLE + f"1. Sửa đổi Điều 3 Nghị định số {A}.\n2. Sửa đổi Điều 7 Nghị định số {A}.")
    assert [(r.relation, r.pinpoint) for r in found.related] == [("AMENDS", "Điều 3; Điều 7")]
    (r,) = found.related
    assert found.text.flat[r.start : r.end] == f"Sửa đổi Điều 3 Nghị định số {A}"


def test_a_whole_repeal_is_not_made_partial_by_a_later_clause() -> None:
    found = read("decree", ARTICLE + f"1. Bãi bỏ Điều 3 Nghị định số {A}.\n2. Bãi bỏ Nghị định số {A}.")
    assert [(r.relation, r.pinpoint) for r in found.related] == [("REPEALS", None)]


PARTS: list[tuple[str, str, str | None]] = [
    (f"Bãi bỏ Danh mục bến đò ban hành kèm theo Nghị định số {A}.", "REPEALS", "Danh mục bến đò"),
    (f"Sửa đổi, bổ sung một số điều của Nghị định số {A}.", "AMENDS", "một số điều"),
    (f"Bãi bỏ các quy định về phí đò tại Nghị định số {A}.", "REPEALS", "quy định về phí đò"),
    (f"Nghị định số {B} quy định chi tiết Nghị định số {A}.", "GUIDES", None),
    (f"Khoản này được bãi bỏ theo quy định tại Điều 2 Nghị định số {A}.", "REPEALS", "Khoản này"),
    (f"Điều 5 Nghị định số {B} được bãi bỏ bởi Nghị định số {A}.", "REPEALS", "Điều 5"),
    (f"Bãi bỏ Nghị định số {A} quy định danh mục bến đò.", "REPEALS", None),
    (f"Nghị định này thay thế Nghị định số {A}.", "REPLACES", None),
]


@pytest.mark.parametrize(("sentence", "relation", "part"), PARTS)
def test_a_relation_to_a_part_of_a_document_names_the_part(sentence: str, relation: str, part: str | None) -> None:
    found = read("decree", f"{ARTICLE}1. {sentence}")
    assert [(r.relation, r.pinpoint) for r in found.related] == [(relation, part)]


def test_quoted_words_of_another_document_do_not_speak_for_this_one() -> None:
    body = (
        f"1. Sửa đổi Điều 9 Nghị định số {A} như sau:\n“Điều 9. Hiệu lực\n1. Nghị định này thay thế Nghị định số {B}.”"
    )
    assert read("decree", ARTICLE + body).said() == done(("self", "AMENDS", A))


def test_the_grounds_of_a_quoted_preamble_are_those_of_the_document_named_above() -> None:
    body = (
        "1 Thông tư số 26/2023/TT-BNV của Bộ trưởng Bộ Nội vụ có căn cứ ban hành như sau:\n"
        "“Căn cứ Luật Cư trú số 68/2020/QH14;\nBộ trưởng ban hành Thông tư.”"
    )
    assert ("26/2023/TT-BNV", "BASED_ON", "68/2020/QH14", False) in read("consolidated", ARTICLE + body).said()


def phrase_rows() -> list[tuple[str, tuple[str, ...]]]:
    rows = patterns("relations")["phrase"]
    return [(row["example"], tuple(row["relations"])) for row in rows]


@pytest.mark.parametrize(("example", "found"), phrase_rows(), ids=[r[0][:60] for r in phrase_rows()])
def test_every_phrase_of_the_table_is_found_in_its_example(example: str, found: tuple[str, ...]) -> None:
    said = phrases().find(example.lower(), 0, len(example))
    assert found in [s.phrase.relations for s in said]


def test_every_relation_of_the_model_that_a_text_may_state_has_a_phrase() -> None:
    from graph.model import model

    told = {r for row in patterns("relations")["phrase"] for r in row["relations"]} | {"BASED_ON"}
    assert set(model().relations) - told == {"APPROVES"}


WORDS = [
    "Nghị định số 14/2021/NĐ-CP", "Luật Thủy lợi", "Nghị quyết số 27-NQ/TW", "sửa đổi, bổ sung", "được sửa đổi bởi", "bãi bỏ",
    "thực hiện", "tiếp tục", "quy định chi tiết", "của", "và", ";", ".", "\n", "(", ")", "“", "”", "Căn cứ", "Điều 5",
    "khoản 2", "Nghị định này", "hết hiệu lực", "ban hành", "Kế hoạch", "các", "sau:", "\n1. ", "\n- ", "về", "tổng kết", "này",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(HEADS)), st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_words_in_any_order_are_read_and_every_clause_stands_in_the_text(kind: str, words: list[str]) -> None:
    found = read(kind, " ".join(words))
    size = len(found.text.flat)
    known = {"self", *(c.handle for c in found.spoken)}
    for r in found.related:
        assert 0 <= r.start < r.end <= size
        assert {r.source, r.target} <= known
        assert r.source != r.target


def test_long_lists_of_articles_are_read_in_a_moment() -> None:
    articles = ", ".join(f"khoản {i} Điều {i}" for i in range(1, 900))
    body = "\n".join(f"{i}. Bãi bỏ {articles} và các điểm của văn bản thuộc Nghị định số {A}." for i in range(1, 6))
    began = time.process_time()
    read("decree", ARTICLE + body)
    assert time.process_time() - began < 5


def test_the_words_of_a_document_quoted_at_length_are_its_own() -> None:
    body = (
        "Điều 23 của Luật Phí và lệ phí số 97/2015/QH13 quy định như sau:\n“Điều 23. Hiệu lực thi hành\n"
        "1. Bãi bỏ khoản 3 Điều 75 của Luật Giao thông đường thủy nội địa số 23/2004/QH11.\n"
        "2. Pháp lệnh Phí và lệ phí số 38/2001/PL-UBTVQH10 hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành.”."
    )
    assert read("consolidated", f"Căn cứ Luật Thủy lợi số 08/2017/QH14;\n\n{ARTICLE}{body}").said() == done(
        ("self", "BASED_ON", "08/2017/QH14"),
        ("97/2015/QH13", "REPEALS", "23/2004/QH11"),
        ("97/2015/QH13", "REPEALS", "38/2001/PL-UBTVQH10"),
    )


def test_the_next_column_of_a_list_is_the_title_of_the_document_before() -> None:
    table = (
        f"| Nghị định số {A} ngày 28/02/2020 | Quy định chi tiết thi hành một số điều của Luật Thủy lợi | 20/4/2020 |"
    )
    assert read("decision", f"PHỤ LỤC\nDANH MỤC VĂN BẢN\n{table}").said() == done((A, "GUIDES", "Luật Thủy lợi"))


def test_a_heading_without_a_colon_speaks_for_its_items() -> None:
    body = f"Điều 1. Bãi bỏ toàn bộ 02 văn bản quy phạm pháp luật\n1. Nghị định số {A} về đò.\n2. Nghị định số {B}."
    assert read("decree", body).said() == done(("self", "REPEALS", A), ("self", "REPEALS", B))
