namespace AutoPar.Bench;

/// <summary>The kernels on arrays of double, each call in a loop of its own so that nothing stands between.</summary>
internal static class DoubleCases
{
    /// <summary>Keeps results alive.</summary>
    public static double Sink { get; private set; }

    public static IEnumerable<BenchCase> Create(double[] x, double[] y, double[] z) => [Axpy(x, y, z), Add(x, y, z), Sum(x, y, z), Dot(x, y, z)];

    private static BenchCase Axpy(double[] x, double[] y, double[] z) =>
        new(
            "axpy",
            "double",
            x.Length,
            (x, y, z),
            Plain: calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    PlainKernels.AxpyDouble(1e-6, x, y);
                }
            },
            HandWritten: calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    HandWrittenDouble.Axpy(1e-6, x, y);
                }
            },
            Intercepted: calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    Kernels.AxpyDouble(1e-6, x, y);
                }
            },
            Vectorized: calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    Kernels.AxpyDoubleVectorized(1e-6, x, y);
                }
            },
            Parallel: calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    Kernels.AxpyDoubleParallel(1e-6, x, y);
                }
            });

    private static BenchCase Add(double[] x, double[] y, double[] z) =>
        new(
            "add",
            "double",
            x.Length,
            (x, y, z),
            Plain: calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    PlainKernels.AddDouble(x, y, z);
                }
            },
            HandWritten: calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    HandWrittenDouble.Add(x, y, z);
                }
            },
            Intercepted: calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    Kernels.AddDouble(x, y, z);
                }
            },
            Vectorized: calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    Kernels.AddDoubleVectorized(x, y, z);
                }
            },
            Parallel: calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    Kernels.AddDoubleParallel(x, y, z);
                }
            });

    private static BenchCase Sum(double[] x, double[] y, double[] z) =>
        new(
            "sum",
            "double",
            x.Length,
            (x, y, z),
            Plain: calls =>
            {
                double sink = 0;
                for (int call = 0; call < calls; call++)
                {
                    sink += PlainKernels.SumDouble(x);
                }

                Sink = sink;
            },
            HandWritten: calls =>
            {
                double sink = 0;
                for (int call = 0; call < calls; call++)
                {
                    sink += HandWrittenDouble.Sum(x);
                }

                Sink = sink;
            },
            Intercepted: calls =>
            {
                double sink = 0;
                for (int call = 0; call < calls; call++)
                {
                    sink += Kernels.SumDouble(x);
                }

                Sink = sink;
            },
            Vectorized: calls =>
            {
                double sink = 0;
                for (int call = 0; call < calls; call++)
                {
                    sink += Kernels.SumDoubleVectorized(x);
                }

                Sink = sink;
            },
            Parallel: calls =>
            {
                double sink = 0;
                for (int call = 0; call < calls; call++)
                {
                    sink += Kernels.SumDoubleParallel(x);
                }

                Sink = sink;
            });

    private static BenchCase Dot(double[] x, double[] y, double[] z) =>
        new(
            "dot",
            "double",
            x.Length,
            (x, y, z),
            Plain: calls =>
            {
                double sink = 0;
                for (int call = 0; call < calls; call++)
                {
                    sink += PlainKernels.DotDouble(x, y);
                }

                Sink = sink;
            },
            HandWritten: calls =>
            {
                double sink = 0;
                for (int call = 0; call < calls; call++)
                {
                    sink += HandWrittenDouble.Dot(x, y);
                }

                Sink = sink;
            },
            Intercepted: calls =>
            {
                double sink = 0;
                for (int call = 0; call < calls; call++)
                {
                    sink += Kernels.DotDouble(x, y);
                }

                Sink = sink;
            },
            Vectorized: calls =>
            {
                double sink = 0;
                for (int call = 0; call < calls; call++)
                {
                    sink += Kernels.DotDoubleVectorized(x, y);
                }

                Sink = sink;
            },
            Parallel: calls =>
            {
                double sink = 0;
                for (int call = 0; call < calls; call++)
                {
                    sink += Kernels.DotDoubleParallel(x, y);
                }

                Sink = sink;
            });
}
