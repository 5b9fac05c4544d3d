namespace AutoPar.Bench;

/// <summary>The kernels on arrays of float, each call in a loop of its own so that nothing stands between.</summary>
internal static class FloatCases
{
    /// <summary>Keeps results alive.</summary>
    public static float Sink { get; private set; }

    public static IEnumerable<BenchCase> Create(float[] x, float[] y, float[] z) => [Axpy(x, y, z), Add(x, y, z), Sum(x, y, z), Dot(x, y, z)];

    private static BenchCase Axpy(float[] x, float[] y, float[] z) =>
        new(
            "axpy",
            "float",
            x.Length,
            (x, y, z),
            Plain: calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    PlainKernels.AxpyFloat(1e-6f, x, y);
                }
            },
            HandWritten: calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    HandWrittenFloat.Axpy(1e-6f, x, y);
                }
            },
            Intercepted: calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    Kernels.AxpyFloat(1e-6f, x, y);
                }
            },
            Vectorized: calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    Kernels.AxpyFloatVectorized(1e-6f, x, y);
                }
            },
            Parallel: calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    Kernels.AxpyFloatParallel(1e-6f, x, y);
                }
            });

    private static BenchCase Add(float[] x, float[] y, float[] z) =>
        new(
            "add",
            "float",
            x.Length,
            (x, y, z),
            Plain: calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    PlainKernels.AddFloat(x, y, z);
                }
            },
            HandWritten: calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    HandWrittenFloat.Add(x, y, z);
                }
            },
            Intercepted: calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    Kernels.AddFloat(x, y, z);
                }
            },
            Vectorized: calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    Kernels.AddFloatVectorized(x, y, z);
                }
            },
            Parallel: calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    Kernels.AddFloatParallel(x, y, z);
                }
            });

    private static BenchCase Sum(float[] x, float[] y, float[] z) =>
        new(
            "sum",
            "float",
            x.Length,
            (x, y, z),
            Plain: calls =>
            {
                float sink = 0;
                for (int call = 0; call < calls; call++)
                {
                    sink += PlainKernels.SumFloat(x);
                }

                Sink = sink;
            },
            HandWritten: calls =>
            {
                float sink = 0;
                for (int call = 0; call < calls; call++)
                {
                    sink += HandWrittenFloat.Sum(x);
                }

                Sink = sink;
            },
            Intercepted: calls =>
            {
                float sink = 0;
                for (int call = 0; call < calls; call++)
                {
                    sink += Kernels.SumFloat(x);
                }

                Sink = sink;
            },
            Vectorized: calls =>
            {
                float sink = 0;
                for (int call = 0; call < calls; call++)
                {
                    sink += Kernels.SumFloatVectorized(x);
                }

                Sink = sink;
            },
            Parallel: calls =>
            {
                float sink = 0;
                for (int call = 0; call < calls; call++)
                {
                    sink += Kernels.SumFloatParallel(x);
                }

                Sink = sink;
            });

    private static BenchCase Dot(float[] x, float[] y, float[] z) =>
        new(
            "dot",
            "float",
            x.Length,
            (x, y, z),
            Plain: calls =>
            {
                float sink = 0;
                for (int call = 0; call < calls; call++)
                {
                    sink += PlainKernels.DotFloat(x, y);
                }

                Sink = sink;
            },
            HandWritten: calls =>
            {
                float sink = 0;
                for (int call = 0; call < calls; call++)
                {
                    sink += HandWrittenFloat.Dot(x, y);
                }

                Sink = sink;
            },
            Intercepted: calls =>
            {
                float sink = 0;
                for (int call = 0; call < calls; call++)
                {
                    sink += Kernels.DotFloat(x, y);
                }

                Sink = sink;
            },
            Vectorized: calls =>
            {
                float sink = 0;
                for (int call = 0; call < calls; call++)
                {
                    sink += Kernels.DotFloatVectorized(x, y);
                }

                Sink = sink;
            },
            Parallel: calls =>
            {
                float sink = 0;
                for (int call = 0; call < calls; call++)
                {
                    sink += Kernels.DotFloatParallel(x, y);
                }

                Sink = sink;
            });
}
