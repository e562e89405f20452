"""Runs a TorchScript model in PyTorch. A file beside it, MODEL.json, names the inputs: [{"shape": ["batch", 3, 224, 224], "below": 1000}],
where "below" makes it indices under that number; without the file the model gets one input of shape [batch, 1]."""

import json
import os

import sampling

arguments = sampling.arguments(__doc__)
sampling.refuse_unknown(arguments.options, ["num_threads", "num_interop_threads"])

import torch

if "num_threads" in arguments.options:
    torch.set_num_threads(int(arguments.options["num_threads"]))
if "num_interop_threads" in arguments.options:
    torch.set_num_interop_threads(int(arguments.options["num_interop_threads"]))


def feed():
    described = arguments.model + ".json"
    inputs = [{"shape": ["batch", 1]}]
    if os.path.exists(described):
        with open(described) as file:
            inputs = json.load(file)
    for value in inputs:
        shape = [arguments.batch if n == "batch" else n for n in value["shape"]]
        yield torch.randint(value["below"], shape) if "below" in value else torch.randn(shape)


model = torch.jit.load(arguments.model).eval()
values = list(feed())


def call():
    with torch.inference_mode():
        model(*values)


call()
sampling.sample([call] * arguments.instances, arguments.warmup, arguments.seconds, arguments.batch)
