"""Runs an ONNX model's operators in TensorFlow. Threads are set by the environment (TF_NUM_INTEROP_THREADS, TF_NUM_INTRAOP_THREADS)."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import numpy as np
import onnx
import tensorflow as tf
from onnx import numpy_helper

import sampling


def channels_last(function):
    """TensorFlow's CPU operators want images as NHWC; ONNX has NCHW."""
    return lambda x: tf.transpose(function(tf.transpose(x, [0, 2, 3, 1])), [0, 3, 1, 2])


def padded(x, node, value=0.0):
    pads = node.get("pads", [0, 0, 0, 0])
    if not any(pads):
        return x
    return tf.pad(x, [[0, 0], [pads[0], pads[2]], [pads[1], pads[3]], [0, 0]], constant_values=value)


def conv(node, x, weights, bias=None):
    strides = node.get("strides", [1, 1])
    kernel = tf.transpose(weights, [2, 3, 1, 0])

    def apply(x):
        y = tf.nn.conv2d(padded(x, node), kernel, strides, "VALID")
        return y if bias is None else tf.nn.bias_add(y, bias)

    return channels_last(apply)(x)


def pool(kind):
    lowest = np.float32(-3e38) if kind == "MAX" else 0.0

    def apply(node, x):
        return channels_last(
            lambda x: tf.nn.pool(
                padded(x, node, lowest), node["kernel_shape"], kind, strides=node.get("strides", [1, 1]), padding="VALID"
            )
        )(x)

    return apply


def gemm(node, a, b, c=None):
    y = tf.matmul(a, b, transpose_a=bool(node.get("transA", 0)), transpose_b=bool(node.get("transB", 0)))
    return y if c is None else y + c


def layer_normalization(node, x, scale, bias):
    mean, variance = tf.nn.moments(x, axes=[-1], keepdims=True)
    return (x - mean) * tf.math.rsqrt(variance + node.get("epsilon", 1e-5)) * scale + bias


def reshape(node, x, shape):
    shape = [int(n) for n in shape]
    return tf.reshape(x, [tf.shape(x)[i] if n == 0 else n for i, n in enumerate(shape)])


def reduce_sum(node, x, axes=None):
    axes = None if axes is None else [int(axis) for axis in axes]
    return tf.reduce_sum(x, axis=axes, keepdims=bool(node.get("keepdims", 1)))


OPERATORS = {
    "Add": lambda node, a, b: a + b,
    "Sub": lambda node, a, b: a - b,
    "Mul": lambda node, a, b: a * b,
    "Div": lambda node, a, b: a / b,
    "Relu": lambda node, x: tf.nn.relu(x),
    "Erf": lambda node, x: tf.math.erf(x),
    "Tanh": lambda node, x: tf.tanh(x),
    "Sigmoid": lambda node, x: tf.sigmoid(x),
    "Softmax": lambda node, x: tf.nn.softmax(x, axis=node.get("axis", -1)),
    "MatMul": lambda node, a, b: tf.matmul(a, b),
    "Gemm": gemm,
    "Conv": conv,
    "MaxPool": pool("MAX"),
    "AveragePool": pool("AVG"),
    "GlobalAveragePool": lambda node, x: tf.reduce_mean(x, axis=[2, 3], keepdims=True),
    "Gather": lambda node, table, index: tf.gather(table, index, axis=node.get("axis", 0)),
    "Concat": lambda node, *parts: tf.concat(parts, axis=node["axis"]),
    "Flatten": lambda node, x: tf.reshape(x, [tf.shape(x)[0], -1]),
    "Transpose": lambda node, x: tf.transpose(x, node["perm"]),
    "Reshape": reshape,
    "ReduceSum": reduce_sum,
    "LayerNormalization": layer_normalization,
}


def build(graph):
    """The graph as a function of its inputs, in their order, and a batch of inputs for it."""
    weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    inputs = [value for value in graph.input if value.name not in weights]
    # Shapes and axes must be known while the graph is built; everything else is a constant of TensorFlow.
    static = {node.input[1] for node in graph.node if node.op_type in ("Reshape", "ReduceSum") and len(node.input) > 1}
    constants = {name: value if name in static else tf.constant(value) for name, value in weights.items()}
    unknown = sorted({node.op_type for node in graph.node} - set(OPERATORS))
    if unknown:
        raise SystemExit(f"this adapter has no {', '.join(unknown)}; it has {', '.join(sorted(OPERATORS))}")

    @tf.function
    def run(*values):
        known = dict(constants)
        known.update((value.name, tensor) for value, tensor in zip(inputs, values))
        for node in graph.node:
            attributes = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
            known[node.output[0]] = OPERATORS[node.op_type](attributes, *(known[name] for name in node.input if name))
        return [known[value.name] for value in graph.output]

    return run, inputs, weights


def feed(graph, inputs, weights, batch):
    """Random values of the inputs' shapes; indices within the tables that they are for."""
    random = np.random.default_rng(1)
    for value in inputs:
        tensor = value.type.tensor_type
        shape = [d.dim_value if d.dim_value > 0 else batch for d in tensor.shape.dim]
        if tensor.elem_type in (onnx.TensorProto.INT64, onnx.TensorProto.INT32):
            tables = [n.input[0] for n in graph.node if n.op_type == "Gather" and n.input[1] == value.name]
            rows = min((weights[t].shape[0] for t in tables if t in weights), default=1)
            yield tf.constant(random.integers(0, rows, shape))
        else:
            yield tf.constant(random.standard_normal(shape, dtype=np.float32))


def main():
    arguments = sampling.arguments(__doc__)
    sampling.refuse_unknown(arguments.options, [])
    graph = onnx.load(arguments.model).graph
    run, inputs, weights = build(graph)
    values = list(feed(graph, inputs, weights, arguments.batch))
    call = lambda: [output.numpy() for output in run(*values)]
    call()
    sampling.sample([call] * arguments.instances, arguments.warmup, arguments.seconds, arguments.batch)


main()
