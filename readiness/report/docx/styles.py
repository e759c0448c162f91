"""How the Word document looks: its page, its styles, its running lines and its properties."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, NamedTuple

import docx
from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from readiness.i18n.language import _
from readiness.i18n.words import date_words
from readiness.report.document import Document
from readiness.report.document_text import clean, language_tag, page_words
from readiness.report.docx.xml_parts import AFTER_BORDERS, drop_unused, element, field
from readiness.report.theme import Theme

FONT = "Calibri"
NARROWER = 0.9
"""How wide that font is, as a share of the one whose widths are known."""
SIGN_FONT = "Segoe UI Symbol"
"""Has the empty box on Windows; elsewhere the system finds another font that has it."""
MARGIN = Mm(20)
_SHORT = 90
"""Most letters of the title in the running line."""
_MOST_IN_PROPERTY = 250
"""A little less than the 255 that Word allows."""


class TextStyle(NamedTuple):
    """How a style looks; sizes and rooms in points."""

    size: float
    before: float
    after: float
    bold: bool = False


_GIVEN = {
    "Title": TextStyle(25, 0, 2, bold=True),
    "Subtitle": TextStyle(13, 0, 6),
    "Heading 1": TextStyle(16, 18, 4, bold=True),
    "Heading 2": TextStyle(11.5, 9, 3, bold=True),
    "Heading 3": TextStyle(10.5, 8, 2, bold=True),
    "Normal": TextStyle(10.5, 0, 4),
    "Caption": TextStyle(11, 8, 2, bold=True),
    "Header": TextStyle(8.5, 0, 0),
    "Footer": TextStyle(8.5, 0, 0),
    "List Bullet": TextStyle(10.5, 0, 3),
    "List Number": TextStyle(10.5, 0, 3),
}
"""Word's own styles."""
_OWN = {
    "Lead": TextStyle(13, 0, 8),
    "Dense": TextStyle(8.5, 0, 2),
    "Verdict": TextStyle(14, 3, 3, bold=True),
    "Callout": TextStyle(10, 1.5, 2),
    "Condition": TextStyle(10.5, 0, 3),
    "Contents entry": TextStyle(10.5, 0, 2),
    "Picture": TextStyle(10.5, 0, 6),
    "Small": TextStyle(9, 0, 5),
    "Note": TextStyle(10, 0, 4),
    "Tick box": TextStyle(10.5, 6, 4),
    "Form text": TextStyle(9.5, 1.5, 2.5),
    "Table head": TextStyle(9, 2, 2, bold=True),
    "Table text": TextStyle(9, 1.5, 2),
    "Dense table text": TextStyle(8.5, 0.5, 1),
    "Table end": TextStyle(4, 0, 4),
    "Source": TextStyle(8.5, 0, 3),
}
"""Styles of our own."""
RULE = "7C8591"
_BARRED = ("Note",)
"""Styles with a line at their left."""
_EDGES = ("w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV")
_SOFT = ("Small", "Header", "Footer", "Subtitle")
_ACCENTED = ("Heading 1", "Heading 2", "Caption")


def start_file(document: Document, theme: Theme) -> WordFile:
    """An empty Word file with our page, styles, running lines and properties."""
    file = docx.Document()
    drop_unused(file)
    _set_page(file)
    _set_styles(file, theme)
    _set_language(file, language_tag(document.language))
    _set_running_lines(file, document, theme)
    _set_properties(file, document)
    return file


def rgb(colour: str) -> RGBColor:
    """A colour such as #0b3c5d as python-docx takes it."""
    return RGBColor.from_string(colour[1:].upper())


def line_width(file: WordFile) -> Length:
    """How long a line of text is."""
    section = file.sections[0]
    page, left, right = (section.page_width, section.left_margin, section.right_margin)
    return Length((page or Mm(210)) - (left or 0) - (right or 0))


def state_words(document: Document, theme: Theme) -> str:
    """The version and the day, as they stand on every page."""
    made = _("made on {made_on}").format(made_on=date_words(document.made_on))
    said = (document.version, made, theme.organisation, theme.footer)
    return " · ".join(filter(None, (one_line(words, _SHORT) for words in said)))


def one_line(words: str, most: int) -> str:
    """Words on one line, cut to so many letters."""
    flat = " ".join(clean(words).split())
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"


def _set_page(file: WordFile) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = MARGIN
    section.top_margin, section.bottom_margin = Mm(22), Mm(20)
    section.header_distance = section.footer_distance = Mm(11)


def _set_styles(file: WordFile, theme: Theme) -> None:
    for name in _OWN:
        made: Any = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style, made.quick_style = file.styles["Normal"], True
    for name, look in (_GIVEN | _OWN).items():
        style: Any = file.styles[name]
        _set_style(style, name, look, theme)
    grid: Any = file.styles["Table Grid"].element
    for edge in grid.iter(*map(qn, _EDGES)):
        edge.set(qn("w:color"), RULE)
    link: Any = file.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = rgb(theme.accent), True
    for name in ("Source", "Tick box", "Condition"):
        hanging: Any = file.styles[name]
        hanging.paragraph_format.left_indent = Mm(9)
        hanging.paragraph_format.first_line_indent = Mm(-9)
        hanging.paragraph_format.tab_stops.add_tab_stop(Mm(9))
    under: Any = file.styles["Condition"]
    under.paragraph_format.left_indent = Mm(16)
    under.paragraph_format.first_line_indent = Mm(-7)
    under.paragraph_format.tab_stops.add_tab_stop(Mm(16))


def _set_style(style: ParagraphStyle, name: str, look: TextStyle, theme: Theme) -> None:
    style.font.name, style.font.size, style.font.bold = FONT, Pt(look.size), look.bold
    colour = theme.soft if name in _SOFT else theme.accent if name in _ACCENTED else theme.ink
    style.font.italic, style.font.color.rgb = False, rgb(colour)
    fonts: Any = style.element.rPr.rFonts
    for key in [key for key in fonts.attrib if key.endswith("Theme")]:
        # A font of the theme would win over the one named here.
        del fonts.attrib[key]
    for key in ("w:eastAsia", "w:cs"):
        fonts.set(qn(key), FONT)
    for spread in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spread)
    shape = style.paragraph_format
    shape.tab_stops.clear_all()
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.line_spacing, shape.widow_control = 1.05, True
    if name.startswith("Heading") or name in ("Caption"):
        shape.keep_with_next = True
    _set_edges(style, name)


def _set_edges(style: ParagraphStyle, name: str) -> None:
    properties: Any = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    if name not in _BARRED:
        return
    edges = element("w:pBdr")
    edges.append(element("w:left", val="single", sz=24, space=8, color=RULE))
    properties.insert_element_before(edges, *AFTER_BORDERS)
    style.paragraph_format.left_indent = Mm(4)


PLACES = {"nb": "nb-NO"}
"""Languages that Word checks the spelling of only with their country."""


def _set_language(file: WordFile, language: str) -> None:
    language = PLACES.get(language, language)
    styles: Any = file.styles.element
    for lang in styles.iter(qn("w:lang")):
        lang.set(qn("w:val"), language)
    settings: Any = file.settings.element
    for lang in settings.iter(qn("w:themeFontLang")):
        lang.set(qn("w:val"), language)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            # Below 15, Word opens the file in its mode for old files.
            setting.set(qn("w:val"), "15")


def _set_running_lines(file: WordFile, document: Document, theme: Theme) -> None:
    section = file.sections[0]
    head = section.header.paragraphs[0]
    title = document.title if document.has_title_page else document.page_name or document.title
    head.add_run(one_line(title, _SHORT))
    if document.names_parts:
        head.add_run("\N{EM SPACE}")
        field(head, 'STYLEREF "Heading 1"', "")
    foot = section.footer.paragraphs[0]
    foot.paragraph_format.tab_stops.add_tab_stop(line_width(file), WD_TAB_ALIGNMENT.RIGHT)
    before, between = page_words()
    foot.add_run(f"{state_words(document, theme)}\t{before}")
    field(foot, "PAGE")
    foot.add_run(between)
    field(foot, "NUMPAGES")


def _set_properties(file: WordFile, document: Document) -> None:
    about = file.core_properties
    about.title = one_line(document.title, _MOST_IN_PROPERTY)
    about.subject = one_line(document.subtitle, _MOST_IN_PROPERTY)
    about.author = about.last_modified_by = about.keywords = about.comments = ""
    about.language = language_tag(document.language)
    about.revision = 1
    made_on = document.made_on
    day = datetime(made_on.year, made_on.month, made_on.day, tzinfo=UTC)
    about.created = about.modified = day
