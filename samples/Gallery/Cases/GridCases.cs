using Gallery.Kernels;
using Gallery.Output;

namespace Gallery.Cases;

/// <summary>Nests of loops.</summary>
internal static class GridCases
{
    public static IEnumerable<GalleryCase> All { get; } =
    [
        new("mandelbrot", nameof(Mandelbrot), "z = z² + c", new(1_000, 300, 50), Square, 0, n =>
        {
            var counts = new int[n, n];
            double step = 3.0 / n;
            return Workload.Writing(
                () => Mandelbrot.EscapeSequential(counts, -2.25, 1.5, step),
                () => Mandelbrot.EscapeVectorized(counts, -2.25, 1.5, step),
                () => Mandelbrot.EscapeParallel(counts, -2.25, 1.5, step),
                counts);
        })
        {
            Draw = outputs => Picture.OfCounts((int[,])outputs[0], Mandelbrot.MaxIterations),
        },
        new("matrix-multiplication", nameof(MatrixMultiplication), "C = A B", new(400, 100, 20), Square, 0, n =>
        {
            double[,] a = Data.Matrix(n, n, 21), b = Data.Matrix(n, n, 22), c = new double[n, n];
            return Workload.Writing(
                () => MatrixMultiplication.MultiplySequential(a, b, c),
                () => MatrixMultiplication.MultiplyVectorized(a, b, c),
                () => MatrixMultiplication.MultiplyParallel(a, b, c),
                c);
        }),
        new("jacobi", nameof(Jacobi), "five-point stencil", new(2_000, 500, 100), Square, 0, n =>
        {
            double[,] from = Data.Matrix(n, n, 23), to = new double[n, n];
            return Workload.Writing(
                () => Jacobi.SweepSequential(from, to),
                () => Jacobi.SweepVectorized(from, to),
                () => Jacobi.SweepParallel(from, to),
                to);
        }),
        new("gaussian-blur", nameof(GaussianBlur), "3×3 filter, bytes", new(2_000, 500, 100), Square, 0, n =>
        {
            byte[,] from = Data.GreyPicture(n, n, 24), to = new byte[n, n];
            return Workload.Writing(
                () => GaussianBlur.BlurSequential(from, to),
                () => GaussianBlur.BlurVectorized(from, to),
                () => GaussianBlur.BlurParallel(from, to),
                to);
        }),
        new("n-body", nameof(NBodyForces), "pairwise forces", new(3_000, 500, 50), n => $"{n:N0} bodies", 1e-9, n =>
        {
            double[] x = Data.Doubles(n, 25), y = Data.Doubles(n, 26), z = Data.Doubles(n, 27), mass = Data.Doubles(n, 28);
            double[] ax = new double[n], ay = new double[n], az = new double[n];
            return Workload.Writing(
                () => NBodyForces.AccelerateSequential(x, y, z, mass, ax, ay, az),
                () => NBodyForces.AccelerateVectorized(x, y, z, mass, ax, ay, az),
                () => NBodyForces.AccelerateParallel(x, y, z, mass, ax, ay, az),
                ax,
                ay,
                az);
        }),
    ];

    private static string Square(int size) => $"{size:N0} × {size:N0}";
}
