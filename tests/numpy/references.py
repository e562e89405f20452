"""The corpus's references in NumPy, each from its definition: `python3 references.py FOLDER` compares what tests/numpy.rs wrote there."""

import json
import pathlib
import sys

import numpy as np

LIMIT = 1e-9  # of the largest value: both sides are float64 and differ by the order of their sums
TYPES = {"u8": "<u1", "i8": "<i1", "i32": "<i4", "f32": "<f4"}


def softmax(scores):
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return weights / weights.sum(axis=-1, keepdims=True)


def pool(rows, index, start, weight=1.0):
    """Sums of the rows that each bag names."""
    out = np.zeros((len(start) - 1, rows.shape[1]))
    bag = np.repeat(np.arange(len(out)), np.diff(start))
    named = index[start[0] : start[-1]]
    np.add.at(out, bag, rows[named] * np.reshape(weight, (-1, 1)))
    return out


def sls(s, table, index, start):
    return [pool(table.reshape(-1, s["dim"]), index, start)]


def sls_q8(s, table, index, start):
    row = np.dtype([("bytes", "u1", s["dim"]), ("scale", "<f4"), ("bias", "<f4")])
    rows = table.astype("u1").view(row)
    scale, bias = (rows[end].astype(float)[:, None] for end in ("scale", "bias"))
    return [pool(scale * rows["bytes"] + bias, index, start)]


def dedup_pool(s, table, index, start, inverse):
    return [pool(table.reshape(-1, s["dim"]), index, start)[inverse]]


def spmm(s, start, column, value, features):
    return [pool(features.reshape(-1, s["dim"]), column, start, value)]


def sddmm(s, source, target, left, right):
    left, right = (x.reshape(-1, s["dim"]) for x in (left, right))
    return [np.einsum("ed,ed->e", left[source], right[target])]


def multi_snapshot(s, start, column, more_start, more_column, features):
    nodes = s["nodes"]
    features = features.reshape(nodes, s["snapshots"], s["dim"])
    out = np.empty_like(features)
    for t in range(s["snapshots"]):
        own = more_start[t * nodes : (t + 1) * nodes + 1]
        own_column = more_column[own[0] : own[-1]]
        common = pool(features[:, t], column, start)
        out[:, t] = common + pool(features[:, t], own_column, own - own[0])
    return [out]


def softmax_context(s, scores):
    queries, keys = s["queries"], s["keys"]
    seen = np.tri(queries, keys, keys - queries, dtype=bool)
    scores = scores.reshape(s["heads"], queries, keys) / np.sqrt(s["dim"])
    return [softmax(np.where(seen, scores, -np.inf))]


def attention_forward(s, q, k, v):
    q, k, v = (x.reshape(s["heads"], s["seq"], s["dim"]) for x in (q, k, v))
    return [softmax(q @ k.transpose(0, 2, 1) / np.sqrt(s["dim"])) @ v]


def bias_gelu(s, input, bias):
    x = input.reshape(-1, s["columns"]) + bias
    return [x / 2 * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))]


def layernorm_residual(s, input, residual, bias, gamma, beta):
    x = (input + residual).reshape(-1, s["columns"]) + bias
    spread = np.sqrt(x.var(axis=1, keepdims=True) + 1e-5)
    return [gamma * (x - x.mean(axis=1, keepdims=True)) / spread + beta]


def conv3x3(s, input, weights):
    input = input.reshape(s["images"], s["channels"], s["height"], s["width"])
    padded = np.pad(input, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), (2, 3))
    weights = weights.reshape(s["outputs"], s["channels"], 3, 3)
    return [np.einsum("nchwij,ocij->nohw", windows, weights, optimize=True)]


def moe_gate(s, logits):
    logits = logits.reshape(s["tokens"], s["experts"])
    expert = logits.argmax(axis=1)
    chosen = expert[:, None] == np.arange(s["experts"])
    before = (chosen.cumsum(axis=0) - 1)[chosen]
    taken = before < s["capacity"]
    weight = np.where(taken, softmax(logits).max(axis=1), 0)
    return [expert, weight, np.where(taken, before, -1), chosen.sum(axis=0)]


def l2_topk(s, base, query):
    base, query = (x.reshape(-1, s["dim"]) for x in (base, query))
    distance = np.array([((base - one) ** 2).sum(axis=1) for one in query])
    nearest = distance.argsort(axis=1, kind="stable")[:, : s["k"]]
    return [np.take_along_axis(distance, nearest, axis=1), nearest]


def hotspot(s, power, temp):
    """dT/dt = (power + flow from neighbours and surroundings) / capacity, by Euler's steps; Rodinia's chip."""
    rows, cols = s["rows"], s["cols"]
    power, temp = (x.reshape(rows, cols) for x in (power, temp))
    high, wide, thick, conductivity, heat = 0.016 / rows, 0.016 / cols, 0.0005, 100, 875000
    capacity = heat * thick * high * wide
    step = 0.001 / (3e6 / (heat * thick))
    for _ in range(s["steps"]):
        around = np.pad(temp, 1, mode="edge")
        flow = np.diff(around[:, 1:-1], 2, axis=0) * 2 * conductivity * thick * wide / high
        flow += np.diff(around[1:-1], 2, axis=1) * 2 * conductivity * thick * high / wide
        flow += (80 - temp) * conductivity * high * wide / thick
        temp = temp + step / capacity * (power + flow)
    return [temp]


def triangles(a):
    """Doolittle: a row of U and a column of L at a time, so that L U is the matrix."""
    lower, upper = np.eye(len(a)), np.zeros_like(a)
    for k in range(len(a)):
        upper[k, k:] = a[k, k:] - lower[k, :k] @ upper[:k, k:]
        lower[k + 1 :, k] = (a[k + 1 :, k] - lower[k + 1 :, :k] @ upper[:k, k]) / upper[k, k]
    return lower, upper


def lud(s, matrix):
    lower, upper = triangles(matrix.reshape(s["n"], s["n"]))
    return [np.tril(lower, -1) + upper]


def gaussian(s, a, b):
    """What is done to the rows is to multiply by the inverse of L."""
    lower, upper = triangles(a.reshape(s["n"], s["n"]))
    return [upper, np.linalg.solve(lower, b)]


def backprop(s, unit, delta, weight, change):
    weight, change = (x.reshape(s["units"], s["hidden"]) for x in (weight, change))
    tiles = np.arange(0, s["units"], 16)
    partial = np.add.reduceat(unit[:, None] * weight, tiles)
    change = np.float64(np.float32(0.3)) * (np.outer(unit, delta) + change)
    return [partial, weight + change, change]


def kmeans(s, feature, centre):
    points = feature.reshape(s["dim"], s["points"]).T
    away = points[:, None] - centre.reshape(s["centres"], s["dim"])
    return [(away**2).sum(axis=2).argmin(axis=1)]


def lavamd(s, particle):
    edge = s["edge"]
    box = np.indices((edge, edge, edge)).reshape(3, -1).T[:, ::-1]  # x fastest
    particle = particle.reshape(len(box), s["per"], 4)
    place, charge = particle[..., :3] + box[:, None], particle[..., 3]
    out = np.empty_like(particle)
    for home, own in zip(range(len(box)), place):
        near = np.abs(box - box[home]).max(axis=1) <= 1
        away = own[:, None] - place[near].reshape(-1, 3)
        strength = charge[near].ravel() * np.exp(-(away**2).sum(axis=2) / 2)
        out[home, :, 0] = strength.sum(axis=1)
        out[home, :, 1:] = 2 * np.einsum("pq,pqx->px", strength, away)
    return [out]


def needleman_wunsch(s, similarity):
    """A row at a time: gaps within it are a running maximum of scores that are set off by what they cost."""
    n, gap = s["n"], s["penalty"]
    offset = gap * np.arange(n + 1)
    score = [-offset]
    for i, pairs in enumerate(similarity.reshape(n, n), start=1):
        best = np.maximum(score[-1][:-1] + pairs, score[-1][1:] - gap)
        score.append(np.maximum.accumulate(np.append(-gap * i, best) + offset) - offset)
    return [np.array(score)[1:, 1:]]


def pathfinder(s, wall):
    rows = wall.reshape(s["rows"], s["cols"]).astype(float)
    cost = rows[0]
    for row in rows[1:]:
        around = np.pad(cost, 1, constant_values=np.inf)
        cost = row + np.minimum(np.minimum(around[:-2], around[1:-1]), around[2:])
    return [cost]


def cached_lookup(s, tags, cache, table, index, start):
    rows = table.reshape(-1, s["dim"]).copy()
    rows[tags[tags >= 0]] = cache.reshape(-1, s["dim"])[tags >= 0]
    return [pool(rows, index, start)]


def attention_pruned(s, q4, k4, q, k, v):
    q4, k4, q, k, v = (x.reshape(s["heads"], s["seq"], s["dim"]) for x in (q4, k4, q, k, v))
    kept = q4 @ k4.transpose(0, 2, 1) >= s["threshold"]
    scores = np.where(kept, q @ k.transpose(0, 2, 1) / np.sqrt(s["dim"]), -np.inf)
    some = kept.any(axis=2, keepdims=True)
    return [kept, np.where(some, softmax(np.where(some, scores, 0)), 0) @ v]


def moe_dispatch(s, tokens_in, answers, expert, position, weight):
    rows = tokens_in.reshape(s["tokens"], s["width"])
    answers = answers.reshape(s["experts"], s["capacity"], s["width"])
    slots, out = np.zeros_like(answers), np.zeros_like(rows)
    taken = position >= 0
    slots[expert[taken], position[taken]] = rows[taken]
    out[taken] = weight[taken, None] * answers[expert[taken], position[taken]]
    return [slots, out]


def bfs(s, start, column):
    """Shortest ways by relaxing every edge until nothing changes."""
    source = np.repeat(np.arange(s["nodes"]), np.diff(start))
    level, before = np.full(s["nodes"], s["nodes"]), None
    level[s["root"] - 1] = 0  # sizes count from 1
    while not np.array_equal(level, before):
        before = level.copy()
        np.minimum.at(level, column[: start[-1]], before[source] + 1)
    return [np.where(level < s["nodes"], level, -1)]


def find_index(s, cdf, u, x, y):
    drawn = np.minimum(np.searchsorted(cdf, u, side="left"), s["particles"] - 1)
    return [x[drawn], y[drawn]]


def nn_distance(s, record):
    return [np.hypot(*(record.reshape(-1, 2) - (s["lat"], s["lng"])).T)]


def btree_find(s, key, value, query):
    last = np.searchsorted(key, query, side="right") - 1  # -1 is the last key, which is no smaller
    return [np.where(key[last] == query, value[last], -1)]


def srad(s, image):
    """Yu and Acton's diffusion: coefficients from the instantaneous variation q against the speckle q0 of the whole image."""
    image = image.reshape(s["rows"], s["cols"])
    for _ in range(s["steps"]):
        speckle = image.var() / image.mean() ** 2
        wide = np.pad(image, 1, mode="edge")
        sides = (wide[:-2, 1:-1], wide[2:, 1:-1], wide[1:-1, :-2], wide[1:-1, 2:])
        north, south, west, east = (side - image for side in sides)
        gradient = (north**2 + south**2 + west**2 + east**2) / image**2
        laplacian = (north + south + west + east) / image
        q = (gradient / 2 - laplacian**2 / 16) / (1 + laplacian / 4) ** 2
        c = np.clip(1 / (1 + (q - speckle) / (speckle * (1 + speckle))), 0, 1)
        more = np.pad(c, ((0, 1), (0, 1)), mode="edge")
        divergence = more[1:, :-1] * south + c * north + more[:-1, 1:] * east + c * west
        image = image + 0.5 / 4 * divergence
    return [image]


def winograd_f4_tapwise_int8(s, input, input_shift, filters, filter_shift):
    """The transforms are Toom and Cook's for the points 0, 1, -1, 2, -2 and infinity, up to the signs and scales that filters absorb."""
    points = [0, 1, -1, 2, -2]
    others = [points[:i] + points[i + 1 :] for i in range(5)] + [points]
    down = np.zeros((6, 6), int)
    for row, roots in zip(down, others):
        row[: len(roots) + 1] = np.poly(roots)[::-1].round()
    up = np.column_stack([np.vander(points, 4, increasing=True).T, [0, 0, 0, 1]])
    high, wide = -(-s["height"] // 4), -(-s["width"] // 4)
    input = input.reshape(s["images"], s["channels"], s["height"], s["width"])
    margins = (1, 4 * high + 1 - s["height"]), (1, 4 * wide + 1 - s["width"])
    padded = np.pad(input, ((0, 0), (0, 0), *margins))
    patches = np.lib.stride_tricks.sliding_window_view(padded, (6, 6), (2, 3))[:, :, ::4, ::4]
    input_scale, filter_scale = (2 ** shift.reshape(6, 6) for shift in (input_shift, filter_shift))
    v = np.rint(down @ patches @ down.T / input_scale).clip(-127, 127).astype(int)
    u = filters.reshape(6, 6, s["outputs"], s["channels"])
    products = np.einsum("nchwij,ijoc->nohwij", v, u) * input_scale * filter_scale
    tiles = (up @ products @ up.T).swapaxes(3, 4)
    whole = tiles.reshape(s["images"], s["outputs"], 4 * high, 4 * wide)
    return [whole[:, :, : s["height"], : s["width"]]]


def compute_cost(s, coord, weight, cost, assign, table):
    coord = coord.reshape(s["dim"], s["points"])
    candidate = coord[:, s["candidate"] - 1]  # sizes count from 1
    change = weight * ((coord.T - candidate) ** 2).sum(axis=1) - cost
    return [change, np.where(change < 0, s["centres"], table[assign])]


def difference(folder, case):
    inputs = {}
    for name, buffer in case["inputs"].items():
        values = np.fromfile(folder / buffer["file"], TYPES[buffer["type"]])
        inputs[name] = values.astype(float if buffer["type"] == "f32" else np.int64)
    computed = globals()[case["reference"]](case["sizes"], **inputs)
    worst, right = 0.0, True
    for output, values in zip(case["outputs"], computed, strict=True):
        expected = np.fromfile(folder / output["file"], "<f8")
        values = np.ravel(values)
        assert values.shape == expected.shape, (case["workload"], case["case"], output["name"])
        largest = np.abs(expected).max()
        error = np.abs(values - expected).max() / (largest if largest > 0 else 1)
        right &= bool(error == 0 if output["exact"] else error <= LIMIT)
        worst = max(worst, error)
    return worst, right


def main(folder):
    found = {}
    for case in json.loads((folder / "cases.json").read_text()):
        found.setdefault(case["workload"], []).append(difference(folder, case))
    for workload, cases in found.items():
        verdict = "same" if all(right for _, right in cases) else "DIFFERS"
        print(f"{verdict} {workload}: {len(cases)} cases, {max(worst for worst, _ in cases):.1e}")
    return int(not all(right for cases in found.values() for _, right in cases))


sys.exit(main(pathlib.Path(sys.argv[1])))
