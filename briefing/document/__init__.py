"""The composed briefing as plain frozen values; knows nothing of files, fonts or PDF."""

from __future__ import annotations

from briefing.document.blocks import (
    Block,
    BulletList,
    Callout,
    Chronology,
    ChronologyItem,
    Column,
    DataTable,
    Figure,
    Heading,
    HelplineItem,
    Helplines,
    KeyFigure,
    KeyFigures,
    ListItem,
    NumberedList,
    Paragraph,
    Quote,
    SourceItem,
    SourceList,
    Table,
)
from briefing.document.briefing import Briefing, Furniture, Meta
from briefing.document.charts import ChartData, ChartKind, ChartLine, ChartPoint
from briefing.document.drawing import Drawing, ImageItem, PathItem, TextItem
from briefing.document.edition import Edition
from briefing.document.inlines import (
    Citation,
    Emphasis,
    Fact,
    Inline,
    Link,
    Strong,
    Text,
    plain_text,
)
from briefing.document.pages import Attachment, PageReport, Placed
from briefing.document.theme import FontFile, Paper, TextStyle, Theme
from briefing.document.where import Where

__all__ = [
    "Attachment",
    "Block",
    "Briefing",
    "BulletList",
    "Callout",
    "ChartData",
    "ChartKind",
    "ChartLine",
    "ChartPoint",
    "Chronology",
    "ChronologyItem",
    "Citation",
    "Column",
    "DataTable",
    "Drawing",
    "Edition",
    "Emphasis",
    "Fact",
    "Figure",
    "FontFile",
    "Furniture",
    "Heading",
    "HelplineItem",
    "Helplines",
    "ImageItem",
    "Inline",
    "KeyFigure",
    "KeyFigures",
    "Link",
    "ListItem",
    "Meta",
    "NumberedList",
    "PageReport",
    "Paper",
    "Paragraph",
    "PathItem",
    "Placed",
    "Quote",
    "SourceItem",
    "SourceList",
    "Strong",
    "Table",
    "Text",
    "TextItem",
    "TextStyle",
    "Theme",
    "Where",
    "plain_text",
]
