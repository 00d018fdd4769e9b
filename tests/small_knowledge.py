"""A knowledge of one faultless entry, with the article that it cites, for tests that change it."""

from pathlib import Path

ENTRY = """\
id: ornek-antlasmasi
kind: treaty
title: Örnek Antlaşması
aliases: [Örnek Muahedesi]
facts:
  - id: tanim
    answers: [what]
    says: Örnek Antlaşması, sınamalar için yazılmış bir antlaşmadır.
    citations:
      - {source: ornek-2000, page: "1", evidence: [örnek antlaşması]}
  - id: imza-tarihi
    answers: [when]
    date: 1921-03-16
    says: Örnek Antlaşması 16 Mart 1921'de imzalandı.
    citations:
      - {source: ornek-2000, page: "2", evidence: [16 Mart 1921]}
"""
SOURCES = '[{"id": "ornek-2000", "type": "article-journal", "title": "Örnek", "author": [{"family": "Örnek"}], "issued": {"date-parts": [[2000]]}}]'
ARTICLE = """\
=== 1
Bu sayfada örnek antlaşması anlatılır ve cümle bir sonraki say-
=== 2
faya taşar; antlaşma 16 Mart 1921’de imzalanmış ve uzun bir cümleyle okurlara böylece duyurulmuştur.
--- notes
5 Bir dipnot.
"""


def write_knowledge(folder: Path) -> Path:
    """Write the knowledge into the new *folder*, which is returned."""
    (folder / "treaty").mkdir(parents=True)
    (folder / "sources.json").write_text(SOURCES, encoding="utf-8")
    (folder / "vocabulary.yaml").write_text("groups: {antlaşma: [antlaşma*]}\nnoise: ne zaman\n", encoding="utf-8")
    (folder / "treaty" / "ornek-antlasmasi.yaml").write_text(ENTRY, encoding="utf-8")
    return folder


def write_articles(folder: Path) -> Path:
    """Write the article into the new *folder*, which is returned."""
    folder.mkdir()
    (folder / "ornek-2000.txt").write_text(ARTICLE, encoding="utf-8")
    return folder
