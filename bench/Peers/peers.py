"""The kernels in Numba: prints nanoseconds a call as JSON, [{"kernel", "type", "n", "one", "all"}, ...]."""
import json
import sys
import time

import numba
import numpy as np


def kernels(parallel):
    jit = numba.njit(fastmath=True, parallel=parallel)
    span = numba.prange

    @jit
    def axpy(k, x, y, z):
        for i in span(x.size):
            y[i] += k * x[i]

    @jit
    def add(k, x, y, z):
        for i in span(z.size):
            z[i] = x[i] + y[i]

    @jit
    def sum(k, x, y, z):
        total = x.dtype.type(0)
        for i in span(x.size):
            total += x[i]
        return total

    @jit
    def dot(k, x, y, z):
        total = x.dtype.type(0)
        for i in span(x.size):
            total += x[i] * y[i]
        return total

    return {"axpy": axpy, "add": add, "sum": sum, "dot": dot}


def shortest(function, arguments):
    for _ in range(3):
        function(*arguments)
    calls = 1
    while True:
        start = time.perf_counter_ns()
        for _ in range(calls):
            function(*arguments)
        if time.perf_counter_ns() - start > 100_000 or calls > 100_000:
            break
        calls *= 2
    best = float("inf")
    end = time.perf_counter() + 0.5
    while time.perf_counter() < end:
        start = time.perf_counter_ns()
        for _ in range(calls):
            function(*arguments)
        best = min(best, (time.perf_counter_ns() - start) / calls)
    return best


def main():
    one, all_cores = kernels(False), kernels(True)
    results = []
    for n in map(int, sys.argv[1:]):
        for dtype, name in ((np.float64, "double"), (np.float32, "float")):
            rng = np.random.default_rng(1)
            x, y, z = (rng.random(n).astype(dtype) for _ in range(3))
            for kernel in one:
                arguments = (dtype(1e-6), x, y, z)
                results.append({
                    "kernel": kernel,
                    "type": name,
                    "n": n,
                    "one": shortest(one[kernel], arguments),
                    "all": shortest(all_cores[kernel], arguments),
                })
    print(json.dumps(results))


main()
