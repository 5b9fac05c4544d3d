using AutoPar;

public static partial class Functions
{
    [Vectorize]
    public static double Smooth(double v, double edge)
    {
        if (v <= 0) return 0;
        if (v >= edge) return 1;
        return v * v * (3 - 2 * v);
    }
}
