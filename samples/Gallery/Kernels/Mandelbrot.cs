using AutoPar;

namespace Gallery.Kernels;

/// <summary>Iterations until a point escapes: each takes its own number of trips through the inner loop.</summary>
internal static partial class Mandelbrot
{
    public const int MaxIterations = 200;

    [Parallelize(Schedule = Schedule.Guided), Vectorize]
    public static void Escape(int[,] counts, double left, double top, double step)
    {
        for (int row = 0; row < counts.GetLength(0); row++)
        {
            for (int column = 0; column < counts.GetLength(1); column++)
            {
                double cr = left + column * step;
                double ci = top - row * step;
                double zr = 0, zi = 0;
                int count = 0;
                while (count < MaxIterations && zr * zr + zi * zi <= 4)
                {
                    double next = zr * zr - zi * zi + cr;
                    zi = 2 * zr * zi + ci;
                    zr = next;
                    count++;
                }

                counts[row, column] = count;
            }
        }
    }
}
