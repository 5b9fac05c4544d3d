"""The loops of this bench in Numba: prints [{"name", "hot", "parked"}, ...] in nanoseconds as JSON. Arguments: steps of a chain, then lengths."""
import json
import sys
import time

import numba
import numpy as np


@numba.njit(parallel=True)
def empty(out):
    for i in numba.prange(2):
        pass


@numba.njit(parallel=True)
def pair(steps, out):
    for i in numba.prange(2):
        x = np.uint64(i)
        for _ in range(steps):
            x = x * np.uint64(6364136223846793005) + np.uint64(1442695040888963407)
        out[8 * i] = x


@numba.njit(parallel=True, fastmath=True)
def axpy(k, x, y):
    for i in numba.prange(x.size):
        y[i] += k * x[i]


def measure(name, function, *arguments):
    for _ in range(20):
        function(*arguments)
    hot = float("inf")
    end = time.perf_counter() + 0.5
    while time.perf_counter() < end:
        start = time.perf_counter_ns()
        for _ in range(20):
            function(*arguments)
        hot = min(hot, (time.perf_counter_ns() - start) / 20)
    parked = []
    for _ in range(60):
        time.sleep(0.005)
        start = time.perf_counter_ns()
        function(*arguments)
        parked.append(time.perf_counter_ns() - start)
    return {"name": name, "hot": hot, "parked": sorted(parked)[30]}


out = np.zeros(16, np.uint64)
results = [measure("empty", empty, out), measure("pair", pair, int(sys.argv[1]), out)]
for n in map(int, sys.argv[2:]):
    results.append(measure(f"axpy {n}", axpy, 1e-6, np.random.rand(n), np.random.rand(n)))
print(json.dumps(results))
