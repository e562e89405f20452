"""What the adapters share: their arguments, timing, and the JSON line that they print."""

import argparse
import json
import statistics
import sys
import threading
import time


def arguments(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--model", required=True)
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--warmup", type=float, default=0.1, help="seconds")
    parser.add_argument("--seconds", type=float, default=0.5)
    parser.add_argument("--set", action="append", default=[], metavar="OPTION=VALUE")
    parsed = parser.parse_args()
    parsed.options = dict(option.split("=", 1) for option in parsed.set)
    parsed.batch = int(parsed.options.pop("batch", parsed.batch))
    parsed.instances = int(parsed.options.pop("instances", 1))
    return parsed


def refuse_unknown(options, known):
    unknown = sorted(set(options) - set(known))
    if unknown:
        sys.exit(f"no option {', '.join(unknown)}; there are batch, instances, {', '.join(known)}")


def sample(instances, warmup, seconds, batch):
    """Runs each callable again and again in a thread of its own; prints samples a second over all, and latencies in milliseconds."""
    latencies = [[] for _ in instances]
    barrier = threading.Barrier(len(instances))

    def work(call, own):
        end = time.perf_counter() + warmup
        call()
        while time.perf_counter() < end:
            call()
        barrier.wait()
        end = time.perf_counter() + seconds
        while True:
            start = time.perf_counter()
            call()
            now = time.perf_counter()
            own.append(now - start)
            # A median of fewer than three runs is no median.
            if now >= end and len(own) >= 3:
                return

    threads = [threading.Thread(target=work, args=pair) for pair in zip(instances, latencies)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    everything = sorted(latency for own in latencies for latency in own)
    at = lambda p: everything[min(len(everything) - 1, int(p * len(everything)))]
    print(
        json.dumps(
            {
                "throughput": sum(batch / statistics.median(own) for own in latencies),
                "latency_ms": statistics.median(everything) * 1e3,
                "p90_ms": at(0.90) * 1e3,
                "p99_ms": at(0.99) * 1e3,
                "runs": len(everything),
            }
        )
    )
