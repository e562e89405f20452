#!/usr/bin/env python3
"""Prints the table of docs/rodinia.md from what scripts/rodinia-results.sh wrote, as far as it got. Usage: rodinia-table.py [RESULTS]"""

import json
import pathlib
import statistics
import sys

# Liou, Forrest and Wu, Genetic Improvement of GPU Code, Genetic Improvement workshop at ICSE 2019: without error, and with 1 % of it.
PUBLISHED = {
    "rodinia/streamcluster": (1.434, 1.434),
    "rodinia/nw": (1.363, 1.363),
    "rodinia/hotspot": (1.273, 1.380),
    "rodinia/btree": (1.190, 1.191),
    "rodinia/lud": (1.170, 1.265),
    "rodinia/particlefilter": (1.122, 1.122),
    "rodinia/pathfinder": (1.105, 1.111),
    "rodinia/srad": (1.096, 1.097),
    "rodinia/bfs": (1.033, 1.033),
    "rodinia/gaussian": (1.001, 1.001),
    "rodinia/nn": (1.000, 1.000),
}

results = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "benches/results/rodinia")


def speedups_of_expert(report):
    """Baseline over expert, on the search and on the held-out cases; nothing where the expert does not run on the target."""
    rows = {row["cases"]: row for row in report["results"]}
    times = [[rows.get(cases, {}).get(side) or {} for side in ("baseline", "variant")] for cases in ("search", "held-out")]
    scores = [[(verdict.get("score") or {}).get("time_ns") for verdict in pair] for pair in times]
    return [before / after if before and after else None for before, after in scores]


def row(path):
    expert = json.loads(path.read_text())
    gains = [*PUBLISHED.get(expert["workload"], (None, None)), *speedups_of_expert(expert)]
    run = path.with_name(path.name.replace("-expert", "-tune"))
    if not run.exists():
        return expert["workload"], [*gains, None, None], "not run", ""
    tuned = json.loads(run.read_text())
    assert tuned["workload"] == expert["workload"] and tuned["target"] == expert["target"], path
    settings.add(tuple(tuned[key] for key in ("target", "policy", "tolerance", "seed")))
    best = tuned["best"] or {"speedup": 1.0, "held_out_speedup": 1.0, "edits": []}
    return tuned["workload"], [*gains, best["speedup"], best["held_out_speedup"]], tuned["evaluations"], len(best["edits"])


def gain(value):
    return "" if value is None else f"{value:.3f}x" if value < 1.5 else f"{value:.2f}x"


settings = set()
rows = [row(path) for path in results.glob("*-expert.json")]
rows.sort(key=lambda it: (-(it[1][0] or 0), it[0]))
assert len(settings) <= 1, f"runs that do not compare: {settings}"

print("| workload | GEVO, exact | GEVO, 1 % error | expert | expert, held-out | found | found, held-out | evaluations | edits |")
print("|---|---|---|---|---|---|---|---|---|")
for workload, gains, *counts in rows:
    print("| " + " | ".join([f"`{workload}`", *map(gain, gains), *map(str, counts)]) + " |")
full = [gains for _, gains, *_ in rows if None not in gains]
for name, of in (("geometric mean", statistics.geometric_mean), ("median", statistics.median)):
    if full:
        cells = [gain(of(column)) for column in zip(*full)]
        print(f"| {name} of the {len(full)} with all figures | " + " | ".join(cells) + " | | |")
