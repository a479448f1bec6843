"""Who is named: each row a phrase, the actors that it names, and what is left behind them."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from loaders.mentions.bodies.bodies import bodies


class Row(NamedTuple):
    reason: str
    words: str
    names: list[str]
    left: str
    collective: bool | None = None  # of the last actor


ROWS = [
    Row("a ministry by its field", "Bộ Tài chính chủ trì", ["Bộ Tài chính"], " chủ trì", False),
    Row(
        "a field of several words", "Bộ Nông nghiệp và Môi trường rà soát", ["Bộ Nông nghiệp và Môi trường"], " rà soát"
    ),
    Row(
        "commas inside a field part nothing",
        "Sở Văn hóa, Thể thao và Du lịch tham mưu",
        ["Sở Văn hóa, Thể thao và Du lịch"],
        " tham mưu",
        False,
    ),
    Row(
        "bodies named one by one are one actor each",
        "Bộ Y tế, Bộ Tài chính và Bộ Công an phối hợp",
        ["Bộ Y tế", "Bộ Tài chính", "Bộ Công an"],
        " phối hợp",
    ),
    Row(
        "a plural head with its names behind a colon",
        "các Bộ: Tài chính, Công an, Y tế khẩn trương",
        ["Bộ Tài chính", "Bộ Công an", "Bộ Y tế"],
        " khẩn trương",
    ),
    Row(
        "the police are a body of their own beside departments",
        "các Sở: Nội vụ, Tài chính, Công an tỉnh rà soát",
        ["Sở Nội vụ", "Sở Tài chính", "Công an tỉnh"],
        " rà soát",
    ),
    Row("a plural head said once", "các Bộ Y tế, Công an rà soát", ["Bộ Y tế", "Bộ Công an"], " rà soát"),
    Row(
        "classes joined by commas are one",
        "các bộ, ngành, địa phương rà soát",
        ["các bộ, ngành, địa phương"],
        " rà soát",
        True,
    ),
    Row(
        "named bodies, then a class",
        "Bộ Y tế và các bộ, ngành liên quan rà soát",
        ["Bộ Y tế", "các bộ, ngành liên quan"],
        " rà soát",
        True,
    ),
    Row(
        "places behind a colon are one class",
        "Ủy ban nhân dân các tỉnh: Lào Cai, Đồng Nai khẩn trương",
        ["Ủy ban nhân dân các tỉnh: Lào Cai, Đồng Nai"],
        " khẩn trương",
        True,
    ),
    Row("a level makes a class", "UBND cấp xã có trách nhiệm", ["UBND cấp xã"], " có trách nhiệm", True),
    Row("a seat makes none", "Ủy ban nhân dân tỉnh chỉ đạo", ["Ủy ban nhân dân tỉnh"], " chỉ đạo", False),
    Row(
        "a committee of a named place",
        "Ủy ban nhân dân thành phố Hải Phòng chỉ đạo",
        ["Ủy ban nhân dân thành phố Hải Phòng"],
        " chỉ đạo",
        False,
    ),
    Row(
        "committees in small letters are a class",
        "các tỉnh ủy, thành ủy lãnh đạo",
        ["các tỉnh ủy, thành ủy"],
        " lãnh đạo",
        True,
    ),
    Row(
        "an office of the committees of provinces and of cities is a class",
        "Ban Tuyên giáo và Dân vận tỉnh ủy, thành ủy hướng dẫn",
        ["Ban Tuyên giáo và Dân vận tỉnh ủy, thành ủy"],
        " hướng dẫn",
        True,
    ),
    Row("a post with its body", "Giám đốc Sở Y tế rà soát", ["Giám đốc Sở Y tế"], " rà soát", False),
    Row("a post with a class", "Thủ trưởng các cơ quan rà soát", ["Thủ trưởng các cơ quan"], " rà soát", True),
    Row(
        "a name that runs on in small letters",
        "Ban Quản lý dự án đầu tư xây dựng thành phố khẩn trương",
        ["Ban Quản lý dự án đầu tư xây dựng thành phố"],
        " khẩn trương",
        False,
    ),
    Row(
        "a verb inside a name, another behind it",
        "Cục Quản lý đầu tư xây dựng tham mưu",
        ["Cục Quản lý đầu tư xây dựng"],
        " tham mưu",
        False,
    ),
    Row(
        "a comma inside the name of a board",
        "Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực tỉnh rà soát",
        ["Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực tỉnh"],
        " rà soát",
    ),
    Row(
        "the Front and the unions are a class",
        "Mặt trận Tổ quốc và các đoàn thể vận động",
        ["Mặt trận Tổ quốc và các đoàn thể"],
        " vận động",
        True,
    ),
    Row("an aside belongs to no name", "Sở Tài chính (cơ quan thường trực) rà soát", ["Sở Tài chính"], " rà soát"),
    Row(
        "a name that lists its fields",
        "Vụ trưởng Vụ Kế hoạch, Tài chính, Viện trưởng Viện Văn hóa, Nghệ thuật chịu trách nhiệm",
        ["Vụ trưởng Vụ Kế hoạch, Tài chính", "Viện trưởng Viện Văn hóa, Nghệ thuật"],
        " chịu trách nhiệm",
    ),
    Row(
        "what is managed is a part of the name",
        "Cục Quản lý, giám sát kế toán, Cục Thuế rà soát",
        ["Cục Quản lý, giám sát kế toán", "Cục Thuế"],
        " rà soát",
    ),
    Row("a place is no field", "Vụ Pháp chế, Hà Nội", ["Vụ Pháp chế"], ", Hà Nội"),
    Row(
        "committees of provinces and cities side by side are all of them",
        "Bí thư Tỉnh ủy, Thành ủy, Chủ tịch Ủy ban nhân dân các tỉnh rà soát",
        ["Bí thư Tỉnh ủy, Thành ủy, Chủ tịch Ủy ban nhân dân các tỉnh"],
        " rà soát",
        True,
    ),
    Row(
        "a region is no ministry", "các tỉnh khu vực Trung Bộ rà soát", ["các tỉnh khu vực Trung Bộ"], " rà soát", True
    ),
    Row(
        "a body inside a name",
        "Văn phòng Ban chỉ đạo phòng thủ dân sự rà soát",
        ["Văn phòng Ban chỉ đạo phòng thủ dân sự"],
        " rà soát",
    ),
    Row("a document ends a name", "Chính phủ Nghị định mới", ["Chính phủ"], " Nghị định mới"),
    Row(
        "an island district",
        "Ủy ban nhân dân huyện đảo Hòn Sếu lập danh sách",
        ["Ủy ban nhân dân huyện đảo Hòn Sếu"],
        " lập danh sách",
        False,
    ),
    Row("an island commune", "UBND xã đảo Hòn Nhạn rà soát", ["UBND xã đảo Hòn Nhạn"], " rà soát", False),
    Row(
        "a town in a province",
        "Công an thành phố Bãi Nhạn thuộc tỉnh Lam Triều rà soát",
        ["Công an thành phố Bãi Nhạn thuộc tỉnh Lam Triều"],
        " rà soát",
        False,
    ),
    Row(
        "towns under provinces are a class",
        "Ủy ban nhân dân các huyện, thị xã, thành phố thuộc tỉnh rà soát",
        ["Ủy ban nhân dân các huyện, thị xã, thành phố thuộc tỉnh"],
        " rà soát",
        True,
    ),
    Row("a special zone", "UBND đặc khu Phú Quốc rà soát", ["UBND đặc khu Phú Quốc"], " rà soát", False),
    Row(
        "communes of a sort",
        "UBND các xã biên giới, hải đảo rà soát",
        ["UBND các xã biên giới, hải đảo"],
        " rà soát",
        True,
    ),
    Row(
        "places behind a plural without a colon are one class",
        "UBND các phường Ba Đình, Ngọc Hà và Giảng Võ, Sở Y tế rà soát",
        ["UBND các phường Ba Đình, Ngọc Hà và Giảng Võ", "Sở Y tế"],
        " rà soát",
    ),
    Row(
        "a province that begins like a verb",
        "Ủy ban nhân dân các thành phố: Hà Nội, Cần Thơ rà soát",
        ["Ủy ban nhân dân các thành phố: Hà Nội, Cần Thơ"],
        " rà soát",
        True,
    ),
    Row(
        "kinds of area in a row make a class of any name",
        "Đảng ủy xã, phường, đặc khu rà soát",
        ["Đảng ủy xã, phường, đặc khu"],
        " rà soát",
        True,
    ),
    Row(
        "a place like a family name is no person",
        "Quận ủy Lê Chân và Sở Y tế rà soát",
        ["Quận ủy Lê Chân", "Sở Y tế"],
        " rà soát",
    ),
    Row(
        "behind its area a name is whole",
        "Ban Quản lý Khu kinh tế thành phố lập đề án",
        ["Ban Quản lý Khu kinh tế thành phố"],
        " lập đề án",
    ),
    Row(
        "a board that says what it carries out",
        "Ban Chỉ đạo thực hiện Nghị quyết số 57-NQ/TW tỉnh rà soát",
        ["Ban Chỉ đạo thực hiện Nghị quyết số 57-NQ/TW tỉnh"],
        " rà soát",
        False,
    ),
    Row(
        "a board that is about something",
        "Ban Chỉ đạo về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh tham mưu",
        ["Ban Chỉ đạo về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh"],
        " tham mưu",
        False,
    ),
    Row(
        "a working group by its programme",
        "Tổ công tác thực hiện Chương trình hành động của tỉnh rà soát",
        ["Tổ công tác thực hiện Chương trình hành động của tỉnh"],
        " rà soát",
        False,
    ),
    Row(
        "the work of a board lists things",
        "Ban Chỉ đạo công tác xóa nhà tạm, nhà dột nát tỉnh rà soát",
        ["Ban Chỉ đạo công tác xóa nhà tạm, nhà dột nát tỉnh"],
        " rà soát",
        False,
    ),
    Row(
        "a board for several dangers",
        "Ban Chỉ huy phòng thủ dân sự, phòng chống thiên tai và tìm kiếm cứu nạn tỉnh rà soát",
        ["Ban Chỉ huy phòng thủ dân sự, phòng chống thiên tai và tìm kiếm cứu nạn tỉnh"],
        " rà soát",
        False,
    ),
    Row(
        "a verb with what a board is told to do ends its name",
        "Ban Chỉ đạo thực hiện nghiêm các nội dung trên địa bàn tỉnh; báo cáo",
        ["Ban Chỉ đạo"],
        " thực hiện nghiêm các nội dung trên địa bàn tỉnh; báo cáo",
        False,
    ),
    Row(
        "a department with two fields, one like a noun",
        "Cục Quản lý đê điều và Phòng, chống thiên tai chủ trì",
        ["Cục Quản lý đê điều và Phòng, chống thiên tai"],
        " chủ trì",
        False,
    ),
    Row(
        "a department that does two things",
        "Cục Quản lý và xây dựng công trình thủy lợi rà soát",
        ["Cục Quản lý và xây dựng công trình thủy lợi"],
        " rà soát",
        False,
    ),
    Row(
        "a pair of words with a comma",
        "Cục Quản lý khám, chữa bệnh rà soát",
        ["Cục Quản lý khám, chữa bệnh"],
        " rà soát",
        False,
    ),
    Row(
        "what a department keeps watch on",
        "Cục Cảnh sát quản lý hành chính về trật tự xã hội chủ trì",
        ["Cục Cảnh sát quản lý hành chính về trật tự xã hội"],
        " chủ trì",
        False,
    ),
    Row(
        "things managed, no bodies",
        "Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh rà soát",
        ["Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh"],
        " rà soát",
        False,
    ),
    Row(
        "fields in small letters up to the area",
        "Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh rà soát",
        ["Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh"],
        " rà soát",
        False,
    ),
    Row(
        "what looks like a verb and is a part of the name",
        "Văn phòng đăng ký đất đai có trách nhiệm",
        ["Văn phòng đăng ký đất đai"],
        " có trách nhiệm",
        False,
    ),
    Row(
        "a field that no table has",
        "Sở An toàn thực phẩm rà soát",
        ["Sở An toàn thực phẩm"],
        " rà soát",
        False,
    ),
    Row(
        "a class with a comma inside",
        "các cơ sở sản xuất, kinh doanh, dịch vụ trên địa bàn chấp hành",
        ["các cơ sở sản xuất, kinh doanh, dịch vụ trên địa bàn"],
        " chấp hành",
        True,
    ),
    Row(
        "a board of the Party as it stands",
        "Ban Dân vận và Ủy ban Mặt trận Tổ quốc tỉnh rà soát",
        ["Ban Dân vận", "Ủy ban Mặt trận Tổ quốc tỉnh"],
        " rà soát",
    ),
    Row(
        "a further field under the same head",
        "Bộ Y tế, Công Thương, Nông nghiệp và Môi trường rà soát",
        ["Bộ Y tế", "Bộ Công Thương", "Bộ Nông nghiệp và Môi trường"],
        " rà soát",
    ),
    Row(
        "a unit and the ministry that it is of are one",
        "Cục Quản lý xuất nhập cảnh, Bộ Công an và Cục Lãnh sự, Bộ Ngoại giao rà soát",
        ["Cục Quản lý xuất nhập cảnh", "Cục Lãnh sự"],
        " rà soát",
    ),
    Row(
        "a unit among ministries is one of them",
        "Cục Việc làm, Bộ Nội vụ, Bộ Công an rà soát",
        ["Cục Việc làm", "Bộ Nội vụ", "Bộ Công an"],
        " rà soát",
    ),
    Row("a capital verb is no place", "Công an Thành phố Chỉ đạo các xã", ["Công an Thành phố"], " Chỉ đạo các xã"),
    Row("the mark of a footnote is no part of a name", "Sở Nội vụ12 rà soát", ["Sở Nội vụ"], " rà soát"),
    # --- what a body does, where it works, and who stands beside it
    Row(
        "a class told apart by what it does, and bound",
        "Cơ quan chủ trì giải quyết thủ tục bến đò có trách nhiệm rà soát",
        ["Cơ quan chủ trì giải quyết thủ tục bến đò"],
        " có trách nhiệm rà soát",
        True,
    ),
    Row(
        "whoever was given the work",
        "Người được giao theo dõi, giải quyết công việc của cơ quan, tổ chức có trách nhiệm lập hồ sơ",
        ["Người được giao theo dõi, giải quyết công việc của cơ quan, tổ chức"],
        " có trách nhiệm lập hồ sơ",
        True,
    ),
    Row(
        "an adverb tells no class apart",
        "các đơn vị chủ động liên hệ với cá nhân có trách nhiệm",
        ["các đơn vị"],
        " chủ động liên hệ với cá nhân có trách nhiệm",
        True,
    ),
    Row(
        "a kind of body by what it does, and what it is told right behind",
        "Cơ quan thực hiện số hóa tổng hợp hồ sơ",
        ["Cơ quan thực hiện số hóa"],
        " tổng hợp hồ sơ",
        True,
    ),
    Row(
        "from which level down to which",
        "Các cơ quan chuyên môn từ tỉnh đến địa phương làm tốt công tác",
        ["Các cơ quan chuyên môn từ tỉnh đến địa phương"],
        " làm tốt công tác",
        True,
    ),
    Row(
        "the Front beside classes is one of them",
        "Người đứng đầu cơ quan, tổ chức đảng, Mặt trận Tổ quốc Việt Nam rà soát",
        ["Người đứng đầu cơ quan, tổ chức đảng, Mặt trận Tổ quốc Việt Nam"],
        " rà soát",
        True,
    ),
    Row(
        "two names of which a place has one",
        "Sở Du lịch/Sở Xây dựng tỉnh, thành phố trực thuộc Trung ương chủ trì",
        ["Sở Du lịch/Sở Xây dựng tỉnh, thành phố trực thuộc Trung ương"],
        " chủ trì",
        True,
    ),
    Row(
        "a unit and the office that it is of",
        "Cục Lưu trữ, Văn phòng Trung ương Đảng rà soát",
        ["Cục Lưu trữ"],
        " rà soát",
    ),
    Row(
        "members of a board, to the end of what it works on",
        "Các thành viên Ban Chỉ đạo quốc gia về phát triển bến đò, các bộ, ngành rà soát",
        ["Các thành viên Ban Chỉ đạo quốc gia về phát triển bến đò, các bộ, ngành"],
        " rà soát",
        True,
    ),
    Row(
        "whoever was chosen for the work",
        "đơn vị được lựa chọn quan trắc bến đò triển khai kế hoạch",
        ["đơn vị được lựa chọn quan trắc bến đò"],
        " triển khai kế hoạch",
        True,
    ),
    Row(
        "the quoted title of what a board works on",
        "các cơ quan thành viên Ban Chỉ đạo phong trào “Bến đò an toàn” tỉnh rà soát các bến",
        ["các cơ quan thành viên Ban Chỉ đạo phong trào “Bến đò an toàn” tỉnh"],
        " rà soát các bến",
        True,
    ),
    Row(
        "what a unit works on, and its ministry",
        "Cục Cảnh sát quản lý hành chính về trật tự xã hội, Bộ Công an rà soát",
        ["Cục Cảnh sát quản lý hành chính về trật tự xã hội"],
        " rà soát",
    ),
    Row(
        "several things that a board works on",
        "Ban Chỉ đạo quốc gia về tìm kiếm, quy tập và xác định tên các bến đò ban hành quy trình",
        ["Ban Chỉ đạo quốc gia về tìm kiếm, quy tập và xác định tên các bến đò"],
        " ban hành quy trình",
        False,
    ),
    Row("members of a board", "Các Ủy viên Ban Chỉ đạo rà soát", ["Các Ủy viên Ban Chỉ đạo"], " rà soát", True),
    Row(
        "archives of the Party",
        "Lưu trữ lịch sử của Đảng ở cấp tỉnh sưu tầm",
        ["Lưu trữ lịch sử của Đảng ở cấp tỉnh"],
        " sưu tầm",
    ),
    Row(
        "holders of a post in small letters",
        "chánh văn phòng tỉnh ủy rà soát",
        ["chánh văn phòng tỉnh ủy"],
        " rà soát",
        True,
    ),
    Row(
        "those who speak for a document",
        "hệ thống tuyên giáo, báo cáo viên, tuyên truyền viên và các cơ quan báo chí rà soát",
        ["hệ thống tuyên giáo, báo cáo viên, tuyên truyền viên và các cơ quan báo chí"],
        " rà soát",
        True,
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r.reason)
def test_names(row: Row) -> None:
    phrase = bodies(row.words, 0, len(row.words))
    assert phrase is not None
    assert [a.name for a in phrase.actors] == row.names
    assert row.words[phrase.end :] == row.left
    if row.collective is not None:
        assert phrase.actors[-1].collective is row.collective


@pytest.mark.parametrize(
    "words",
    [
        "Ban hành quyết định",
        "Tổ chức thực hiện kế hoạch",
        "Trường hợp cần thiết",
        "các trường hợp khác",
        "các cuộc vận động",
        "bộ máy của tỉnh",
        "cơ quan đăng ký hộ tịch",
        "hội nghị trực tuyến",
        "sở hữu nhà nước",
        "Quý II năm 2026",
        "Thanh tra, kiểm tra việc thực hiện",
        "",
        "   ",
    ],
)
def test_no_names(words: str) -> None:
    assert bodies(words, 0, len(words)) is None


@pytest.mark.parametrize(
    ("words", "name", "post"),
    [
        (
            "đồng chí Lê Văn Thử, Phó Chủ tịch Ủy ban nhân dân tỉnh chỉ đạo",
            "Lê Văn Thử",
            "Phó Chủ tịch Ủy ban nhân dân tỉnh",
        ),
        ("Phó Thủ tướng Trần Thử Nghiệm trực tiếp chỉ đạo", "Trần Thử Nghiệm", "Phó Thủ tướng"),
        ("Giám đốc Sở Y tế Nguyễn Văn Thử rà soát", "Nguyễn Văn Thử", "Giám đốc Sở Y tế"),
    ],
)
def test_persons(words: str, name: str, post: str) -> None:
    phrase = bodies(words, 0, len(words))
    assert phrase is not None
    assert [(a.name, a.post, a.person) for a in phrase.actors] == [(name, post, True)]


def test_a_province_is_no_person() -> None:
    phrase = bodies("Ủy ban nhân dân tỉnh Lâm Đồng rà soát", 0, 37)
    assert phrase is not None
    assert not phrase.actors[0].person


@pytest.mark.parametrize(
    ("words", "level", "system", "jurisdiction"),
    [
        ("Bộ Tài chính", "central", "state", "trung ương"),
        ("Sở Tài chính", "provincial", "state", None),
        ("Ban Tổ chức Trung ương", "central", "party", "trung ương"),
        ("Thành ủy", None, "party", None),
    ],
)
def test_what_a_head_noun_tells(words: str, level: str | None, system: str, jurisdiction: str | None) -> None:
    phrase = bodies(words + " rà soát", 0, len(words) + 8)
    assert phrase is not None
    actor = phrase.actors[0]
    assert (actor.level, actor.system, actor.jurisdiction) == (level, system, jurisdiction)


def test_a_place_stands_for_its_authorities() -> None:
    phrase = bodies("Thanh Hóa cần khẩn trương", 0, 25)
    assert phrase is not None
    assert phrase.place
    assert phrase.actors[0].name == "Thanh Hóa"
