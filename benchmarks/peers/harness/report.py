"""The report in Markdown and JSON."""
import json
import os
import platform
import time

from .maths import ratios, spread, values, verdict


def machine():
    with open("/proc/cpuinfo") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    return {"date": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()), "kernel": platform.release(),
            "cpu": f"{os.cpu_count()} x {model}"}


def digits(value):
    if value == 0:
        return "0"
    return f"{value:.0f}" if value >= 1000 else f"{value:.3g}" if value < 100 else f"{value:.1f}"


def ratio_words(ratio):
    return f"{ratio.median:.2f} ({ratio.low:.2f}-{ratio.high:.2f})"


def rows(played):
    """For each subject: its label, the spread of each measure and of its ratio to the limit's, or why there is none."""
    limit = played.part.subjects()[0].label
    for subject in played.part.subjects():
        cells = []
        for measure in played.part.measures:
            numbers = values(played.results[subject.label], measure)
            bases = values(played.results[limit], measure)
            cells.append((measure, spread(numbers), spread(ratios(numbers, bases)) if measure.compared else None))
        yield subject, cells, played.missing.get(subject.label)


def part_markdown(played):
    part = played.part
    heads, lines = ["subject"], []
    for measure in part.measures:
        heads += [f"{measure.name}, {measure.unit}" if measure.unit else measure.name] + ["ratio (middle half)"] * measure.compared
    for subject, cells, missing in rows(played):
        row = [subject.label]
        for measure, value, ratio in cells:
            row += [digits(value.median) if value else "-"] + [ratio_words(ratio) if ratio else "-"] * measure.compared
        lines.append(" | ".join(row + [f"skipped: {missing}" if missing else str(len(played.results[subject.label]))]))
    heads.append("rounds")
    return "\n".join([f"### {part.workload}: {part.title}", "", part.about() + ".", "", "| " + " | ".join(heads) + " |",
                      "|---" * len(heads) + "|", *(f"| {line} |" for line in lines), ""])


def targets_markdown(session):
    lines = ["| workload | target | measured | |", "|---|---|---|---|"]
    for played in session:
        for target in played.part.targets():
            result = verdict(played, target)
            measured = "-" if result.measured is None else f"{result.measured:.3f}" if target.base else digits(result.measured)
            lines.append(f"| {played.part.workload} | {target.text} | {measured} | {'met' if result.met else '**not met**'} |")
    return "\n".join(lines)


def markdown(session, programs, facts, quick):
    head = f"# netlink4j beside its peers{' (quick run: read no ratio closely)' if quick else ''}"
    about = (f"{facts['date']}, Linux {facts['kernel']}, {facts['cpu']}. Medians of interleaved rounds; a ratio is to the first line, "
             "round by round.")
    peers = [f"| {programs.peers[key].title} | {programs.versions.get(key) or 'skipped: ' + programs.missing[key]} |"
             for key in programs.peers]
    return "\n".join([head, "", about, "", "| peer | version |", "|---|---|", *peers, "", "## Targets", "", targets_markdown(session), "",
                      "## Workloads", "", *map(part_markdown, session)])


def document(session, programs, facts, quick):
    return json.dumps({
        **facts, "quick": quick, "versions": programs.versions, "skipped": programs.missing,
        "parts": [{
            "workload": played.part.workload, "title": played.part.title, "about": played.part.about(),
            "subjects": [{"label": subject.label, "rounds": played.results[subject.label], "skipped": missing,
                          "measures": {measure.name: {"unit": measure.unit, "value": vars(value) if value else None,
                                                      "ratio": vars(ratio) if ratio else None} for measure, value, ratio in cells}}
                         for subject, cells, missing in rows(played)],
            "targets": [{"text": target.text, "measured": result.measured, "met": result.met}
                        for target in played.part.targets() for result in [verdict(played, target)]],
        } for played in session]}, indent=1)
