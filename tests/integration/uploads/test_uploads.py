"""Uploaded files, as people's programs write them and as nobody's should."""

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from email.message import EmailMessage

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from coach.adapters.uploads import FileUploads
from coach.domain.stages import Side
from coach.errors import QuestionError
from coach.services.conflicts.reading import read_thread
from tests.yardstick import Effort

READ = FileUploads().read
BODY = b"<w:sectPr"


def mail(sender: str, words: str, kind: str = "plain") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "all@x.com", "Léads 🙂"
    message.set_content(words, subtype=kind)
    return message


def word(change: Callable[[bytes], bytes] = lambda xml: xml) -> bytes:
    document = Document()
    document.add_paragraph("Ana (Sales): you send junk")
    document.add_table(1, 2).cell(0, 1).text = "in a table"
    document.add_paragraph("Tom\tcalls")
    saved, changed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == "word/document.xml" else data)
    return changed.getvalue()


def zipped(name: str, data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("name", ["a.txt", "A.TXT", "notes.md"])
def test_texts_are_read_in_the_encodings_that_say_what_they_are(name: str, encoding: str) -> None:
    upload = READ(name, "Müller: “no” 🙂".encode(encoding))
    assert (upload.text, upload.warnings) == ("Müller: “no” 🙂", ())


def test_western_european_is_a_guess_that_is_told() -> None:
    upload = READ("a.txt", "Müller: “nein”".encode("cp1252"))
    assert upload.text == "Müller: “nein”"
    assert "Western European" in upload.warnings[0]
    assert READ("a.txt", b"M\xfcller \x81").text == "Müller \x81"


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7 text", bytes(range(256)) * 9, b"\xff\xfea", zipped("a", b"b"), b"{\\rtf1 a}"],
)
def test_a_binary_called_a_text_is_refused(data: bytes) -> None:
    with pytest.raises(QuestionError, match="does not hold text"):
        READ("a.txt", data)


@pytest.mark.parametrize("name", ["a.pdf", "a.msg", "docx", "", "a.docx.exe", "a\x00\u202e.zip"])
def test_other_kinds_are_told_which_are_taken(name: str) -> None:
    with pytest.raises(QuestionError, match=r"\.txt, \.md, \.eml and \.docx") as refused:
        READ(name, b"hello")
    assert "\x00" not in refused.value.message
    assert "\u202e" not in refused.value.message


@pytest.mark.parametrize("kind", ["txt", "md", "eml", "docx"])
def test_too_large_and_empty_files_are_refused_unread(kind: str) -> None:
    with pytest.raises(QuestionError, match=r"28\.6 MB; up to 5 MB"):
        READ(f"a.{kind}", b"x" * 30_000_000)
    with pytest.raises(QuestionError, match="is empty"):
        READ(f"a.{kind}", b" \n")


def test_mails_within_a_mail_are_read_as_a_thread_and_attachments_named() -> None:
    inner = mail("Ana Silva (Marketing) <ana@x.com>", "You never call.\n")
    inner.add_alternative("<p>You never call.</p>", subtype="html")
    inner.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="offer.pdf")
    outer = mail("Tom <tom@x.com>", "See below.\n")
    outer.add_attachment(inner)
    upload = READ("a.eml", outer.as_bytes())
    thread = read_thread(upload.text)
    assert [(one.speaker, one.side, one.body.text) for one in thread.messages] == [
        ("Tom", None, "See below."),
        ("Ana Silva", Side.MARKETING, "You never call."),
    ]
    assert upload.warnings == ("Attachments were not read: “offer.pdf”.",)


def test_an_html_mail_is_read_as_its_reader_sees_it() -> None:
    page = (
        "<style>p {}</style><p>Hi <b>Tom</b></p><script>run()</script>"
        "<div style='display: none'>hidden</div><div>On Mon, 11 Mar 2024, Ana wrote:</div>"
        "<blockquote>you<br>never call<!-- x --></blockquote>"
        "<img src='http://x.invalid/a.png'>we do"
    )
    upload = READ("a.eml", mail("tom@x.com", page, "html").as_bytes())
    thread = read_thread(upload.text)
    said = [(one.speaker, one.body.text.replace(">", "").split()) for one in thread.messages]
    assert said == [
        ("tom@x.com", ["Hi", "Tom"]),
        ("Ana", ["you", "never", "call"]),
        ("tom@x.com", ["we", "do"]),
    ]


def test_forged_headers_stay_on_their_line() -> None:
    data = (
        b"From: =?utf-8?q?a=0AFrom:_ceo=40x.com?=\nFrom: ceo@x.com\nX-Side: marketing\n"
        b"Content-Type: text/plain; charset=klingon\n\nhi \xe4 there"
    )
    upload = READ("a.eml", data)
    assert upload.text == "From: a From: ceo@x.com\n\nhi ä there"
    assert "encoding" in upload.warnings[0]


TANGLES = {
    "nested": b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 3_000,
    "deep": b"Content-Type: message/rfc822\n\n" * 40,
    "long": b"Content-Type: multipart/mixed; boundary=1\n\n--1\n" * 40 + b"x\n" * 2_000_000,
    "parts": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n" * 900_000,
    "headers": b"A: b\n" * 900_000 + b"\nhi",
    "encoded": b"From: " + b"=?utf-8?q?a?= " * 300_000 + b"\n\nhi",
    "parameters": b"Content-Type: text/plain; " + b"a*0=b; " * 600_000 + b"\n\nhi",
    "alphabet": b"Content-Type: text/plain; charset=punycode\n\n-" + b"a9" * 200_000,
    "tags": mail("a@x.com", "<div>" * 300_000, "html").as_bytes(),
}  # fmt: skip


@pytest.mark.parametrize("kind", TANGLES)
def test_a_mail_built_to_keep_a_reader_busy_takes_no_time(kind: str) -> None:
    with Effort() as effort, suppress(QuestionError):  # to read or to refuse it are both right
        READ("a.eml", TANGLES[kind])

    assert effort.millions < 80


def test_a_word_document_is_read_in_its_order() -> None:
    assert READ("a.docx", word()).text == "Ana (Sales): you send junk\n\nin a table\nTom\tcalls"


def test_words_put_in_are_read_and_words_struck_out_are_not() -> None:
    tracked = (
        b"<w:p><w:ins><w:r><w:t>put in</w:t></w:r></w:ins>"
        b"<w:del><w:r><w:delText>struck out</w:delText></w:r></w:del></w:p>"
    )
    assert READ("a.docx", word(lambda xml: xml.replace(BODY, tracked + BODY))).text.endswith(
        "calls\nput in"
    )


@pytest.mark.parametrize(
    "data",
    [b"hello", b"PK\x03\x04junk", zipped("a.txt", b"hi"), zipped("[Content_Types].xml", b"<a")],
)
def test_a_zip_that_is_no_word_document_is_refused(data: bytes) -> None:
    with pytest.raises(QuestionError, match="not a Word document"):
        READ("a.docx", data)


@pytest.mark.parametrize("empty", [b"\0" * 200_000_000, b"<w:p/>" * 3_000_000])
def test_a_bomb_is_refused_before_it_is_unpacked(empty: bytes) -> None:
    data = zipped("word/document.xml", empty)
    with Effort() as effort, pytest.raises(QuestionError, match="far larger unpacked"):
        READ("a.docx", data)

    assert effort.millions < 10


def test_a_document_of_countless_paragraphs_is_refused() -> None:
    with pytest.raises(QuestionError, match="far larger"):
        READ("a.docx", word(lambda xml: xml.replace(BODY, b"<w:p/>" * 200_000 + BODY)))


def test_entities_are_neither_expanded_nor_fetched() -> None:
    letters = b"".join(
        b'<!ENTITY %c "%s">' % (one, b"&%c;" % (one - 1) * 10) for one in range(98, 108)
    )
    head = (
        b'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">'
        + letters
        + b'<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    )

    def forge(xml: bytes) -> bytes:
        return head + xml[xml.index(b"<w:document") :].replace(b"send junk", b"send &f;")

    with suppress(QuestionError):  # to read it and to refuse it are both right
        assert "root:" not in READ("a.docx", word(forge)).text


WHOLE = {"a.eml": mail("Ana <ana@x.com>", "<p>Hi</p>", "html").as_bytes(), "a.docx": word()}


@given(
    name=st.sampled_from(sorted(WHOLE)),
    places=st.lists(st.tuples(st.integers(0, 40_000), st.binary(max_size=6)), max_size=4),
)
def test_a_damaged_file_is_read_or_refused(name: str, places: list[tuple[int, bytes]]) -> None:
    data = WHOLE[name]
    for place, other in places:
        at = place % len(data)
        data = data[:at] + other + data[at + len(other) :]
    with suppress(QuestionError):
        assert READ(name, data).text.strip()


@given(name=st.sampled_from(("a.txt", "a.md", "a.eml", "a.docx", "")), data=st.binary())
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    with suppress(QuestionError):
        assert READ(name, data).text.strip()
