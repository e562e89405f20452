"""Makes the models that the threads tuner is tried on, as ONNX files with random weights: speed does not depend on them.

Recommendation models have the layers of DeepRecSys' configurations (Gupta et al., ISCA 2020) with smaller tables, so that files stay small;
look-ups per table and the sizes of the layers, which decide the work, are as they are there. Usage: make_models.py FOLDER [MODEL...]
"""

import math
import os
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

ROWS = 10_000  # of a table; the originals have millions


class Graph:
    """A graph that is written from its inputs to its outputs; each method adds operators and returns the name of their result."""

    def __init__(self, name):
        self.name = name
        self.random = np.random.default_rng(1)
        self.nodes, self.inputs, self.weights = [], [], []

    def input(self, name, shape, kind=TensorProto.FLOAT):
        self.inputs.append(helper.make_tensor_value_info(name, kind, shape))
        return name

    def constant(self, array):
        name = f"c{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(array, name))
        return name

    def weight(self, *shape, scale=None):
        scale = scale if scale is not None else 1 / math.sqrt(shape[0])
        return self.constant(self.random.standard_normal(shape, dtype=np.float32) * np.float32(scale))

    def op(self, kind, *inputs, **attributes):
        output = f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], name=output, **attributes))
        return output

    def dense(self, x, before, after, activation="Relu"):
        x = self.op("Add", self.op("MatMul", x, self.weight(before, after)), self.weight(after))
        return self.op(activation, x) if activation else x

    def layers(self, x, sizes, last="Relu"):
        for depth, (before, after) in enumerate(zip(sizes, sizes[1:])):
            x = self.dense(x, before, after, last if depth == len(sizes) - 2 else "Relu")
        return x

    def bag(self, table, look_ups, width):
        """The sum of some rows of a table, as embedding layers of recommendation models have it."""
        index = self.input(f"index_{table}", ["batch", look_ups], TensorProto.INT64)
        rows = self.op("Gather", self.weight(ROWS, width, scale=0.1), index)
        return self.op("ReduceSum", rows, self.constant(np.array([1], dtype=np.int64)), keepdims=0)

    def conv(self, x, before, after, size=3, stride=1, activation=True):
        weights = self.weight(after, before, size, size, scale=math.sqrt(2 / (before * size * size)))
        pad = size // 2
        x = self.op("Conv", x, weights, self.weight(after), strides=[stride, stride], pads=[pad] * 4)
        return self.op("Relu", x) if activation else x

    def save(self, folder, output, shape):
        result = helper.make_tensor_value_info(output, TensorProto.FLOAT, shape)
        graph = helper.make_graph(self.nodes, self.name, self.inputs, [result], self.weights)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
        onnx.checker.check_model(model)
        path = os.path.join(folder, f"{self.name}.onnx")
        # A file that is interrupted half way is not taken for a model.
        onnx.save(model, path + ".part")
        os.replace(path + ".part", path)
        print(path)


def dlrm(name, bottom, top, tables, look_ups, width=32):
    """Dense features through a bottom of layers, bags of embeddings beside it, everything through a top."""

    def make(folder):
        graph = Graph(name)
        dense = graph.layers(graph.input("dense", ["batch", bottom[0]]), bottom)
        parts = [dense] + [graph.bag(table, look_ups, width) for table in range(tables)]
        joined = graph.op("Concat", *parts, axis=1)
        score = graph.layers(joined, [bottom[-1] + tables * width, *top], last="Sigmoid")
        graph.save(folder, score, ["batch", top[-1]])

    return make


def wide_and_deep(folder):
    graph = Graph("wide_deep")
    wide = graph.dense(graph.input("wide", ["batch", 1000]), 1000, 1, None)
    tables, width = 26, 32
    joined = graph.op("Concat", *[graph.bag(table, 1, width) for table in range(tables)], axis=1)
    deep = graph.layers(joined, [tables * width, 1024, 512, 256, 1], last=None)
    graph.save(folder, graph.op("Sigmoid", graph.op("Add", wide, deep)), ["batch", 1])


def transformer(folder, length=64, width=256, heads=4, inner=1024):
    """One encoder block."""
    graph = Graph("transformer")
    shape = lambda *dims: graph.constant(np.array(dims, dtype=np.int64))
    x = graph.input("x", ["batch", length, width])

    def split(y, perm):
        return graph.op("Transpose", graph.op("Reshape", y, shape(0, length, heads, width // heads)), perm=perm)

    normed = lambda y: graph.op(
        "LayerNormalization", y, graph.constant(np.ones(width, np.float32)), graph.constant(np.zeros(width, np.float32)), axis=-1
    )
    q = split(graph.dense(x, width, width, None), [0, 2, 1, 3])
    k = split(graph.dense(x, width, width, None), [0, 2, 3, 1])
    v = split(graph.dense(x, width, width, None), [0, 2, 1, 3])
    scale = graph.constant(np.array(1 / math.sqrt(width / heads), dtype=np.float32))
    weights = graph.op("Softmax", graph.op("Mul", graph.op("MatMul", q, k), scale), axis=-1)
    mixed = graph.op("Transpose", graph.op("MatMul", weights, v), perm=[0, 2, 1, 3])
    mixed = graph.dense(graph.op("Reshape", mixed, shape(0, length, width)), width, width, None)
    x = normed(graph.op("Add", x, mixed))
    y = graph.dense(graph.dense(x, width, inner), inner, width, None)
    graph.save(folder, normed(graph.op("Add", x, y)), ["batch", length, width])


def resnet18(folder):
    """He et al., CVPR 2016, batch normalisation folded into the convolutions as servers have it."""
    graph = Graph("resnet18")
    x = graph.conv(graph.input("image", ["batch", 3, 224, 224]), 3, 64, size=7, stride=2)
    x = graph.op("MaxPool", x, kernel_shape=[3, 3], strides=[2, 2], pads=[1, 1, 1, 1])
    before = 64
    for after in (64, 128, 256, 512):
        for block in range(2):
            stride = 2 if block == 0 and after != 64 else 1
            y = graph.conv(graph.conv(x, before, after, stride=stride), after, after, activation=False)
            if before != after:
                x = graph.conv(x, before, after, size=1, stride=stride, activation=False)
            x = graph.op("Relu", graph.op("Add", x, y))
            before = after
    x = graph.op("Flatten", graph.op("GlobalAveragePool", x))
    graph.save(folder, graph.dense(x, 512, 1000, None), ["batch", 1000])


def width4(folder, rows=256, width=512, chains=4, depth=3):
    """Like an Inception module: branches that do not meet before the end; each is a chain of matrix products."""
    graph = Graph("width4")
    x = graph.input("x", ["batch", rows, width])
    ends = []
    for _ in range(chains):
        y = x
        for _ in range(depth):
            y = graph.op("MatMul", y, graph.weight(width, width))
        ends.append(y)
    graph.save(folder, graph.op("Concat", *ends, axis=2), ["batch", rows, chains * width])


MODELS = {
    "dlrm_rmc1": dlrm("dlrm_rmc1", [128, 128, 64, 32], [256, 64, 1], tables=10, look_ups=80),
    "dlrm_rmc2": dlrm("dlrm_rmc2", [256, 256, 128, 32], [512, 128, 1], tables=32, look_ups=80),
    "dlrm_rmc3": dlrm("dlrm_rmc3", [2560, 1024, 256, 32], [512, 256, 1], tables=10, look_ups=20),
    "wide_deep": wide_and_deep,
    "transformer": transformer,
    "resnet18": resnet18,
    "width4": width4,
}


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder, names = sys.argv[1], sys.argv[2:] or list(MODELS)
    unknown = sorted(set(names) - set(MODELS))
    if unknown:
        sys.exit(f"no model {', '.join(unknown)}; there are {', '.join(MODELS)}")
    os.makedirs(folder, exist_ok=True)
    for name in names:
        MODELS[name](folder)


main()
