using AutoPar;

namespace Gallery.Cases;

/// <summary>Inputs, the same in every run.</summary>
internal static class Data
{
    public static double[] Doubles(int count, ulong seed, double from = 0, double to = 1)
    {
        var values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = from + ((to - from) * ParallelRandom.Double(seed, i));
        }

        return values;
    }

    public static float[] Floats(int count, ulong seed)
    {
        var values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = ParallelRandom.Single(seed, i);
        }

        return values;
    }

    public static int[] Integers(int count, ulong seed, int from, int to)
    {
        var values = new int[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = ParallelRandom.Int32(seed, i, from, to);
        }

        return values;
    }

    public static byte[] Bytes(int count, ulong seed, byte kinds = byte.MaxValue)
    {
        var values = new byte[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (byte)ParallelRandom.Int32(seed, i, 0, kinds);
        }

        return values;
    }

    public static double[,] Matrix(int rows, int columns, ulong seed)
    {
        var values = new double[rows, columns];
        Buffer.BlockCopy(Doubles(rows * columns, seed), 0, values, 0, rows * columns * sizeof(double));
        return values;
    }

    public static byte[,] GreyPicture(int height, int width, ulong seed)
    {
        var values = new byte[height, width];
        Buffer.BlockCopy(Bytes(height * width, seed), 0, values, 0, height * width);
        return values;
    }
}
