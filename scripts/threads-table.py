#!/usr/bin/env python3
"""Prints the tables of benches/threads.md from what scripts/threads-results.sh measured. Usage: threads-table.py [RESULTS]"""

import json
import pathlib
import sys

results = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "benches/results/threads")


def named(report, name):
    return next((row for row in report["contestants"] if name in row["names"]), None)


def gain(value):
    if value is None:
        return ""
    interval = f" ({value['low']:.2f} to {value['high']:.2f})" if value["low"] is not None else ""
    return f"{value['ratio']:.2f}x{interval}"


def over(report, name):
    row = named(report, name)
    if row is None:
        return "no graph"
    return "is the best" if "best" in row["names"] else gain(row["best_over"])


print("| framework | model | width | default, samples/s | best setting | over default | over Intel | over TensorFlow | over the rule |")
print("|---|---|---|---|---|---|---|---|---|")
for path in sorted(results.glob("*-tune.json")):
    report = json.loads(path.read_text())
    best = named(report, "best")
    setting = " ".join(part for part in best["setting"].split() if not part.endswith("=default"))
    columns = [report["scenario"], f"`{report['name']}`", f"{report['width']:.2f}", f"{named(report, 'default')['median']:.4g}"]
    columns += [f"`{setting or 'default'}`", over(report, "default")]
    columns += [over(report, name) for name in ("intel", "tensorflow", "rule")]
    print("| " + " | ".join(columns) + " |")

print()
print("| framework | model | settings | runs: exhaustive | tuned | confirmed | place | share of the best | head to head |")
print("|---|---|---|---|---|---|---|---|---|")
for path in sorted(results.glob("*-exhaust.json")):
    truth = json.loads(path.read_text())
    report = json.loads(path.with_name(path.name.replace("-exhaust", "-tune")).read_text())
    tuned = truth["tuned"]
    duel = tuned["head_to_head"]
    columns = [truth["scenario"], f"`{truth['name']}`", truth["settings"], truth["trials"], report["search_trials"], report["confirm_trials"]]
    columns += [tuned["place"], f"{tuned['share_of_best']:.1%}", gain(duel) if duel else "is the best"]
    print("| " + " | ".join(map(str, columns)) + " |")
