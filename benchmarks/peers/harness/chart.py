"""The chart: a bar a subject, as long as its time is a multiple of the limit's, on a logarithmic scale."""
import math
from xml.sax.saxutils import escape

from .report import rows

LABEL, WIDTH, LINE = 250, 500, 18
SMALLEST, LARGEST = 0.1, 100.0
OURS, OTHERS, LIMIT = "#c0392b", "#7f8c8d", "#2c3e50"


def length(ratio):
    """What is more or less is cut off, and told by its number."""
    share = math.log(min(max(ratio, SMALLEST), LARGEST) / SMALLEST) / math.log(LARGEST / SMALLEST)
    return max(2.0, share * WIDTH)


def text(x, y, words, more=""):
    return f'<text x="{x:.0f}" y="{y:.0f}" {more}>{escape(words)}</text>'


def bar(y, subject, ratio, first):
    colour = LIMIT if first else OURS if subject.peer == "netlink4j" else OTHERS
    return [text(LABEL - 6, y + 12, subject.label, 'text-anchor="end"'),
            f'<rect x="{LABEL}" y="{y + 2}" width="{length(ratio):.0f}" height="{LINE - 5}" fill="{colour}"/>',
            text(LABEL + length(ratio) + 4, y + 12, f"{ratio:.2f}")]


def svg(session, facts):
    y, out = 40, []
    for played in session:
        found = [(subject, cells[0][2].median) for subject, cells, _ in rows(played) if cells[0][2]]
        if found:
            part = played.part
            out.append(text(10, y + 13, f"{part.workload}: {part.title} ({part.measures[0].name})", 'font-weight="bold"'))
            y += LINE
            for number, (subject, ratio) in enumerate(found):
                out += bar(y, subject, ratio, number == 0)
                y += LINE
            y += LINE // 2
    one = LABEL + length(1.0)
    out.append(f'<line x1="{one:.0f}" y1="30" x2="{one:.0f}" y2="{y}" stroke="{LIMIT}" stroke-dasharray="2 3"/>')
    title = f"times as multiples of the limit, logarithmic; {facts['date']}, Linux {facts['kernel']}"
    return "\n".join([f'<svg xmlns="http://www.w3.org/2000/svg" width="{LABEL + WIDTH + 80}" height="{y + 10}" '
                      'font-family="sans-serif" font-size="11">', '<rect width="100%" height="100%" fill="white"/>',
                      text(10, 20, title), *out, "</svg>", ""])
