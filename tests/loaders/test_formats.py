"""Each file format into text, and hostile files refused by name within bounds."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest

from graph.errors import CannotRead
from loaders import load, read_file, text_of
from loaders.readers import FORMATS, archive, printed

CHROMIUM = shutil.which("chromium")
WORDS = "Thực hiện Nghị quyết số 27-NQ/TW, ngày 09/11/2022 của Ban Chấp hành Trung ương"


def word(path: Path) -> Path:
    """A Word file with a page header, counted articles and letters, a bullet, a table and merged cells."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "THÀNH ỦY VÂN HẢI – Số 15-KH/TU"
    document.add_paragraph(WORDS)
    for line in ("Việc thứ nhất", "Việc thứ hai"):
        document.add_paragraph(line, style="List Number")
    document.add_paragraph("Một gạch đầu dòng", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Nhiệm vụ", "Cơ quan chủ trì"
    table.cell(1, 0).merge(table.cell(1, 1)).text = "Sở Nội vụ"
    document.save(str(path))
    return path


def test_a_word_file_gives_header_numbers_and_cells(tmp_path: Path) -> None:
    text = text_of(word(tmp_path / "a.docx"))
    assert text.index("Số 15-KH/TU") < text.index(WORDS)
    assert "1. Việc thứ nhất" in text
    assert "2. Việc thứ hai" in text
    assert "- Một gạch đầu dòng" in text
    assert "|\nNhiệm vụ\n|\nCơ quan chủ trì\n|" in text
    assert text.count("Sở Nội vụ") == 1


def opendocument(path: Path, content: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        z.writestr("content.xml", content)
    return path


ODT = (
    '<?xml version="1.0"?>{doctype}<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:b="urn:oasis:names:tc:opendocument:xmlns:table:1.0">'
    "<o:body><o:text>{body}</o:text></o:body></o:document-content>"
)


def test_an_opendocument_text_gives_spaces_items_and_cells(tmp_path: Path) -> None:
    body = (
        "<t:h>KẾ HOẠCH</t:h><t:p>Số<t:s t:c='2'/>05<t:span>/KH</t:span>-UBND<t:line-break/>ngày</t:p>"
        "<t:list><t:list-item><t:p>Giao Sở Nội vụ</t:p></t:list-item></t:list>"
        "<b:table><b:table-row><b:table-cell><t:p>A</t:p></b:table-cell><b:table-cell><t:p>B</t:p></b:table-cell></b:table-row></b:table>"
    )
    text = text_of(opendocument(tmp_path / "a.odt", ODT.format(doctype="", body=body)))
    assert "Số  05/KH-UBND\nngày" in text
    assert "- Giao Sở Nội vụ" in text
    assert "|\nA\n|\nB\n|" in text


def test_a_web_page_gives_what_is_read_and_not_what_is_run(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    page = (
        "<html><head><title>x</title><script>alert('Nghị quyết 99')</script></head><body><nav>Trang chủ</nav>"
        f"<p>{WORDS}<br>dòng hai</p><table><tr><td>Sở Y tế</td><td>2025</td></tr></table></body></html>"
    )
    path.write_text(page, encoding="utf-8")
    text = text_of(path)
    assert f"{WORDS}\ndòng hai" in text
    assert "alert" not in text
    assert "Trang chủ" not in text
    assert [line for line in text.split("\n") if line.strip()][2:] == ["|", "Sở Y tế", "|", "2025", "|"]


def test_a_page_nested_deeper_than_python_recurses_is_read(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<div>" * 5000 + WORDS + "</div>" * 5000, encoding="utf-8")
    assert WORDS in text_of(path)


LEGACY = (
    "Nghị quyết về phát triển kinh tế của thành phố và các quận, huyện "
    "theo chỉ đạo của Trung ương; được ban hành trong năm"
)


@pytest.mark.parametrize("encoding", ["tcvn3"])
def test_a_text_from_before_unicode_is_read_by_its_content(tmp_path: Path, encoding: str) -> None:
    old = (
        "NghÞ quyÕt vÒ ph¸t triÓn kinh tÕ cña thµnh phè vµ c¸c quËn, huyÖn "
        "theo chØ ®¹o cña Trung −¬ng; ®−îc ban hµnh trong n¨m"
    )
    path = tmp_path / "cu.txt"
    path.write_bytes(old.replace("−", "\u00ad").encode("latin-1"))
    assert text_of(path) == LEGACY


def test_unicode_text_is_never_mended(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = WORDS + " ®−îc thµnh phè vµ c¸c"
    path.write_text(text, encoding="utf-8")
    assert text_of(path) == text


def minimal_pdf(pages: int) -> bytes:
    """A PDF whose page tree names one empty page `pages` times."""
    kids = " ".join(["3 0 R"] * pages)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {pages} /Kids [{kids}] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for i, o in enumerate(objects, 1):
        places.append(len(out))
        out += f"{i} 0 obj\n{o}\nendobj\n".encode()
    table = "".join(f"{p:010d} 00000 n \n" for p in places)
    end = f"trailer << /Size 4 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 4\n0000000000 65535 f \n{table}{end}".encode()


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here to print a PDF with")
def test_a_printed_pdf_is_read_through_its_text_layer(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(f"<meta charset=utf-8><p>{WORDS}</p><p style='break-before:page'>Trang hai</p>", encoding="utf-8")
    target = tmp_path / "a.pdf"
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    command += [
        f"--user-data-dir={tmp_path / 'profile'}",
        "--no-pdf-header-footer",
        f"--print-to-pdf={target}",
        page.as_uri(),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    text = text_of(target)
    assert WORDS in " ".join(text.split())
    assert text.index("Trang hai") > text.index("Ban Chấp hành")
    assert [m.number for m in read_file(target).of("citation")] == ["27-NQ/TW"]


def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("word/document.xml", b"\0" * (archive.SMALL * 4))
    return buffer.getvalue()


def zipped(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as z:
        for name, content in parts.items():
            z.writestr(name.replace("__", "/").replace("_", "."), content)
    return buffer.getvalue()


ENTITIES = ODT.format(doctype='<!DOCTYPE x [<!ENTITY a "aaaa">]>', body="<t:p>&a;</t:p>")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        pytest.param("a.docx", bomb(), "a zip bomb", id="zip bomb, seen by its directory"),
        pytest.param("a.docx", zipped(word__vbaProject_bin="x"), "carries macros", id="macros under an innocent name"),
        pytest.param("a.docm", zipped(word__vbaProject_bin="x"), "carries macros", id="macros"),
        pytest.param(
            "a.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "protected by a password", id="an encrypted package is OLE"
        ),
        pytest.param("a.docx", b"PK\x03\x04 cut short", "damaged", id="half a file"),
        pytest.param("a.docx", zipped(a_txt="x"), "a damaged Word file", id="a zip that is no Word file"),
        pytest.param("a.odt", zipped(content_xml=ENTITIES), "declares XML entities", id="entities"),
        pytest.param("a.odt", zipped(content_xml="<a"), "damaged OpenDocument", id="broken XML"),
        pytest.param("a.odt", zipped(mimetype="x"), "content.xml is missing", id="no content"),
        pytest.param(
            "a.pdf", minimal_pdf(printed.PAGES + 1), "3001 pages, more than 3000", id="more pages than any document"
        ),
        pytest.param("a.pdf", minimal_pdf(2), "no text in it", id="empty pages"),
        pytest.param("a.pdf", b"%PDF-1.4 nothing", "a damaged PDF", id="no PDF"),
        pytest.param("a.doc", b"hello", "not a Word file", id="text under the name of Word"),
        pytest.param("a.html", b"<html><script>x</script></html>", "no text in it", id="a page of scripts"),
    ],
)
def test_a_hostile_or_damaged_file_is_refused_by_name(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    good = tmp_path / "good.txt"
    good.write_text(WORDS, encoding="utf-8")
    found = load(path, good)
    assert [o.path for o in found.refused] == [str(path)]
    assert says in str(found.refused[0].error)
    assert len(found.readings) == 1


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w") as z:
        for i in range(archive.PARTS + 1):
            z.writestr(str(i), b"")
    with pytest.raises(CannotRead, match="10001 parts inside"):
        text_of(path)


def test_an_old_word_file_says_which_program_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotRead, match="Install catdoc or LibreOffice"):
        text_of(path)


def test_every_format_has_its_reader() -> None:
    for suffix, found in FORMATS.items():
        module = __import__(f"loaders.readers.{found.module}", fromlist=["read"])
        assert callable(module.read), suffix
