"""Reads a PDF as a screen reader does: its elements, each with the text that belongs to it."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf


@dataclass
class Node:
    """An element with its text, in order."""

    kind: str
    made: pikepdf.Object
    kids: list["Node"] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    """The text of each marked piece, and of each kid where it stands."""
    pages: set[int] = field(default_factory=set)
    links: list[pikepdf.Object] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def all(self, *kinds: str) -> list["Node"]:
        """Every element of these kinds in it, in order."""
        return [node for node in self.walk() if node.kind in kinds]

    def walk(self) -> Iterator["Node"]:
        yield self
        for kid in self.kids:
            yield from kid.walk()


class Tagged:
    """One file."""

    def __init__(self, raw: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(raw))
        self.marked: dict[tuple[int, int], str] = {}
        self.loose: list[str] = []
        """Text and lines that are neither tagged nor decoration."""
        self.decoration: list[str] = []
        self.numbers = {page.obj.objgen: at for at, page in enumerate(self.pdf.pages)}
        for at, page in enumerate(self.pdf.pages):
            self._read_page(at, page)
        self.root = self._node(self.pdf.Root.StructTreeRoot.K[0], 0)

    def _read_page(self, at: int, page: pikepdf.Page) -> None:
        fonts = {str(name): _letters(font) for name, font in page.Resources.Font.items()}
        letters, inside = dict[int, str](), ""
        for operands, operator in pikepdf.parse_content_stream(page):
            what = str(operator)
            if what in ("BDC", "BMC"):
                assert not inside, "marked content within marked content"
                inside = str(operands[0])
                number = int(operands[1].MCID) if what == "BDC" and "/MCID" in operands[1] else -1
                self.marked.setdefault((at, number), "")
            elif what == "EMC":
                inside = ""
            elif what == "Tf":
                letters = fonts[str(operands[0])]
            elif what == "Tj":
                text = "".join(letters[code] for code in bytes(operands[0]))
                if inside == "/Artifact":
                    self.decoration.append(text)
                elif inside:
                    self.marked[at, number] += text
                else:
                    self.loose.append(text)
            elif what in ("S", "f", "f*", "B", "b", "s", "Do") and not inside:
                self.loose.append(what)

    def _node(self, made: pikepdf.Object, page: int) -> Node:
        node = Node(str(made.S)[1:], made)
        own = self.numbers[made.Pg.objgen] if "/Pg" in made else page
        kids = made.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                node.parts.append(self.marked[own, kid])
                node.pages.add(own)
            elif kid.get("/Type") == "/MCR":
                at = self.numbers[kid.Pg.objgen]
                node.parts.append(self.marked[at, int(kid.MCID)])
                node.pages.add(at)
            elif kid.get("/Type") == "/OBJR":
                node.links.append(kid.Obj)
            else:
                inner = self._node(kid, own)
                node.kids.append(inner)
                node.parts.append(inner.text)
                node.pages |= inner.pages
        return node


def _letters(font: pikepdf.Object) -> dict[int, str]:
    table = font.ToUnicode.read_bytes()
    pairs = re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]{4,8})>", table)
    return {
        int(code, 16): bytes.fromhex(value.decode()).decode("utf-16-be") for code, value in pairs
    }
