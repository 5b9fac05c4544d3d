namespace AutoPar.Bench;

/// <summary>The same loops without attributes: what the JIT alone makes of them.</summary>
internal static class PlainKernels
{
    public static void AxpyDouble(double factor, double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] += factor * x[i];
        }
    }

    public static void AxpyFloat(float factor, float[] x, float[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] += factor * x[i];
        }
    }

    public static void AddDouble(double[] x, double[] y, double[] z)
    {
        for (int i = 0; i < z.Length; i++)
        {
            z[i] = x[i] + y[i];
        }
    }

    public static void AddFloat(float[] x, float[] y, float[] z)
    {
        for (int i = 0; i < z.Length; i++)
        {
            z[i] = x[i] + y[i];
        }
    }

    public static double SumDouble(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i];
        }

        return sum;
    }

    public static float SumFloat(float[] x)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i];
        }

        return sum;
    }

    public static double DotDouble(double[] x, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    public static float DotFloat(float[] x, float[] y)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }
}
