"""Writes the table of docs/performance.md from lines of JSON on the standard input."""

import json
import re
import sys
from pathlib import Path

document = Path("docs/performance.md")
rows = [json.loads(line) for line in sys.stdin]
table = ["| | cells | | ms a presentation | µs a step |", "|---|---|---|---|---|"]
for row in rows:
    work = {"learn": "learning", "look": "looking"}[row["work"]]
    table.append(f"| {row['peer']} | {row['neurons']} | {work} | {row['ms']:.3g} | {row['us_per_step']:.3g} |")
text = document.read_text()
marked = re.compile(r"(<!-- peers -->\n).*?(<!-- /peers -->)", re.S)
if len(rows) == 0 or not marked.search(text):
    sys.exit(f"found {len(rows)} measurements and expected some, and {document} with the marks of the table")
document.write_text(marked.sub(lambda mark: mark[1] + "\n".join(table) + "\n" + mark[2], text))
